import { readFileSync } from "node:fs";
import { functionsExample } from "../../scripts/functionsExample/book";
import { unzip } from "../support/workbookZip";

// In a file of its own: what makes the workbook has an Excel of its own for the functions, and a realm has one.
it("npm run example:functions makes the example workbook, part for part, and the same bytes each time", async () => {
  const [first, second] = [await functionsExample(), await functionsExample()];
  expect(Buffer.compare(first, second)).toBe(0);
  // Another Node may pack the same parts in other bytes.
  expect(unzip(Buffer.from(first))).toEqual(unzip(readFileSync("examples/functions.xlsx")));
});
