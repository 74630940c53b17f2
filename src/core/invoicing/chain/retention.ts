import { groupBy } from "../../base/groupBy";
import { contains } from "../../calendar/period";
import type { Contract } from "../../catalog/records";
import { isStepOfPrice } from "../../documents/lineKinds";
import { minorDigits } from "../../money/currency";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatMoney, formatPercent } from "../../money/format";
import { round } from "../../money/round";
import type { InvoiceLine } from "../invoice";
import { addingLines, type Bill, type BuildInput, ruleLine } from "./bill";
import { isSale } from "./grantSales";

interface KeptBack {
  readonly taxCode: string;
  readonly amount: Decimal;
  readonly explanation: string;
}

function lineOf(
  contract: Contract,
  { run }: BuildInput,
  { taxCode, amount, explanation }: KeptBack,
): InvoiceLine {
  return ruleLine({
    contractId: contract.contractId,
    priceId: contract.contractId,
    product: "Retention",
    description: amount.isNegative() ? "Retention" : "Retention released",
    kind: "retention",
    period: run.period,
    amount,
    taxCode,
    explanation,
  });
}

/** What documents keep back of a contract, by tax code. */
function heldOf(contract: Contract, { billed }: BuildInput): ReadonlyMap<string, Decimal> {
  const lines = billed.ofTerm(contract.contractId).filter(({ kind }) => kind === "retention");
  const byCode = groupBy(lines, ({ taxCode = "" }) => taxCode);
  return new Map([...byCode].map(([taxCode, group]) => [taxCode, sum(group.map(billed.netOf)).negated()]));
}

/** All that documents keep back, a line a tax code. */
function released(contract: Contract, input: BuildInput): KeptBack[] {
  return [...heldOf(contract, input)].flatMap(([taxCode, amount]) => {
    if (!amount.greaterThan(0)) return [];
    const explanation = `retention kept back until now is released = ${formatMoney(amount, contract.currency)}`;
    return [{ taxCode, amount, explanation }];
  });
}

/**
 * The share of what prices bill that is kept back, a line a tax code; of what they take back it is given back, as far as it
 * is held.
 */
function withheld(
  contract: Contract,
  percent: Decimal,
  lines: readonly InvoiceLine[],
  input: BuildInput,
): KeptBack[] {
  const { currency } = contract;
  // What a sold grant pays later bears the retention, so that its sale bears none.
  const retained = lines.filter(
    (line) => line.contractId === contract.contractId && isStepOfPrice(line) && !isSale(line, input.catalog),
  );
  const held = heldOf(contract, input);
  return [...groupBy(retained, ({ taxCode }) => taxCode)].flatMap(([taxCode, alike]) => {
    const net = sum(alike.map(({ amount }) => amount));
    const share = round(net.times(percent), minorDigits(currency), input.settings.roundingMode).negated();
    const amount = Decimal.min(share, Decimal.max(zero, held.get(taxCode) ?? zero));
    if (amount.isZero()) return [];
    const show = (figure: Decimal) => formatMoney(figure, currency);
    const limit = amount.equals(share) ? "" : ", as far as it is held";
    return [
      {
        taxCode,
        amount,
        explanation: `retention of ${formatPercent(percent)} of ${show(net)}${limit} = ${show(amount)}`,
      },
    ];
  });
}

function linesOf({ charges, lines }: Bill, input: BuildInput): InvoiceLine[] {
  return charges.flatMap(({ contract, isCovered }) => {
    const { retention } = contract.agreed;
    if (!retention || isCovered === true) return [];
    const { percent, release } = retention;
    const isOver =
      release !== undefined && (release < input.run.period.from || contains(input.run.period, release));
    const kept = isOver ? released(contract, input) : withheld(contract, percent, lines, input);
    return kept.map((part) => lineOf(contract, input, part));
  });
}

/**
 * What is kept back of fixed and usage lines until the release: 10 % of 1,000.00 and of 500.00 are 100.00 and 50.00; the
 * run that holds the day bills 150.00 and keeps nothing back.
 */
export const retention = addingLines(linesOf);
