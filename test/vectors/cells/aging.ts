import type { Argument, Cell } from "../../../simulatedExcel";
import type { Day } from "../../../src/core/calendar/day";
import type { Fields } from "../vector";
import { column, difference, sumOf, type Sheet } from "./sheet";

export interface OpenItem {
  readonly due: Cell;
  readonly balance: number;
}

function summaryRows(sheet: Sheet, items: readonly OpenItem[], asOf: Day, bands: readonly Argument[]) {
  const dates = column(items.map(({ due }) => due));
  return sheet.rows("AGING_SUMMARY", dates, column(items.map(({ balance }) => balance)), asOf, ...bands);
}

/** The amounts of a summary by the labels of its rows. */
export async function summaryInCells(
  sheet: Sheet,
  items: readonly OpenItem[],
  asOf: Day,
  bands: readonly Argument[] = [],
): Promise<Record<string, number>> {
  const rows = await summaryRows(sheet, items, asOf, bands);
  return Object.fromEntries(rows.map(([label, , amount]) => [label as string, amount as number]));
}

/** What is past due on a day: how many, their amount, and the total of all. */
export async function pastDue(sheet: Sheet, items: readonly OpenItem[], asOf: Day) {
  const rows = await summaryRows(sheet, items, asOf, []);
  // Between what is current and the rows of credits and the total.
  const late = rows.slice(1, -2);
  return {
    count: sumOf(late.map(([, count]) => count as number)),
    amount: sumOf(late.map(([, , amount]) => amount as number)),
    total: rows.at(-1)![2] as number,
  };
}

/** Buckets of single rows, credits among them, and the amounts of each bucket added. */
export async function byItemDate(
  sheet: Sheet,
  items: readonly OpenItem[],
  asOf: Day,
  bands: readonly Argument[],
  labels: readonly string[],
) {
  const amounts = column(items.map(({ balance }) => balance));
  const buckets = await sheet.texts("AGING_BUCKET", column(items.map(({ due }) => due)), asOf, ...bands);
  const figures: Record<string, number> = { total: await sheet.number("METER_USAGE", amounts) };
  for (const label of labels)
    figures[label] = await sheet.number("METER_USAGE", amounts, "sum", column(buckets), label);
  return figures;
}

/** Amounts with a date each, perhaps of an invoice each, as columns of METER_USAGE. */
interface Dated {
  readonly amount: number;
  readonly date: Day;
  readonly invoice?: string;
}

/** What of these amounts counts up to a day; of one invoice, or of all. */
function until(sheet: Sheet, all: readonly Dated[], asOf: Day, invoice?: string): Promise<number> {
  const invoices = invoice === undefined ? undefined : column(all.map((item) => item.invoice ?? ""));
  const dates = column(all.map(({ date }) => date));
  const amounts = column(all.map(({ amount }) => amount));
  const invoiceArguments = [invoices, invoice, undefined, undefined];
  return sheet.number("METER_USAGE", amounts, "sum", ...invoiceArguments, dates, undefined, asOf);
}

/** Balances as of a day out of invoices and payments with their applications, and what of the payments is unapplied. */
export async function openBalances(
  sheet: Sheet,
  input: Fields,
): Promise<{ items: OpenItem[]; unapplied: number }> {
  const asOf = input.day("as_of");
  const payments = input.fieldsList("payments");
  const received = payments.map((payment) => ({
    amount: payment.number("amount"),
    date: payment.day("date"),
  }));
  const applied = payments.flatMap((payment) =>
    payment.fieldsList("applied").map((application) => ({
      amount: application.number("amount"),
      date: application.has("applied_on") ? application.day("applied_on") : payment.day("date"),
      invoice: application.text("invoice"),
    })),
  );
  const items: OpenItem[] = [];
  for (const document of input.fieldsList("invoices")) {
    const invoice = document.text("id");
    const billed = [{ amount: document.number("amount"), date: document.day("invoice_date"), invoice }];
    const paid = await until(sheet, applied, asOf, invoice);
    const balance = difference(await until(sheet, billed, asOf, invoice), paid);
    items.push({ due: document.day("due_date"), balance });
  }
  const unapplied = difference(await until(sheet, received, asOf), await until(sheet, applied, asOf));
  return { items, unapplied };
}
