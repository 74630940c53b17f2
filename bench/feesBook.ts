import { parseIsoDay } from "../src/core/calendar/day";
import { monthOf, preceding, type Period } from "../src/core/calendar/period";
import { idOf, lineHeader, type Row } from "./bookRows";
import type { Cell } from "./sheetParts";
import type { Sheet } from "./writeSheets";

const CONTRACTS = 1000;
const ROWS = 50_000;
const DAYS = 31;
const OCTOBER = monthOf(parseIsoDay("2026-10-01")!);

const serial = (day: number): Cell => ({ serial: day });
const feeOf = (contract: number) => 10.5 + ((contract * 7) % 90);

/** The months before October 2026, the first of them first. */
function monthsBefore(count: number): Period[] {
  const months: Period[] = [];
  for (let month = OCTOBER; months.length < count;) months.unshift((month = preceding(month)));
  return months;
}

/** 1,000 contracts whose monthly fees are billed on a document each, for so many months, and 50,000 rows of usage since. */
export function feesBook(months: number): readonly Sheet[] {
  const billed = monthsBefore(months);
  const start = serial(billed[0]!.from);
  const contracts = Array.from({ length: CONTRACTS }, (_, index) => index);
  const documents = billed.flatMap((month, index) =>
    contracts.map((contract) => ({
      month,
      contract,
      number: `INV-${idOf("", index * CONTRACTS + contract)}`,
    })),
  );
  const invoice = ({ month: { from, to }, contract, number }: (typeof documents)[number]): Row => {
    const fee = feeOf(contract);
    const parties = [idOf("A", contract), `Customer ${String(contract)}`, idOf("C", contract)];
    const days = [from, to, to, to + 30].map(serial);
    return [number, "Issued", "Invoice", ...parties, ...days, "EUR", fee, 0, fee];
  };
  const line = ({ month: { from, to }, contract, number }: (typeof documents)[number]): Row => {
    const fee = feeOf(contract);
    return [number, 1, idOf("C", contract), "Platform", "fixed", serial(from), serial(to), 1, fee, fee];
  };
  const usage = (row: number): Row => {
    const day = serial(OCTOBER.from + (row % DAYS));
    return [`E${String(row)}`, idOf("C", row % CONTRACTS), "Calls", day, 1 + (row % 97)];
  };
  const header = ["Invoice number", "Status", "Type", "Customer ID", "Customer name", "Contract ID"];
  const amounts = [
    "Period start",
    "Period end",
    "Invoice date",
    "Due date",
    "Currency",
    "Subtotal",
    "Tax",
    "Total",
  ];
  return [
    [
      "Contracts",
      [
        ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
        ...contracts.map((index): Row => [
          idOf("C", index),
          idOf("A", index),
          `Customer ${String(index)}`,
          start,
          "EUR",
        ]),
      ],
    ],
    [
      "Prices",
      [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Timing"],
        ...contracts.map((index): Row => [idOf("C", index), "Platform", "flat", "", feeOf(index), "Arrears"]),
        ...contracts.map((index): Row => [idOf("C", index), "Calls", "per_unit", 0.25, "", ""]),
      ],
    ],
    [
      "Usage",
      [
        ["Event ID", "Contract ID", "Meter", "Date", "Quantity"],
        ...Array.from({ length: ROWS }, (_, row) => usage(row)),
      ],
    ],
    ["Invoices", [[...header, ...amounts], ...documents.map(invoice)]],
    ["Invoice lines", [lineHeader, ...documents.map(line)]],
  ];
}
