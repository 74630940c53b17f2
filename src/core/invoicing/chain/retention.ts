import { groupBy } from "../../base/groupBy";
import { contains } from "../../calendar/period";
import type { Contract } from "../../catalog/records";
import { isStepOfPrice } from "../../documents/lineKinds";
import { minorDigits } from "../../money/currency";
import { sum, type Decimal } from "../../money/decimal";
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

/** All that documents keep back, a line a tax code. */
function released(contract: Contract, { billed }: BuildInput): KeptBack[] {
  const lines = billed.ofTerm(contract.contractId).filter(({ kind }) => kind === "retention");
  return [...groupBy(lines, ({ taxCode = "" }) => taxCode)].flatMap(([taxCode, group]) => {
    const amount = sum(group.map(billed.netOf)).negated();
    if (!amount.greaterThan(0)) return [];
    const explanation = `retention kept back until now is released = ${formatMoney(amount, contract.currency)}`;
    return [{ taxCode, amount, explanation }];
  });
}

/** The share of what prices bill that is kept back, a line a tax code. */
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
  return [...groupBy(retained, ({ taxCode }) => taxCode)].flatMap(([taxCode, alike]) => {
    const net = sum(alike.map(({ amount }) => amount));
    const amount = round(net.times(percent), minorDigits(currency), input.settings.roundingMode).negated();
    if (!amount.isNegative() || amount.isZero()) return [];
    const show = (figure: Decimal) => formatMoney(figure, currency);
    return [
      {
        taxCode,
        amount,
        explanation: `retention of ${formatPercent(percent)} of ${show(net)} = ${show(amount)}`,
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
