import { exportBook, exportNamed, importNamed, type Snapshot } from "../../src/core/api";
import { withRows as afterPlan } from "../../src/core/run/withRows";
import { bytesOf, caseTables, sha256, snapshotOf, WHEN, type CaseTables } from "./caseBook";

const PROFILE = [
  ["#per", "line"],
  ["#separator", ";"],
  ["#decimal", ","],
  ["#encoding", "Windows-1252"],
  ["#quote", "all"],
].map(([column, constant]) => ({ Profile: "My ledger", Column: column!, Constant: constant! }));
const COLUMNS = [
  ["Datum", "Invoices.Invoice date", "dd.mm.yyyy"],
  ["Beleg", "Invoices.Invoice number", ""],
  ["Kunde", "Invoices.Customer name", ""],
  ["Text", "Invoice lines.Description", ""],
  ["Nr", "Invoice lines.Line", ""],
  ["Menge", "Invoice lines.Quantity", ""],
  ["Betrag", "Invoice lines.Amount", "0.00"],
  ["Konto", "Accounts.Account", ""],
].map(([Column, Source, Format]) => ({
  Profile: "My ledger",
  Column: Column!,
  Source: Source!,
  Format: Format!,
}));

const tables: CaseTables = {
  ...caseTables,
  "Export profiles": [...PROFILE, ...COLUMNS, { Profile: "My ledger", Column: "Art", Constant: "RE" }],
};
const book = snapshotOf(tables);
const options = { withDrafts: false, isAgain: false, isRaw: false, hasBom: false, when: WHEN, sha256 };

function exported(snapshot: Snapshot, name = "my ledger") {
  const target = exportNamed(name, snapshot);
  if (!target || typeof target === "string") throw new Error(String(target));
  return exportBook(target, snapshot, options);
}

describe("a profile of the workbook", () => {
  const run = exported(book);
  const [[path, bytes]] = [...bytesOf(run)] as [[string, Buffer]];

  it("makes a file as it says", () => {
    expect([path, run.leftOut]).toEqual(["My ledger-RUN-1-1.csv", []]);
    const [header, first, ...others] = bytes.toString("latin1").split("\r\n");
    expect(header).toBe('"Datum";"Beleg";"Kunde";"Text";"Nr";"Menge";"Betrag";"Konto";"Art"');
    expect(first).toBe(
      '"31.10.2026";"INV-2026-0001";"Müller, ""Söhne"" & Co KG";"Platform fee October";"1";"1";"490,00";"8100";"RE"',
    );
    expect(others.find((line) => line.includes("HYPERLINK"))).toContain('"\'=HYPERLINK(""http');
  });

  it("reads its files back: documents and lines with their values, once", () => {
    const empty = { ...book, grids: book.grids.filter(({ sheet }) => sheet === "Export profiles") };
    const text = new TextDecoder("latin1").decode(bytes);
    const file = { name: path, text, grid: undefined, table: undefined };
    const read = (snapshot: Snapshot) => {
      const result = importNamed("My ledger", snapshot)!.read({ snapshot, file });
      if (!result.ok) throw new Error(result.reason);
      return result.imported;
    };
    const imported = read(empty);
    expect(imported.added).toEqual([
      { table: "Invoices", rows: 7 },
      { table: "Invoice lines", rows: 15 },
    ]);
    expect(read(afterPlan(empty, imported.plan)).added).toEqual([]);
    // The values are those of the book: nothing of them is new there.
    expect(read(book).added).toEqual([{ table: "Invoice lines", rows: 1 }]);
  });

  it("says which option or column it does not understand", () => {
    const wrong = snapshotOf({
      ...tables,
      "Export profiles": [{ Profile: "X", Column: "#per", Constant: "page" }],
    });
    expect(exportNamed("X", wrong)).toContain("#per of profile X is “page”");
    const unknown = snapshotOf({
      ...tables,
      "Export profiles": [{ Profile: "X", Column: "Total", Source: "Invoices.Grand total" }],
    });
    const { leftOut } = exported(unknown, "X");
    expect(leftOut[0]).toMatchObject({
      code: "FIELD_MISSING",
      at: { sheet: "Export profiles", row: 1, column: 2 },
    });
    expect(exportNamed("Nobody's", book)).toBeUndefined();
  });
});
