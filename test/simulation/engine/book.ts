import type { Snapshot } from "../../../src/core/api";
import type { Cell } from "../../properties/support/sheets";
import { bookOf, type Row } from "../../vectors/book";
import { day, type Month } from "../year/day";
import { runOfArrival } from "../year/arrival";
import {
  isFixed,
  type Contract,
  type Price,
  type SimulatedYear,
  type TaxCode,
  type Tier,
  type UsageRow,
} from "../year/simulatedYear";

/** A credit of a document that a run wrote, typed into Adjustments. */
export interface Correction {
  readonly id: string;
  readonly contractId: string;
  readonly date: string;
  /** Negative. */
  readonly amount: string;
  readonly reason: string;
  readonly invoiceNumber: string;
  readonly taxCode?: string;
}

const number = (text: string | undefined): Cell => (text === undefined ? undefined : Number(text));
const date = (iso: string | undefined): Cell => (iso === undefined ? undefined : { date: day(iso) });

/** Prices always show the fee behind a plus, so that stairs and tiers read alike. */
const tierText = ({ upTo = "*", unitPrice, flatFee }: Tier) => `${upTo}: ${unitPrice} + ${flatFee}`;

const contractRow = (contract: Contract, { grouping }: SimulatedYear): Row => ({
  "Contract ID": contract.id,
  "Customer ID": grouping === undefined ? `K-${contract.id}` : "K",
  "Customer name": grouping === undefined ? `Customer of ${contract.id}` : "Customer of all",
  "Start date": date(contract.start),
  "End date": date(contract.end),
  Currency: contract.currency,
  "Billing frequency": contract.frequency,
  "Anchor day": contract.anchor,
  "Minimum commitment": number(contract.commitment?.amount),
  "Commitment period": contract.commitment?.period,
  "Tax code": contract.taxCode,
  Status: "Active",
});

/** A meter of its own for every contract, so that each may be gathered in its own way. */
const meterOf = (contract: Contract, product: string) => `${contract.id} ${product}`;

const priceRow = (contract: Contract, price: Price): Row => ({
  "Contract ID": contract.id,
  "Price ID": `${contract.id} ${price.id}`,
  Product: price.product,
  "Pricing model": price.model,
  Meter: isFixed(price) ? undefined : meterOf(contract, price.product),
  Quantity: number(price.quantity),
  "Unit price": number(price.unitPrice),
  "Flat fee": number(price.flatFee),
  Tiers: price.tiers?.map(tierText).join("; "),
  "Package size": number(price.packageSize),
  "Included quantity": number(price.included),
  "Discount %": number(price.discount),
  Minimum: number(price.minimum),
  Maximum: number(price.maximum),
  Timing: price.timing,
  Proration: price.proration,
  "Rate per": price.ratePer,
  "Zero usage": price.zeroUsage,
  "Negative usage": price.negative,
  "Effective from": date(price.from),
  "Effective to": date(price.to),
  "Tax code": price.taxCode,
});

const usageRow = (contract: Contract, row: UsageRow): Row => ({
  "Contract ID": contract.id,
  Meter: meterOf(contract, row.product),
  Date: date(row.date),
  Quantity: number(row.quantity),
  "Event ID": `${contract.id} ${row.eventId}`,
  User: row.user,
});

const taxRow = ({ code, rate, from, to }: TaxCode): Row => ({
  "Tax code": code,
  Rate: { percent: Number(rate) },
  "Effective from": date(from),
  "Effective to": date(to),
});

const correctionRow = (correction: Correction): Row => ({
  "Adjustment ID": correction.id,
  "Contract ID": correction.contractId,
  Date: date(correction.date),
  Amount: number(correction.amount),
  Description: "credit",
  "Reason code": correction.reason,
  "Tax code": correction.taxCode,
  "Invoice number": correction.invoiceNumber,
});

const settingRows = ({
  ahead,
  basis,
  rounding,
  lineRounding,
  taxRounding,
  grouping,
}: SimulatedYear): Row[] => [
  { Key: "Currency", Value: "USD" },
  { Key: "Advance billing", Value: ahead ? "Ahead" : "In period" },
  { Key: "Proration basis", Value: basis },
  { Key: "Rounding mode", Value: rounding ?? "half_up" },
  { Key: "Line rounding", Value: lineRounding ?? "line" },
  { Key: "Tax rounding", Value: taxRounding ?? "invoice" },
  { Key: "Invoice grouping", Value: grouping ?? "contract" },
];

function meterRows({ contracts }: SimulatedYear): Row[] {
  return contracts.flatMap((contract) => {
    const gathered = contract.prices.flatMap(({ product, aggregation }) =>
      aggregation === undefined ? [] : [[meterOf(contract, product), aggregation] as const],
    );
    return [...new Map(gathered)].map(([meter, aggregation]) => ({
      Meter: meter,
      Aggregation: aggregation,
      "Key column": aggregation === "Unique" ? "User" : undefined,
    }));
  });
}

/** Headers also where there is no row yet: a month may pass before the first one. */
const usageHeaders: Row = {
  "Contract ID": undefined,
  Meter: undefined,
  Date: undefined,
  Quantity: undefined,
  "Event ID": undefined,
  User: undefined,
};

/** The tables that people keep, as they are before a run: of usage what has arrived, in the order of arrival. */
export function inputBook(year: SimulatedYear, run: Month, corrections: readonly Correction[]): Snapshot {
  const arrived = year.contracts.flatMap((contract) =>
    contract.usage.filter((row) => runOfArrival(row) <= run).map((row) => ({ contract, row })),
  );
  const inOrder = arrived.sort((a, b) => runOfArrival(a.row) - runOfArrival(b.row));
  const usage = inOrder.map(({ contract, row }) => usageRow(contract, row));
  const meters = meterRows(year);
  return bookOf({
    Settings: settingRows(year),
    Contracts: year.contracts.map((contract) => contractRow(contract, year)),
    Prices: year.contracts.flatMap((contract) => contract.prices.map((price) => priceRow(contract, price))),
    Usage: usage.length === 0 ? [usageHeaders] : usage,
    ...(meters.length === 0 ? {} : { Meters: meters }),
    ...(year.taxCodes.length === 0 ? {} : { "Tax codes": year.taxCodes.map(taxRow) }),
    ...(corrections.length === 0 ? {} : { Adjustments: corrections.map(correctionRow) }),
  });
}
