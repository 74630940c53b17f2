import { groupBy } from "../../base/groupBy";
import type { Adjustment, Contract } from "../../catalog/records";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import { isDeposit } from "../deposit";
import type { InvoiceLine } from "../invoice";
import { addingLines, type Bill, type BuildInput, ruleLine } from "./bill";

/** What is left of a deposit that a document billed, with its tax code. */
interface OpenDeposit {
  readonly id: string;
  readonly left: Decimal;
  readonly taxCode: string;
}

/**
 * What is left of a contract's deposits: of one by its id, of those without one together, by tax code. A blank id stands for
 * the latter, on their lines as well.
 */
function openDeposits(contract: Contract, { catalog, billed }: BuildInput): OpenDeposit[] {
  const isOf = (adjustment: Adjustment) =>
    isDeposit(adjustment) && adjustment.contractId === contract.contractId;
  const ids = new Set(catalog.adjustments.filter(isOf).map(({ adjustmentId = "" }) => adjustmentId));
  return [...ids].flatMap((id) => {
    const lines = billed
      .ofTerm(id)
      .filter(({ kind, contractId }) => kind === "deposit" && contractId === contract.contractId);
    return [...groupBy(lines, ({ taxCode = "" }) => taxCode)].flatMap(([taxCode, ofCode]) => {
      const left = sum(ofCode.map(billed.netOf));
      return left.greaterThan(0) ? [{ id, left, taxCode }] : [];
    });
  });
}

function lineOf(
  contract: Contract,
  { id, left, taxCode }: OpenDeposit,
  amount: Decimal,
  { run }: BuildInput,
): InvoiceLine {
  const name = `Deposit ${id}`.trim();
  const show = (figure: Decimal) => formatMoney(figure, contract.currency);
  return ruleLine({
    contractId: contract.contractId,
    priceId: id,
    product: "Deposit",
    description: name,
    kind: "deposit",
    period: run.period,
    amount,
    taxCode,
    explanation: `deducted from ${id === "" ? "deposits" : `deposit ${id}`}: ${show(left)} was left = ${show(amount)}`,
  });
}

const netOf = (lines: readonly InvoiceLine[]) => sum(lines.map(({ amount }) => amount));

/** On a document of several contracts a deposit pays the lines of its own, as far as the document is above 0. */
function linesOf({ charges, lines }: Bill, input: BuildInput): InvoiceLine[] {
  const byContract = groupBy(lines, ({ contractId }) => contractId);
  let net = netOf(lines);
  return charges.flatMap(({ contract, isCovered }) => {
    if (isCovered === true) return [];
    let own = netOf(byContract.get(contract.contractId) ?? []);
    return openDeposits(contract, input).flatMap((deposit) => {
      const amount = Decimal.min(deposit.left, Decimal.max(zero, Decimal.min(own, net))).negated();
      if (amount.isZero()) return [];
      own = own.plus(amount);
      net = net.plus(amount);
      return [lineOf(contract, deposit, amount, input)];
    });
  });
}

/** Deposits that documents billed are deducted from the next ones, never below 0: 300.00 of 1,000.00 leave 700.00. */
export const deposits = addingLines(linesOf);
