import { Decimal, planExport, type Snapshot, type WritePlan } from "../../src/core/api";
import { readLogs, checkLogs } from "../../src/core/review/log/logs";
import { isOutputSheet } from "../../src/core/intake/outputSheets";
import { sheet } from "../properties/support/sheets";
import { bytesOf, caseTables, runExport, sha256, snapshotOf, WHEN, withRows } from "./caseBook";

const book = snapshotOf(caseTables);
const act = { when: WHEN, who: "Ann", engineVersion: "1", sha256 };

/** The workbook as it reads once a plan of whole sheets is carried out. */
function after(snapshot: Snapshot, { sheets }: WritePlan): Snapshot {
  const grids = sheets.map(({ name, rows }) =>
    sheet(
      name,
      rows.map((cells) =>
        cells.map((cell) => {
          const value = cell?.value;
          if (cell?.style?.format?.startsWith("yyyy")) return { date: Number(value) };
          return Decimal.isDecimal(value) ? value.toNumber() : value;
        }),
      ),
    ),
  );
  const written = new Set(grids.map((grid) => grid.sheet));
  return { ...snapshot, grids: [...snapshot.grids.filter((grid) => !written.has(grid.sheet)), ...grids] };
}

function exported(snapshot: Snapshot, target = "quickbooks-online"): Snapshot {
  const run = runExport(target, snapshot);
  const plan = planExport(run, (path) => sha256([bytesOf(run).get(path)!]), act);
  return after(snapshot, plan!);
}

describe("what was exported", () => {
  const once = exported(book);

  it("is in Exports, an output sheet, a row a document with the hashes of document and file", () => {
    const grid = once.grids.find((each) => each.sheet === "Exports")!;
    expect([isOutputSheet(grid), grid.rowCount]).toEqual([true, 8]);
    expect(grid.columns.slice(0, 3).map(({ texts }) => [...texts].includes("INV-2026-0001"))).toEqual([
      false,
      false,
      true,
    ]);
    const files = [...grid.columns[4]!.texts];
    expect(files).toEqual(["File", "quickbooks-online-RUN-1-1.csv", "quickbooks-online-credits-RUN-1-1.csv"]);
  });

  it("leaves a row in the Run log whose chain holds", () => {
    const logs = readLogs(once, sha256);
    expect(checkLogs(logs)).toEqual([]);
    const [row] = logs.runLog;
    expect(["action", "parameters", "invoices", "total"].map((field) => row!.texts.get(field))).toEqual([
      "export",
      "to quickbooks-online",
      "7",
      "EUR 1,488.59; USD 39.72",
    ]);
    expect(checkLogs(readLogs(exported(once, "journal"), sha256))).toEqual([]);
  });

  it("is not written again to that target, but to others, and to all on request", () => {
    const again = runExport("quickbooks-online", once);
    expect([again.files, again.already, again.leftOut]).toEqual([[], 7, []]);
    expect(planExport(again, () => "", act)).toBeUndefined();
    expect(runExport("xero", once).already).toBe(0);
    const repeated = runExport("quickbooks-online", once, { isAgain: true });
    expect([repeated.files.length, repeated.already]).toEqual([2, 0]);
  });

  it("is named where it changed or was voided since, and not exported by itself", () => {
    const changed = withRows(caseTables, "Invoices", (row) => {
      if (row["Invoice number"] === "INV-2026-0001") return { ...row, "PO number": "4712", Status: "Paid" };
      if (row["Invoice number"] === "INV-2026-0003") return { ...row, Status: "Void" };
      return row["Invoice number"] === "INV-2026-0002" ? { ...row, Total: 488.19 } : row;
    });
    const log = once.grids.filter(({ sheet: name }) => name === "Exports" || name === "Run log");
    const later = snapshotOf(changed);
    const run = runExport("quickbooks-online", { ...later, grids: [...later.grids, ...log] });
    const overtaken = run.issues.filter(({ code }) => code.endsWith("_AFTER_EXPORT"));
    expect(overtaken.map(({ code, value }) => [code, value])).toEqual([
      ["CHANGED_AFTER_EXPORT", "INV-2026-0002"],
      ["VOID_AFTER_EXPORT", "INV-2026-0003"],
    ]);
    expect([run.files, run.already, run.leftOut]).toEqual([[], 6, []]);
  });
});
