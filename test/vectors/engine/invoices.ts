import { formatDay, type Day } from "../../../src/core/calendar/day";
import { monthOf } from "../../../src/core/calendar/period";
import type { Snapshot } from "../../../src/core/grid/grid";
import { billPeriod } from "../../../src/core/run/billingRun";
import { planWrites } from "../../../src/core/run/planWrites";
import { Decimal, sum } from "../../../src/core/money/decimal";
import type { Invoice } from "../../../src/core/invoicing/invoice";
import type { Fields } from "../vector";
import { contractRow, invoiceOf, priceRow, type Row } from "../book";

/** Amounts of a line's kind on an invoice, without its sign. */
export function amountOfKind(invoice: Invoice, kind: Invoice["lines"][number]["kind"]): Decimal {
  return sum(invoice.lines.filter((line) => line.kind === kind).map(({ amount }) => amount)).abs();
}

export const fee = (amount: string, row: Row = {}): Row =>
  priceRow({ Product: "Fee", "Flat fee": Number(amount), ...row });
export const fees = (amounts: readonly string[], row: Row = {}): Row[] =>
  amounts.map((amount, index) => fee(amount, { Product: `Fee ${String(index + 1)}`, ...row }));

export const adjustment = (amount: string, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Date: "2026-01-15",
  Amount: Number(amount),
  Description: "Discount",
  "Reason code": "OTHER",
  ...row,
});

/** The tables of a workbook whose contract is taxed at a rate. */
export const taxedBook = (ratePercent: string, settings: readonly Row[] = []) => ({
  Contracts: [contractRow({ "Tax code": "T" })],
  "Tax codes": [{ "Tax code": "T", Rate: { percent: new Decimal(ratePercent).dividedBy(100).toNumber() } }],
  ...(settings.length > 0 ? { Settings: settings } : {}),
});

/** Tax on an amount as an invoice shows it. */
export function taxOn(net: Decimal, ratePercent: string): Pick<Invoice, "tax" | "total"> {
  return invoiceOf({ ...taxedBook(ratePercent), Prices: [fee(net.toString())] });
}

export const isTwoDigits = (params: Fields) =>
  !params.has("rounding") || params.fields("rounding").number("scale") === 2;

export function discountThenTax(amount: string, discountPercent: string, ratePercent: string): Invoice {
  return invoiceOf({
    ...taxedBook(ratePercent),
    Prices: [fee(amount, { "Discount %": Number(discountPercent) })],
  });
}

/** A discount off the document is an adjustment with the tax code of what it is off. */
export function documentDiscountThenTax(
  amount: string,
  discountAmount: string,
  ratePercent: string,
): Invoice {
  return invoiceOf({
    ...taxedBook(ratePercent),
    Prices: [fee(amount)],
    Adjustments: [adjustment(`-${discountAmount}`)],
  });
}

/** The rows of the sheet Instalments when the month of a day is billed on it. */
export function instalmentsOn(book: Snapshot, asOf: Day): { due_date: string; amount: Decimal }[] {
  const result = billPeriod(book, { period: monthOf(asOf), asOf, giveNumbers: false });
  if (!result.ok) throw new Error("no period");
  const options = {
    when: { day: asOf, time: 0 },
    who: "",
    engineVersion: "",
    sha256: () => "",
    parameters: "",
    sheetLimit: 0,
  };
  const { plan } = planWrites(result.run, book, options);
  const rows = plan.sheets.find(({ name }) => name === "Instalments")?.rows.slice(1) ?? [];
  return rows.map((cells) => {
    const [, , due, amount] = cells.map((cell) => cell?.value);
    return { due_date: formatDay(due as Day), amount: amount as Decimal };
  });
}
