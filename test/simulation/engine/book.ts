import type { Snapshot } from "../../../src/core/api";
import type { Cell } from "../../properties/support/sheets";
import { bookOf, type Row } from "../../vectors/book";
import type { Month } from "../year/day";
import { runOfArrival } from "../year/arrival";
import {
  isFixed,
  isProject,
  type Contract,
  type Price,
  type SimulatedYear,
  type TaxCode,
  type Tier,
  type UsageRow,
} from "../year/simulatedYear";

import { contractTermCells, date, depositRows, number, said, termTables, unitOf } from "./termTables";

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

/** What a table says of tiers that a cell cannot: blocks and the most that a tier costs. */
const needsTable = ({ tiers = [] }: Price) =>
  tiers.some(({ blockSize, maximum }) => blockSize !== undefined || maximum !== undefined);

const conditionText = (condition: Price["condition"]) =>
  condition &&
  Object.entries(condition)
    .map(([column, value]) => `${column} = ${value}`)
    .join("; ");

/** A service credit names shares alone. */
const shareText = ({ upTo = "*", unitPrice }: Tier) => `${upTo}: ${unitPrice}`;

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
  ...contractTermCells(contract),
});

/** A meter of its own for every contract, so that each may be gathered in its own way. */
const meterOf = (contract: Contract, product: string) => `${contract.id} ${product}`;

/** Columns that stand in the book only where some price says something in them. */
const termCells = (contract: Contract, price: Price): Row =>
  said({
    "Quantity factor": number(price.factor),
    "Quantity step": number(price.step),
    "Quantity rounding": price.quantityRounding,
    "Included reset": price.includedReset,
    "Included events": number(price.includedEvents),
    "Included amount": number(price.includedAmount),
    "Rollover periods": price.rollover?.periods,
    "Rollover maximum": number(price.rollover?.maximum),
    "Tier bound": price.tierBound,
    Condition: conditionText(price.condition),
    "Maximum period": price.maximumPeriod,
    "Of product": price.ofProduct,
    Currency: price.pricedIn && unitOf(contract),
  });

const priceRow = (contract: Contract, price: Price): Row => ({
  "Contract ID": contract.id,
  "Price ID": `${contract.id} ${price.id}`,
  Product: price.product,
  "Pricing model": price.model,
  Meter: isFixed(price) || isProject(price) ? undefined : meterOf(contract, price.meter ?? price.product),
  Quantity: number(price.quantity),
  "Unit price": number(price.unitPrice),
  "Flat fee": number(price.flatFee),
  Tiers: needsTable(price) ? undefined : price.tiers?.map(price.ofProduct ? shareText : tierText).join("; "),
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
  ...termCells(contract, price),
});

const tierRows = (contract: Contract, price: Price): Row[] =>
  needsTable(price)
    ? (price.tiers ?? []).map((tier) => ({
        "Price ID": `${contract.id} ${price.id}`,
        "Up to": number(tier.upTo),
        "Unit price": number(tier.unitPrice),
        "Flat fee": number(tier.flatFee),
        "Block size": number(tier.blockSize),
        Maximum: number(tier.maximum),
      }))
    : [];

const usageRow = (contract: Contract, row: UsageRow): Row => ({
  "Contract ID": contract.id,
  Meter: meterOf(contract, row.product),
  Date: date(row.date),
  Quantity: number(row.quantity),
  "Event ID": `${contract.id} ${row.eventId}`,
  User: row.user,
  ...said({ Amount: number(row.amount) }),
  ...row.columns,
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
  cash,
}: SimulatedYear): Row[] => [
  ...(cash ? [{ Key: "Cash rounding", Value: `${cash.currency} ${cash.unit}` }] : []),
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
    const gathered = contract.prices.flatMap(({ product, meter = product, aggregation }) =>
      aggregation === undefined ? [] : [[meterOf(contract, meter), aggregation] as const],
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
  const adjustments = [...year.contracts.flatMap(depositRows), ...corrections.map(correctionRow)];
  const meters = meterRows(year);
  const tiers = year.contracts.flatMap((contract) =>
    contract.prices.flatMap((price) => tierRows(contract, price)),
  );
  return bookOf({
    Settings: settingRows(year),
    Contracts: year.contracts.map((contract) => contractRow(contract, year)),
    Prices: year.contracts.flatMap((contract) => contract.prices.map((price) => priceRow(contract, price))),
    ...(tiers.length === 0 ? {} : { Tiers: tiers }),
    Usage: usage.length === 0 ? [usageHeaders] : usage,
    ...(meters.length === 0 ? {} : { Meters: meters }),
    ...(year.taxCodes.length === 0 ? {} : { "Tax codes": year.taxCodes.map(taxRow) }),
    ...termTables(year.contracts, run),
    ...(adjustments.length === 0 ? {} : { Adjustments: adjustments }),
  });
}
