import { readFileSync } from "node:fs";
import { join } from "node:path";
import { billPeriod, formatDay, planWrites, type BillingRun, type Snapshot } from "../../src/core/api";
import { sha256 } from "../../src/cli/sha256";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import type { WorkbookPackage } from "../../src/workbook/xlsx/package/workbookPackage";
import expected from "./harbour-2026-10.json";

const EXAMPLE = join(__dirname, "..", "..", "examples", "harbour.xlsx");
const options = { period: undefined, asOf: undefined, giveNumbers: false };

async function open(bytes: Uint8Array): Promise<{ snapshot: Snapshot; package: WorkbookPackage }> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading;
}

function bill(snapshot: Snapshot): BillingRun {
  const result = billPeriod(snapshot, options);
  if (!result.ok) throw new Error("the example names its period");
  return result.run;
}

const plan = (run: BillingRun, snapshot: Snapshot) =>
  planWrites(run, snapshot, {
    when: { day: run.book.asOf, time: 0 },
    who: "golden",
    engineVersion: "0.0.0",
    sha256,
    parameters: "",
    sheetLimit: 3,
  });

const steps = new Set(["usage", "discount", "minimum", "maximum"]);

/** Amounts by kind of line; the steps of metered prices are one figure, since a late difference can take either way. */
function amountsByKind(byKind: Readonly<Record<string, string | undefined>>): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const [kind, amount] of Object.entries(byKind)) {
    if (kind === "included") continue;
    const name = steps.has(kind) ? "metered" : kind;
    amounts[name] = Number(((amounts[name] ?? 0) + Number(amount)).toFixed(2));
  }
  return amounts;
}

describe("the bundled example", () => {
  let book: { snapshot: Snapshot; package: WorkbookPackage };
  let run: BillingRun;
  beforeAll(async () => {
    book = await open(readFileSync(EXAMPLE));
    run = bill(book.snapshot);
  }, 60_000);

  it("bills every contract to the cent of the independent calculation", () => {
    const billed = run.invoices
      .filter(({ corrects }) => corrects === "")
      .map(({ contractId, currency, dueDate, subtotal, tax, total, lines }) => {
        const byKind: Record<string, string> = {};
        for (const { kind } of lines) {
          const amounts = lines.filter((line) => line.kind === kind).map(({ amount }) => amount);
          byKind[kind] = amounts.reduce((all, amount) => all.plus(amount)).toString();
        }
        return { contractId, currency, dueDate: formatDay(dueDate), subtotal, tax, total, byKind };
      });
    const asNumbers = expected.invoices.map((invoice) => ({
      ...invoice,
      subtotal: Number(invoice.subtotal),
      tax: Number(invoice.tax),
      total: Number(invoice.total),
      byKind: amountsByKind(invoice.byKind),
    }));
    const shown = billed.map((invoice) => ({
      ...invoice,
      subtotal: invoice.subtotal.toNumber(),
      tax: invoice.tax.toNumber(),
      total: invoice.total.toNumber(),
      byKind: amountsByKind(invoice.byKind),
    }));
    expect(shown).toEqual(asNumbers);
  });

  it("writes the credit memo that names an invoice as a credit note of its own", () => {
    const notes = run.invoices
      .filter(({ corrects }) => corrects !== "")
      .map(({ contractId, corrects, reasonCode: reason, currency, subtotal, tax, total, type }) => ({
        note: {
          contractId,
          corrects,
          reason,
          currency,
          subtotal: subtotal.toFixed(2),
          tax: tax.toFixed(2),
          total: total.toFixed(2),
        },
        type,
      }));
    expect(notes).toEqual(expected.creditNotes.map((note) => ({ note, type: "credit_note" })));
  });

  it("holds the invoices that depend on a fault and lets the others go", () => {
    expect(run.held.map(({ contractId }) => contractId)).toEqual(expected.held);
  });

  it("accounts for every usage row once", () => {
    const totals = Object.fromEntries(
      run.controlTotals.map(({ meter, read, duplicate, outside, filtered }) => [
        meter,
        {
          rowsRead: read.rows,
          quantityRead: read.quantity.toString(),
          rowsDuplicate: duplicate.rows,
          rowsOutside: outside.rows,
          rowsFiltered: filtered.rows,
        },
      ]),
    );
    expect(totals).toEqual(expected.controlTotals);
    expect(run.controlTotals.reduce((all, { read }) => all + read.rows, 0)).toBe(expected.usageRows);
    for (const { read, rated, rejected, duplicate, outside, filtered } of run.controlTotals) {
      const fates = [rated, rejected, duplicate, outside, filtered];
      expect(fates.reduce((all, { rows }) => all + rows, 0)).toBe(read.rows);
      expect(fates.map(({ quantity }) => quantity).reduce((all, quantity) => all.plus(quantity))).toEqual(
        read.quantity,
      );
    }
  });

  it("raises no false alarm: of errors and warnings there are the planted ones", () => {
    const told = run.issues.filter(({ severity }) => severity !== "info").map(({ code }) => code);
    expect([...new Set(told)].sort()).toEqual([
      "CONFLICTING_EVENT",
      "ERROR_CELL",
      "NOT_A_NUMBER",
      "NUMBER_AS_TEXT",
      "PRICE_WITHOUT_USAGE",
      "UNKNOWN_CONTRACT",
      "USAGE_OUTSIDE_CONTRACT",
      "USAGE_WHILE_SUSPENDED",
    ]);
  });

  it("names the planted faults and what they would cost", () => {
    const codes: Record<string, number> = {};
    for (const { code, cells = 1 } of run.issues) codes[code] = (codes[code] ?? 0) + cells;
    expect(codes).toMatchObject({
      DUPLICATE_EVENT: 3227,
      UNKNOWN_CONTRACT: 12,
      CONFLICTING_EVENT: 1,
      USAGE_OUTSIDE_CONTRACT: 9,
      NUMBER_AS_TEXT: 5,
      ZERO_USAGE_FEE: 1,
    });
    expect(run.reconciliation.findings.map(({ code }) => code)).toContain("USAGE_WITHOUT_CONTRACT");
  });

  it("changes nothing and spends nothing when it is billed again from its own result", async () => {
    const written = applyPlan(book.package, plan(run, book.snapshot).plan);
    const again = await open(written);
    const secondRun = bill(again.snapshot);
    const second = plan(secondRun, again.snapshot);
    expect(second.hasChanges).toBe(false);
    expect(second.plan).toEqual({ sheets: [], removedSheets: [], appended: [] });
    expect(secondRun.invoices.map(({ number, total }) => [number, total.toString()])).toEqual(
      run.invoices.map(({ number, total }) => [number, total.toString()]),
    );
  }, 60_000);
});
