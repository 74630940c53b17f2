import { sum } from "../../money/decimal";
import { canPay, type OpenDocument, type Payment, type Receipt } from "../book";
import type { Movement } from "../balances";
import type { Ledger } from "../ledger";
import { reopening } from "./given";
import type { Verdict } from "./proposal";

/** What payments were put against, by payment. */
function cashOf({ movements }: Ledger): ReadonlyMap<Receipt, readonly Movement[]> {
  const found = new Map<Receipt, Movement[]>();
  for (const movement of movements) {
    const { source, kind } = movement;
    if (source.type !== "payment" || kind !== "cash") continue;
    const known = found.get(source.receipt);
    if (known) known.push(movement);
    else found.set(source.receipt, [movement]);
  }
  return found;
}

/**
 * Money that goes back and names what an earlier payment of the same amount was put against, all of it and nothing else:
 * it opens that again. 100.00 back that names INV-1 reopens the 100.00 that paid it. Anything else is for a person.
 */
export function returnRule(ledger: Ledger): (payment: Payment, named: readonly OpenDocument[]) => Verdict {
  let cash: ReadonlyMap<Receipt, readonly Movement[]> | undefined;
  const isWhole = ({ receipt }: Payment, named: readonly OpenDocument[]): boolean =>
    [...(cash ??= cashOf(ledger))].some(([paid, movements]) => {
      if (paid.date > receipt.date || !paid.amount.equals(receipt.amount.negated())) return false;
      const documents = new Set(movements.map(({ document }) => document));
      const isOfThese = documents.size === named.length && named.every((document) => documents.has(document));
      return isOfThese && sum(movements.map(({ amount }) => amount)).equals(paid.amount);
    });
  return (payment, named) => {
    if (named.length === 0 || !named.every((document) => canPay(payment, document))) return undefined;
    if (!isWhole(payment, named)) return undefined;
    const verdict = reopening(payment, named, ledger);
    if (verdict?.kind !== "match" || !verdict.match.difference.isZero()) return undefined;
    return { ...verdict, match: { ...verdict.match, rule: named.length === 1 ? "reference" : "references" } };
  };
}
