import * as script from "../../src/google/ratebook";
import { GooglePort } from "../../src/workbook/google/googlePort";
import { cellsOf, readBy } from "../port/books";
import { MemoryPort } from "../port/memoryPort";
import { billingPlan, readFile, starterBook } from "../port/officeBooks";
import { googleAround } from "./googleAround";

/** The script with the services of Google as the globals that it finds there. */
async function openScript(file: Uint8Array) {
  const { globals, ...around } = await googleAround(file);
  Object.assign(globalThis, globals);
  return { ...around, run: async (name: keyof typeof script) => script[name]() };
}

it("puts its entries into a menu, each by the name of a function", async () => {
  const { items, run } = await openScript(starterBook());
  await run("onOpen");
  expect(items).toEqual(["ratebookCheck", "ratebookBill", "ratebookBillAndNumber"]);
  for (const name of items) expect(script).toHaveProperty(name);
});

it("says what is wrong, cell by cell", async () => {
  const { services, said, run } = await openScript(starterBook());
  await run("ratebookCheck");
  services.spreadsheet.sheets.find(({ name }) => name === "Usage")!.at(2, 6).value = "many";
  await run("ratebookCheck");
  expect(said).toHaveLength(2);
  expect(said[0]).not.toContain("Usage!F2");
  expect(said[1]).toContain("Usage!F2");
});

it("bills what the command line bills, cell by cell", async () => {
  const { services, said, run } = await openScript(starterBook());
  await run("ratebookBill");
  expect(said[0]).toMatch(/^2026-\d\d: \d+ documents\n/);
  const written = await readBy(new GooglePort(services));
  const port = new MemoryPort(await readFile(starterBook()));
  const before = await readBy(port);
  await port.apply(billingPlan(before), before);
  const expected = await readBy(port);
  // Who billed, when, and what follows from both, differ; every other cell is the same.
  const compared = (cells: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(cells).filter(([address]) => !address.startsWith("Run log!")));
  expect(compared(cellsOf(written))).toEqual(compared(cellsOf(expected)));
});

it("says why nothing was written", async () => {
  const { services, said, run } = await openScript(starterBook());
  services.spreadsheet.insertSheet = () => {
    throw new Error("You are trying to edit a protected cell or object.");
  };
  await run("ratebookBill");
  expect(said[0]).toMatch(/protected/);
});
