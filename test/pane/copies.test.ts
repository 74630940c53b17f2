import ExcelJS from "exceljs";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { planOfBook } from "./bookFile";
import { issuedBook } from "./reviewBook";
import { readTestBook, sessionOf } from "./sessionBooks";

const fileOf = (more: Parameters<typeof issuedBook>[0] = {}) =>
  applyPlan(emptyPackage(), planOfBook(issuedBook(more)));

/** What is in a workbook, as one text. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { snapshot } = await readTestBook(bytes);
  return snapshot.grids
    .flatMap(({ sheet, columns }) => [sheet, ...columns.flatMap(({ texts }) => [...texts])])
    .join("\n");
}

describe("a copy without card numbers", () => {
  it("has none in comments either, which Mask leaves as they are", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(fileOf().buffer as ArrayBuffer);
    book.getWorksheet("Customers")!.getCell("A2").note = "pays with 4111 1111 1111 1111";
    const file = new Uint8Array(await book.xlsx.writeBuffer());
    const session = sessionOf(await readTestBook(file));
    expect(session.ask("cards", "found", file)).toMatchObject({
      cells: [],
      beside: [{ masked: "**** **** **** 1111", scheme: "Visa" }],
    });
    const { bytes, format } = session.ask("cards", "maskedCopy", file);
    const again = sessionOf(await readTestBook(bytes)).ask("cards", "found", bytes);
    expect([format, again]).toEqual(["xlsx", { cells: [], beside: [] }]);
  });
});

describe("copies that leave the house", () => {
  it("hold pseudonyms where people are named, and verify like the book", async () => {
    const file = fileOf();
    const session = sessionOf(await readTestBook(file));
    const request = { columns: "", key: "k" };
    const shown = session.ask("share", "shown", request);
    expect(shown.columns).toContainEqual({ table: "Customers", column: "Email", cells: 2 });
    const copy = session.ask("share", "copy", request, file);
    expect(copy.columns).toEqual(shown.columns);
    expect(await textOf(file)).toContain("Alder Ltd");
    expect(await textOf(copy.bytes)).not.toMatch(/Alder|alder\.example/);
    const verified = sessionOf(await readTestBook(copy.bytes)).ask("verify", "book", {
      head: "",
      formulas: undefined,
    });
    expect(verified).toMatchObject({ result: "PASS", passed: 2 });
  });

  it("say which columns cannot be meant, and which file is none", async () => {
    const session = sessionOf(await readTestBook(fileOf()));
    expect(() => session.ask("share", "shown", { columns: "Nowhere: Phone", key: "" })).toThrow(
      "no table Nowhere",
    );
    expect(() => session.ask("share", "copy", { columns: "", key: "k" }, new Uint8Array(4))).toThrow();
  });

  it("have values in place of the formulas of written tables, and the Run log says so", async () => {
    const file = fileOf();
    const session = sessionOf(await readTestBook(file));
    const details = { at: "2026-11-03T10:00:00", user: "Dora" };
    const { bytes, frozen, format } = session.ask("freeze", "copy", file, false, details);
    expect(frozen).toEqual([{ sheet: "Invoices", cells: 4 }]);
    expect(format).toBe("xlsx");
    expect(await textOf(bytes)).toContain("freeze");
    expect(await textOf(file)).not.toContain("freeze");
    // Values in place of our formulas are no change where the log says that they were frozen.
    const formulas = new Map();
    const verified = sessionOf(await readTestBook(bytes)).ask("verify", "book", { head: "", formulas });
    expect(verified).toMatchObject({ result: "PASS", passed: 2 });
  });
});
