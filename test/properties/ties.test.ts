import fc from "fast-check";
import { billPeriod, Decimal, fates, planWrites, type BillingRun, type WritePlan } from "../../src/core/api";
import { sum } from "../../src/core/money/decimal";
import { check } from "./support/check";
import { sheet, workbook, type Cell } from "./support/sheets";

const OCTOBER = { first: 46_296, days: 31 };
const CONTRACTS = 4;
const id = (index: number) => `CT-${String(index + 1)}`;
const date = (day: number): Cell => ({ date: OCTOBER.first + day });

const cents = fc.integer({ min: 0, max: 100_000 }).map((value) => value / 1000);
const price = fc.oneof(
  cents.map((unitPrice): Cell[] => ["per_unit", unitPrice, undefined]),
  fc
    .tuple(cents, cents)
    .map(([a, b]): Cell[] => ["graduated", undefined, `10: ${String(a)}; *: ${String(b)} + 1.005`]),
  fc.tuple(cents, cents).map(([a, b]): Cell[] => ["volume", undefined, `50: ${String(a)}; *: ${String(b)}`]),
);
const contracts = fc.array(
  fc.record({
    terms: price,
    currency: fc.constantFrom("EUR", "JPY", "USD", "KWD"),
    tax: fc.constantFrom("STD", "LOW", undefined),
    minimum: fc.constantFrom(undefined, 0, 25, 333.33),
  }),
  { minLength: CONTRACTS, maxLength: CONTRACTS },
);
const usage = fc.array(
  fc.record({
    contract: fc.integer({ min: 0, max: CONTRACTS - 1 }),
    day: fc.integer({ min: 0, max: OCTOBER.days - 1 }),
    quantity: fc.integer({ min: 0, max: 40_000 }).map((value) => value / 100),
  }),
  { minLength: 1, maxLength: 20 },
);

const book = fc.tuple(contracts, usage).map(([all, rows]) =>
  workbook([
    sheet("Contracts", [
      ["Contract ID", "Customer ID", "Start date", "Currency", "Tax code", "Minimum commitment"],
      ...all.map(({ currency, tax, minimum }, at): Cell[] => [
        id(at),
        `C-${String(at)}`,
        date(-300),
        currency,
        tax,
        minimum,
      ]),
    ]),
    sheet("Prices", [
      ["Contract ID", "Product", "Pricing model", "Unit price", "Tiers"],
      ...all.map(({ terms }, at): Cell[] => [id(at), "Calls", ...terms]),
    ]),
    sheet("Tax codes", [
      ["Tax code", "Rate"],
      ["STD", { percent: 0.19 }],
      ["LOW", { percent: 0.055 }],
    ]),
    sheet("Usage", [
      ["Contract ID", "Meter", "Date", "Quantity"],
      ...rows.map(({ contract, day, quantity }): Cell[] => [id(contract), "Calls", date(day), quantity]),
    ]),
  ]),
);

function planOf(snapshot: Parameters<typeof billPeriod>[0]): { run: BillingRun; plan: WritePlan } {
  const billed = billPeriod(snapshot, { period: undefined, asOf: undefined, giveNumbers: false });
  if (!billed.ok) throw new Error("there is no period");
  const { run } = billed;
  const when = { day: 46_326, time: 0 };
  const options = { when, who: "", engineVersion: "0", sha256: () => "", parameters: "", sheetLimit: 50 };
  return { run, plan: planWrites(run, snapshot, options).plan };
}

/** The stored values of a column of a written table, beside the invoice number of their row. */
function column(plan: WritePlan, name: string, title: string): { number: string; value: Decimal }[] {
  const { rows } = plan.sheets.find((plannedSheet) => plannedSheet.name === name)!;
  const titles = rows[0]!.map((cell) => cell?.value);
  const at = (wanted: string) => titles.indexOf(wanted);
  return rows.slice(1).map((row) => ({
    number: String(row[at("Invoice number")]?.value),
    value: new Decimal((row[at(title)]?.value ?? 0) as number),
  }));
}

const total = (rows: readonly { readonly value: Decimal }[]) =>
  sum(rows.map(({ value }) => value)).toString();

it("lines, invoices, their register and the reconciliation tie in every book", () => {
  check(
    fc.property(book, (snapshot) => {
      const { run, plan } = planOf(snapshot);
      expect(run.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      const lines = column(plan, "Invoice lines", "Amount");
      const subtotals = column(plan, "Invoices", "Subtotal");
      for (const invoice of run.invoices) {
        const ofThis = (rows: typeof lines) => total(rows.filter(({ number }) => number === invoice.number));
        const subtotal = invoice.subtotal.toString();
        expect([
          total(invoice.lines.map(({ amount }) => ({ value: amount }))),
          ofThis(lines),
          ofThis(subtotals),
        ]).toEqual([subtotal, subtotal, subtotal]);
        expect(ofThis(column(plan, "Invoices", "Total"))).toBe(invoice.total.toString());
        expect(invoice.subtotal.plus(invoice.tax).toString()).toBe(invoice.total.toString());
      }
      expect(subtotals.length).toBe(run.invoices.length);
      expect(run.reconciliation.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
      for (const totals of run.controlTotals) {
        const tallied = fates.map((fate) => ({ value: new Decimal(totals[fate].quantity) }));
        expect(total(tallied)).toBe(totals.read.quantity.toString());
      }
    }),
    150,
  );
});
