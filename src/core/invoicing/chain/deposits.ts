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

function openDeposits(contract: Contract, { catalog, billed }: BuildInput): OpenDeposit[] {
  const isOf = (adjustment: Adjustment) =>
    isDeposit(adjustment) && adjustment.contractId === contract.contractId;
  return catalog.adjustments.filter(isOf).flatMap(({ adjustmentId: id }) => {
    if (id === undefined) return [];
    const lines = billed.ofTerm(id).filter(({ kind }) => kind === "deposit");
    const left = sum(lines.map(billed.netOf));
    return left.greaterThan(0) ? [{ id, left, taxCode: lines[0]?.taxCode ?? "" }] : [];
  });
}

function lineOf(
  contract: Contract,
  { id, left, taxCode }: OpenDeposit,
  amount: Decimal,
  { run }: BuildInput,
): InvoiceLine {
  const show = (figure: Decimal) => formatMoney(figure, contract.currency);
  return ruleLine({
    contractId: contract.contractId,
    priceId: id,
    product: "Deposit",
    description: `Deposit ${id}`,
    kind: "deposit",
    period: run.period,
    amount,
    taxCode,
    explanation: `deducted from deposit ${id}: ${show(left)} was left = ${show(amount)}`,
  });
}

function linesOf({ charges, lines }: Bill, input: BuildInput): InvoiceLine[] {
  let net = sum(lines.map(({ amount }) => amount));
  return charges.flatMap(({ contract, isCovered }) => {
    if (isCovered === true) return [];
    return openDeposits(contract, input).flatMap((deposit) => {
      const amount = Decimal.min(deposit.left, Decimal.max(zero, net)).negated();
      if (amount.isZero()) return [];
      net = net.plus(amount);
      return [lineOf(contract, deposit, amount, input)];
    });
  });
}

/** Deposits that documents billed are deducted from the next ones, never below 0: 300.00 of 1,000.00 leave 700.00. */
export const deposits = addingLines(linesOf);
