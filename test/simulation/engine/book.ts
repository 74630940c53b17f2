import type { Snapshot } from "../../../src/core/api";
import { bookOf, type Row } from "../../vectors/book";
import { day, type Month } from "../year/day";
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

import {
  contractTermCells,
  customerId,
  date,
  depositRows,
  number,
  said,
  termTables,
  unitOf,
} from "./termTables";

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
const needsTable = ({ tiers = [], model }: Price) =>
  model === "capacity" ||
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

const contractRow = (contract: Contract, { grouping, customer }: SimulatedYear): Row => ({
  "Contract ID": contract.id,
  "Customer ID": (customer ?? grouping === "customer") ? customerId : `K-${contract.id}`,
  "Customer name": (customer ?? grouping === "customer") ? "Customer of all" : `Customer of ${contract.id}`,
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

/** Children whose parent pays for them. */
const customerRows = ({ contracts }: SimulatedYear): Row[] => [
  { "Customer ID": customerId, "Customer name": "Parent of all" },
  ...contracts.map(({ id }) => ({
    "Customer ID": `K-${id}`,
    "Customer name": `Customer of ${id}`,
    Parent: customerId,
    "Bill to": "Parent",
  })),
];

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
    "Evidence required": price.evidenceRequired && "Yes",
    "Refund scale": price.refundScale?.map(({ days, share }) => `${String(days)}: ${share}`).join("; "),
  });

/** From 1.5 on a plain number is no rate, for it may be meant in percent: 1.95 is typed as 195 %. */
const unitPriceOf = ({ model, unitPrice }: Price): Row[string] =>
  model === "percentage" && Number(unitPrice) >= 1.5 ? { percent: Number(unitPrice) } : number(unitPrice);

/** Whether a price reads no meter of its own: fees, projects, placements, and capacities by their limits. */
const isWithoutMeter = (price: Price) =>
  isFixed(price) || isProject(price) || price.model === "capacity" || price.refundScale !== undefined;

/** What is filtered is a meter of its own that reads another. */
const nameOfMeter = (contract: Contract, { meter, filter, product }: Price) =>
  meterOf(contract, filter === undefined ? (meter ?? product) : product);

const priceRow = (contract: Contract, price: Price): Row => ({
  "Contract ID": contract.id,
  "Price ID": `${contract.id} ${price.id}`,
  Product: price.product,
  "Pricing model": price.model,
  Meter: isWithoutMeter(price) ? undefined : nameOfMeter(contract, price),
  Quantity: number(price.quantity),
  "Unit price": unitPriceOf(price),
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

const limitsText = (contract: Contract, { limits }: Tier) =>
  limits &&
  Object.entries(limits)
    .map(([meter, limit]) => `${meterOf(contract, meter)} ${limit}`)
    .join("; ");

const tierRows = (contract: Contract, price: Price): Row[] =>
  needsTable(price)
    ? (price.tiers ?? []).map((tier) => ({
        "Price ID": `${contract.id} ${price.id}`,
        "Up to": number(tier.upTo),
        "Unit price": number(tier.unitPrice),
        "Flat fee": number(tier.flatFee),
        "Block size": number(tier.blockSize),
        Maximum: number(tier.maximum),
        ...said({ Limits: limitsText(contract, tier) }),
      }))
    : [];

function momentOf({ date: on, time }: UsageRow): Row[string] {
  if (time === undefined) return date(on);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return { date: day(on) + minutes / 1440 };
}

const usageRow = (contract: Contract, row: UsageRow): Row => ({
  "Contract ID": contract.id,
  Meter: meterOf(contract, row.product),
  Date: momentOf(row),
  Quantity: number(row.quantity),
  "Event ID": `${contract.id} ${row.eventId}`,
  User: row.user,
  ...said({ Amount: number(row.amount), State: row.state, Read: row.read }),
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
  pricesIncludeTax,
  instalments,
  grantsAfterTax,
}: SimulatedYear): Row[] => [
  ...(grantsAfterTax ? [{ Key: "Grants", Value: "After tax" }] : []),
  ...(pricesIncludeTax ? [{ Key: "Prices include tax", Value: "Yes" }] : []),
  ...(instalments ? [{ Key: "Payment terms", Value: "30% now, 70% Net 60" }] : []),
  ...(cash ? [{ Key: "Cash rounding", Value: `${cash.currency} ${cash.unit}` }] : []),
  { Key: "Currency", Value: "USD" },
  { Key: "Advance billing", Value: ahead ? "Ahead" : "In period" },
  { Key: "Proration basis", Value: basis },
  { Key: "Rounding mode", Value: rounding ?? "half_up" },
  { Key: "Line rounding", Value: lineRounding ?? "line" },
  { Key: "Tax rounding", Value: taxRounding ?? "invoice" },
  { Key: "Invoice grouping", Value: grouping === "customer" ? "customer" : "contract" },
];

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function filterText({ filter }: Price): string | undefined {
  if (filter?.kind === "time") return `time = ${filter.from}-${filter.to}`;
  return filter && `weekday = ${weekdays[filter.first] ?? ""}-${weekdays[filter.last] ?? ""}`;
}

function meterRows({ contracts }: SimulatedYear): Row[] {
  return contracts.flatMap((contract) => {
    const gathered = contract.prices.flatMap((price) =>
      price.aggregation === undefined && price.filter === undefined
        ? []
        : [[nameOfMeter(contract, price), price] as const],
    );
    return [...new Map(gathered)].map(([meter, price]) => ({
      Meter: meter,
      Aggregation: price.aggregation,
      "Key column": price.aggregation === "Unique" || price.keyed ? "User" : undefined,
      ...said({
        "Source meter": price.filter && meterOf(contract, price.meter ?? price.product),
        Filter: filterText(price),
        Digits: price.digits,
      }),
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
    ...(year.grouping === "parent" ? { Customers: customerRows(year) } : {}),
    ...(year.taxCodes.length === 0 ? {} : { "Tax codes": year.taxCodes.map(taxRow) }),
    ...termTables(year, run),
    ...(adjustments.length === 0 ? {} : { Adjustments: adjustments }),
  });
}
