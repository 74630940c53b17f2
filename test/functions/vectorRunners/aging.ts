import type { Day } from "../../../src/core/calendar/day";
import type { Cell } from "../../../simulatedExcel";
import type { Outcome } from "../../vectors/outcome";
import type { Fields, Vector } from "../../vectors/vector";
import {
  column,
  difference,
  numbersOf,
  sumOf,
  type FunctionRunner,
  type FunctionRunners,
  type Sheet,
} from "./sheet";

/** The bands as the vectors call them. */
const limits = [[30, 60, 90]];
const labels = ["current", "1-30", "31-60", "61-90", "90+"];
const bands = [limits, [labels]];

/** Ages by the day that the user gives: a due date or an invoice date. */
async function ages({ input }: Vector, sheet: Sheet): Promise<Outcome> {
  const age = async (name: string) => {
    const given = [input.day(name), input.day("as_of")];
    const [bucket] = await sheet.texts("AGING_BUCKET", ...given, ...bands);
    return { days: await sheet.number("DAYS_PAST_DUE", ...given), bucket };
  };
  return { figures: { by_due_date: await age("due_date"), by_invoice_date: await age("invoice_date") } };
}

async function dueDates({ input }: Vector, sheet: Sheet): Promise<Outcome> {
  const [due, asOf] = [column(input.days("due_dates")), input.day("as_of")];
  const own = [[[30, 60, 90, 120]], [["current", "0-30", "31-60", "61-90", "91-120", "120+"]]];
  return {
    figures: {
      days_past_due: await sheet.numbers("DAYS_PAST_DUE", due, asOf),
      buckets: await sheet.texts("AGING_BUCKET", due, asOf, ...own),
    },
  };
}

interface OpenItem {
  readonly due: Cell;
  readonly balance: number;
}

/** The amounts of a summary by the labels of its rows. */
async function summary(sheet: Sheet, items: readonly OpenItem[], asOf: Day) {
  const [dates, balances] = [items.map(({ due }) => due), items.map(({ balance }) => balance)];
  const rows = await sheet.rows("AGING_SUMMARY", column(dates), column(balances), asOf, ...bands);
  return Object.fromEntries(rows.map(([label, , amount]) => [label as string, amount as number]));
}

const openItem = (fields: Fields): OpenItem => ({
  // A credit is seen at its own date.
  due: fields.has("due_date") ? fields.day("due_date") : fields.has("date") ? fields.day("date") : null,
  balance: fields.number("amount"),
});

/** Buckets of single rows, and the amounts of each bucket added. */
async function byOwnDate(sheet: Sheet, items: readonly OpenItem[], asOf: Day) {
  const amounts = column(items.map(({ balance }) => balance));
  const buckets = await sheet.texts("AGING_BUCKET", column(items.map(({ due }) => due)), asOf, ...bands);
  const figures: Record<string, number> = { total: await sheet.number("METER_USAGE", amounts) };
  for (const label of labels)
    figures[label] = await sheet.number("METER_USAGE", amounts, "sum", column(buckets), label);
  return figures;
}

async function openInvoices({ params, input }: Vector, sheet: Sheet): Promise<Outcome> {
  const credits = input.has("credits") ? input.fieldsList("credits") : [];
  const items = [...input.fieldsList("invoices"), ...credits].map(openItem);
  const asOf = input.day("as_of");
  if (params.optionalText("unapplied_credits") === "aged_by_own_date")
    return { figures: await byOwnDate(sheet, items, asOf) };
  const { Credits, Total, ...buckets } = await summary(sheet, items, asOf);
  return { figures: { ...buckets, unapplied_credits: Credits, total: Total } };
}

/** Amounts with a date each, perhaps of an invoice each, as columns of METER_USAGE. */
interface Dated {
  readonly amount: number;
  readonly date: Day;
  readonly invoice?: string;
}

/** What of these amounts counts up to a day; of one invoice, or of all. */
function until(sheet: Sheet, all: readonly Dated[], asOf: Day, invoice?: string): Promise<number> {
  const invoices = invoice === undefined ? undefined : column(all.map((each) => each.invoice ?? ""));
  const dates = column(all.map(({ date }) => date));
  const names = [invoices, invoice, undefined, undefined];
  return sheet.number(
    "METER_USAGE",
    column(all.map(({ amount }) => amount)),
    "sum",
    ...names,
    dates,
    undefined,
    asOf,
  );
}

/** Balances out of what was invoiced, received and applied up to a day. */
async function asOfPastDay({ input }: Vector, sheet: Sheet): Promise<Outcome> {
  const asOf = input.day("as_of");
  const payments = input.fieldsList("payments");
  const received = payments.map((each) => ({ amount: each.number("amount"), date: each.day("date") }));
  const applied = payments.flatMap((payment) =>
    payment.fieldsList("applied").map((each) => ({
      amount: each.number("amount"),
      date: each.has("applied_on") ? each.day("applied_on") : payment.day("date"),
      invoice: each.text("invoice"),
    })),
  );
  const items: OpenItem[] = [];
  for (const each of input.fieldsList("invoices")) {
    const invoice = each.text("id");
    const own = [{ amount: each.number("amount"), date: each.day("invoice_date"), invoice }];
    const paid = await until(sheet, applied, asOf, invoice);
    const balance = difference(await until(sheet, own, asOf, invoice), paid);
    items.push({ due: each.day("due_date"), balance });
  }
  const unapplied = difference(await until(sheet, received, asOf), await until(sheet, applied, asOf));
  const { Credits, Total, ...buckets } = await summary(
    sheet,
    [...items, { due: asOf, balance: -unapplied }],
    asOf,
  );
  return { figures: { ...buckets, unapplied_cash: -Credits!, total: Total } };
}

/** A payment, then a credit, each over what is left of the installments. */
async function installments({ input }: Vector, sheet: Sheet): Promise<Outcome> {
  const invoiced = numbersOf(input, "installments");
  const paid = await sheet.numbers("APPLY_CASH", input.number("paid"), column(invoiced));
  const open = invoiced.map((amount, index) => difference(amount, paid[index]!));
  const credited = await sheet.numbers("APPLY_CASH", input.number("credit_note"), column(open));
  return {
    figures: {
      rows_invoiced_paid_credited_outstanding: invoiced.map((amount, index) => [
        amount,
        paid[index],
        credited[index],
        difference(open[index]!, credited[index]!),
      ]),
    },
  };
}

/** Aging has no models; what is given tells the cases apart. */
export const agingRunner: FunctionRunner = async (vector, sheet) => {
  const { input } = vector;
  if (input.hasOnly("invoice_date", "due_date", "as_of")) return ages(vector, sheet);
  if (input.hasOnly("as_of", "due_dates")) return dueDates(vector, sheet);
  if (input.has("installments")) return installments(vector, sheet);
  if (input.hasOnly("as_of", "invoices", "credits")) return openInvoices(vector, sheet);
  return input.hasOnly("as_of", "invoices", "payments") ? asOfPastDay(vector, sheet) : undefined;
};

const agingByDueDate: FunctionRunner = async ({ params, input }, sheet) => {
  const open = input.fieldsList("open");
  const rows = await sheet.rows(
    "AGING_SUMMARY",
    column(open.map((each) => each.day("dueDate"))),
    column(open.map((each) => each.number("amount"))),
    params.day("asOf"),
    [numbersOf(params, "bucketUpperBounds")],
  );
  const amounts = rows.map(([label, , amount]) => [(label as string).toLowerCase(), amount] as const);
  const { total, ...buckets } = Object.fromEntries(amounts.filter(([label]) => label !== "credits"));
  return { figures: { amount: total, buckets } };
};

/** What an installment plan has past due on a day. */
export async function pastDue(sheet: Sheet, items: readonly OpenItem[], asOf: Day) {
  const dates = column(items.map(({ due }) => due));
  const rows = await sheet.rows("AGING_SUMMARY", dates, column(items.map(({ balance }) => balance)), asOf);
  // Between what is current and the rows of credits and the total.
  const late = rows.slice(1, -2);
  const total = rows.at(-1)![2] as number;
  return {
    count: sumOf(late.map(([, count]) => count as number)),
    amount: sumOf(late.map(([, , amount]) => amount as number)),
    total,
  };
}

export const agingRunners: FunctionRunners = { aging_by_due_date: agingByDueDate };
