import { features } from "../generate/features";
import { drawOf, type Draw } from "../generate/draw";
import type { Contract, Price, SimulatedYear, UsageRow } from "../year/simulatedYear";

/** A few months of a year, so that many pairs can be billed. */
export const fewRuns = (year: SimulatedYear, runs: number): SimulatedYear => ({ ...year, runs });

const scaled = (text: string, factor: number) => String(Math.round(Number(text) * factor * 10_000) / 10_000);

function changedRow(draw: Draw, row: UsageRow): UsageRow[] {
  if (draw.chance(0.05)) return [];
  const quantity = draw.chance(0.1) ? String(Math.round(Number(row.quantity) * 2)) : row.quantity;
  return [{ ...row, quantity }];
}

function changedPrice(draw: Draw, price: Price): Price {
  const { unitPrice, flatFee, tiers } = price;
  return {
    ...price,
    ...(unitPrice !== undefined && draw.chance(0.3) ? { unitPrice: scaled(unitPrice, 1.1) } : {}),
    ...(flatFee !== undefined && draw.chance(0.3) ? { flatFee: scaled(flatFee, 1.25) } : {}),
    ...(draw.chance(0.15) ? { discount: String(draw.whole(1, 40)) } : {}),
    ...(price.included === undefined || draw.chance(0.7) ? {} : { included: "3" }),
    ...(tiers && draw.chance(0.3)
      ? { tiers: tiers.map((tier) => ({ ...tier, unitPrice: scaled(tier.unitPrice, 0.9) })) }
      : {}),
    ...(tiers && draw.chance(0.2)
      ? {
          tiers: tiers.map((tier) =>
            tier.upTo === undefined ? tier : { ...tier, upTo: scaled(tier.upTo, 2) },
          ),
        }
      : {}),
  };
}

const changedOf = <Row>(draw: Draw, rows: readonly Row[] | undefined, change: (row: Row) => Row) =>
  rows?.map((row) => (draw.chance(0.3) ? change(row) : row));

const percentOf = <Row extends { readonly percent?: string }>(row: Row): Row =>
  row.percent === undefined ? row : { ...row, percent: scaled(row.percent, 0.5) };
const amountOf = <Row extends { readonly amount?: string }>(row: Row): Row =>
  row.amount === undefined ? row : { ...row, amount: scaled(row.amount, 1.2) };

/** Other figures in what is agreed beside prices. */
function changedTerms(draw: Draw, contract: Contract): Partial<Contract> {
  const { discounts, commitments, grants, deposits, escalations, retention, notToExceed } = contract;
  const terms = {
    discounts: changedOf(draw, discounts, percentOf),
    commitments: changedOf(draw, commitments, amountOf),
    grants: changedOf(draw, grants, amountOf),
    deposits: changedOf(draw, deposits, amountOf),
    escalations: changedOf(draw, escalations, percentOf),
    retention: retention && draw.chance(0.5) ? percentOf(retention) : retention,
    notToExceed: notToExceed !== undefined && draw.chance(0.5) ? scaled(notToExceed, 0.8) : notToExceed,
  };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}

function changedContract(draw: Draw, contract: Contract): Contract {
  const prices = contract.prices.map((price) => changedPrice(draw, price));
  const extra: Price = { id: "NEW", product: "New fee", model: "flat", flatFee: "12.5" };
  return {
    ...contract,
    ...changedTerms(draw, contract),
    prices: draw.chance(0.15) ? [...prices, extra] : prices,
    usage: contract.usage.flatMap((row) => changedRow(draw, row)),
    ...(draw.chance(0.1) ? { commitment: { amount: "700", period: "Billing period" as const } } : {}),
    ...(draw.chance(0.05) ? { currency: contract.currency === "EUR" ? "USD" : "EUR" } : {}),
  };
}

/** The same year with something else in it here and there; rows stand in another order. */
export function changedYear(year: SimulatedYear, seed: number): SimulatedYear {
  const draw = drawOf(`changed ${String(seed)}`, new Set(features));
  const kept = year.contracts.filter((_, index) => index === 0 || draw.chance(0.9));
  return {
    ...year,
    taxCodes: year.taxCodes.map((code) => (draw.chance(0.2) ? { ...code, rate: "0.21" } : code)),
    contracts: kept.map((contract) => changedContract(draw, contract)).reverse(),
  };
}

/** The same year with its rows in another order. */
export const reordered = (year: SimulatedYear): SimulatedYear => ({
  ...year,
  contracts: year.contracts
    .map((contract) => ({
      ...contract,
      prices: [...contract.prices].reverse(),
      usage: [...contract.usage].reverse(),
    }))
    .reverse(),
});
