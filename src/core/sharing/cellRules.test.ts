import { sheet, workbook } from "../../../test/properties/support/sheets";
import { invoicesTable } from "../documents/invoices.table";
import { bindTable } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { settingsTable } from "../settings/settings.table";
import { runLogTable } from "../sheets/runLog";
import type { TableDefinition } from "../schema/table";
import { sealsTable } from "../review/tables/seals.table";
import { isDroppedCell, isFreeText } from "./cellRules";

function boundOf(table: TableDefinition, rows: readonly (readonly string[])[]) {
  const snapshot = workbook([sheet(table.title, rows)]);
  const bound = bindTable(table, snapshot, new Map(), () => undefined);
  if (!bound) throw new Error("the table cannot be read");
  return anyTable(bound);
}

describe("texts of people", () => {
  const invoices = boundOf(invoicesTable, [
    ["Invoice number", "Customer ID", "Total", "Status", "PO number", "Approved by", "Seal"],
    ["INV-1", "K1", "5", "Draft", "for Berg", "Berg", "1-beda"],
  ]);
  const log = boundOf(runLogTable, [
    ["Run ID", "When", "Who", "Parameters", "Hash"],
    ["RUN-1", "2026-10-31", "Berg", "of Berg", "beda"],
  ]);

  it.each([
    ["a note of a document", invoices, "poNumber", true],
    ["an id", invoices, "customerId", true],
    ["a choice", invoices, "status", false],
    ["who approved", invoices, "approvedBy", false],
    ["a seal", invoices, "seal", false],
    ["who ran", log, "who", false],
    ["a hash", log, "hash", false],
    ["parameters", log, "parameters", true],
  ])("%s", (_, bound, field, isFree) => {
    expect(isFreeText(bound, field, 1)).toBe(isFree);
  });

  it("are not in seals, of which the personal texts stay behind", () => {
    const seals = boundOf(sealsTable, [
      ["Invoice number", "Table", "Key", "Text", "Hash"],
      ["INV-1", "Customers", "K1", "Customer ID: K1", "be"],
      ["INV-1", "Customers", "K1 | personal", "Salt: 00aa", "da"],
    ]);
    expect([1, 2].map((row) => isFreeText(seals, "text", row))).toEqual([false, false]);
    expect([1, 2].map((row) => isDroppedCell(seals, "text", row))).toEqual([false, true]);
    expect(isDroppedCell(seals, "hash", 2)).toBe(false);
  });

  it("are settings without choices that name no columns", () => {
    const settings = boundOf(settingsTable, [
      ["Key", "Value"],
      ["Terms and conditions", "x"],
      ["Rounding mode", "half_up"],
      ["Personal columns", "Usage: Caller"],
      ["Mapping: Usage", "Quantity = Menge"],
      ["My own note", "x"],
    ]);
    expect([1, 2, 3, 4, 5].map((row) => isFreeText(settings, "value", row))).toEqual([
      ...[true, false, false, false, true],
    ]);
    expect(isFreeText(settings, "key", 1)).toBe(false);
  });
});
