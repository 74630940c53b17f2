import { goodBooks } from "./goodBooks";
import { reckon } from "./reckon";
import { testHalf } from "./sample";
import { sheetsOf } from "./sheet";
import { bill, billsOf } from "./trial";

describe("books as they were before", () => {
  test.each(goodBooks.map((book) => [book.name, book] as const))("%s", async (_name, { tables, bills }) => {
    const sheets = sheetsOf(tables);
    expect(reckon(sheets)).toEqual(bills);
    const run = await bill(sheets);
    expect(billsOf(run)).toEqual(bills);
    expect(run.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

testHalf(0);
