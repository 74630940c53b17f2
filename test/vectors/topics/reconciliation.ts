import { formatPeriod } from "../../../src/core/calendar/period";
import { sum } from "../../../src/core/money/decimal";
import type { Finding } from "../../../src/core/reconciliation/finding";
import { unitsAt } from "../cells/prices";
import { column, difference } from "../cells/sheet";
import { billBook, bookOf, contractRow, invoiceOf, priceRow, type Row } from "../book";
import type { Fields } from "../vector";
import type { ByEngine, Ways, WaysByGiven } from "../ways";

const contract = (fields: Fields): Row =>
  contractRow({
    "Contract ID": fields.text("contract"),
    "Customer ID": fields.text("customer"),
    "Start date": fields.text("start"),
    "End date": fields.text("end"),
    Currency: fields.optionalText("currency") ?? "USD",
  });

const price = (fields: Fields): Row =>
  priceRow({
    "Contract ID": fields.text("contract"),
    Product: fields.text("meter"),
    "Pricing model": "per_unit",
    "Unit price": fields.number("price"),
    // Quantities are in the unit, also where its name holds a number.
    "Price per": 1,
    Unit: fields.optionalText("unit"),
  });

const reading = (fields: Fields): Row => ({
  "Contract ID": fields.text("contract"),
  Meter: "api",
  Date: `${fields.text("period")}-10`,
  Quantity: fields.number("quantity"),
  Received: fields.optionalText("received"),
});

const document = (fields: Fields): Row => ({
  "Invoice number": fields.text("invoice"),
  Status: "Issued",
  "Contract ID": fields.text("contract"),
  "Period start": `${fields.text("period")}-01`,
  "Period end": `${fields.text("period")}-28`,
  "Invoice date": fields.optionalText("date"),
  Currency: fields.optionalText("currency") ?? "USD",
});

const line = (fields: Fields): Row => ({
  "Invoice number": fields.text("invoice"),
  "Contract ID": fields.text("contract"),
  Product: "api",
  Kind: "usage",
  "Period start": `${fields.text("period")}-01`,
  "Period end": `${fields.text("period")}-28`,
  Quantity: fields.number("quantity"),
  "Unit price": fields.number("price"),
  Amount: fields.number("amount"),
});

/** Codes that the vectors name otherwise. */
const codes: Readonly<Record<string, string>> = { DUPLICATE_NUMBER: "DUPLICATE_INVOICE_NUMBER" };

/** A finding by the vectors' names; quantity and ratio are in its cause. */
function shown(found: Finding, names: readonly string[]): Readonly<Record<string, unknown>> {
  const inCause = (pattern: RegExp) => pattern.exec(found.cause)?.[1]?.replaceAll(",", "");
  const all: Readonly<Record<string, unknown>> = {
    code: codes[found.code] ?? found.code,
    leakage: found.difference,
    contract: found.contractId,
    invoice: found.invoiceNumber,
    invoices: [found.invoiceNumber],
    period: found.period && formatPeriod(found.period),
    quantity: inCause(/: ([\d,.]+) came after/),
    ratio: inCause(/billed ([\d,]+) times/),
  };
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

/** Contracts, usage and invoices of another system in one workbook, compared by a run for their last month. */
const comparedBooks: ByEngine = ({ params, input, expected }) => {
  const [contracts, usage, invoices] = ["contracts", "usage", "invoices"].map((name) =>
    input.fieldsList(name),
  );
  const months = [...usage!, ...invoices!].map((fields) => fields.text("period")).sort();
  const { reconciliation } = billBook(
    bookOf({
      Settings: [{ Key: "Reconciliation tolerance", Value: params.number("tolerance") }],
      Contracts: contracts!.map(contract),
      Prices: contracts!.map(price),
      Usage: usage!.map(reading),
      Invoices: invoices!.map(document),
      "Invoice lines": invoices!.map(line),
    }),
    months.at(-1)!,
  );
  // The numbers of the vectors' invoices are names; gaps between them are no topic there.
  const found = reconciliation.findings.filter(({ code }) => code !== "INVOICE_NUMBER_GAP");
  const wanted = expected.findings as readonly Readonly<Record<string, unknown>>[];
  const findings = found.map((finding, index) => shown(finding, Object.keys(wanted[index] ?? { code: "" })));
  return { figures: { findings, net_leakage: sum(found.map(({ difference }) => difference)) } };
};

/** Amounts per row as billed by minutes and rate, and what was billed otherwise less that. */
const ratedRows: Ways = {
  engine: ({ input }) => {
    const rows = input.fieldsList("rows");
    const { lines } = invoiceOf({
      Prices: rows.map((row, index) =>
        priceRow({
          Product: `Call ${String(index + 1)}`,
          "Pricing model": "per_unit",
          "Unit price": row.number("rate"),
        }),
      ),
      Usage: rows.map((row, index) => ({
        "Contract ID": "C1",
        Meter: `Call ${String(index + 1)}`,
        Date: "2026-01-10",
        Quantity: row.number("minutes"),
      })),
    });
    const expected = lines.map(({ amount }) => amount);
    const differences = rows.map((row, index) => row.decimal("billed").minus(expected[index]!));
    return { figures: { expected, differences } };
  },
  functions: async ({ input }, sheet) => {
    const expected: number[] = [];
    const rows = input.fieldsList("rows");
    for (const row of rows) {
      const amount = await unitsAt(sheet, row.number("minutes"), row.number("rate"));
      expected.push(await sheet.number("ROUND_MONEY", amount));
    }
    const less = rows.map((row, index) => difference(row.number("billed"), expected[index]!));
    return { figures: { expected, differences: await sheet.numbers("ROUND_MONEY", column(less)) } };
  },
};

export const reconciliation: WaysByGiven = ({ input }) =>
  input.hasOnly("rows") ? ratedRows : { engine: comparedBooks };
