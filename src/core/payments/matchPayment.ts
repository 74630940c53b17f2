import { zero, type Decimal } from "../money/decimal";
import { formatFigure } from "../money/format";
import { applyCash } from "./cash";
import { numbersInText } from "./numbersInText";

export interface Receivable {
  readonly number: string;
  /** Negative for a credit; 0 is settled. */
  readonly balance: Decimal;
}

export interface Application {
  /** Position in the list of receivables. */
  readonly index: number;
  readonly applied: Decimal;
}

export type PaymentMatch =
  | {
      readonly ok: true;
      readonly rule: "reference" | "amount" | "combination";
      readonly applications: readonly Application[];
      readonly unapplied: Decimal;
    }
  | { readonly ok: false; readonly reason: string };

const noMatch = (reason: string): PaymentMatch => ({ ok: false, reason });

/** Sums are tried among so many balances, of so many at once: 1,573 sets at most. */
const MOST_BALANCES = 12;
const LARGEST_SET = 5;
const NAMED_CANDIDATES = 3;

/** The cash over the matched items in the order of the list, credits among them first. */
function settle(
  rule: "reference" | "amount" | "combination",
  amount: Decimal,
  items: readonly Receivable[],
  matched: readonly number[],
): PaymentMatch {
  const balances = matched.map((index) => items[index]!.balance);
  const { applied, unapplied } = applyCash(amount, balances);
  return {
    ok: true,
    rule,
    applications: matched.map((index, position) => ({ index, applied: applied[position]! })),
    unapplied,
  };
}

/** Sets of 2 to 5 of the items whose balances come to the amount, each in the order of the list. */
function setsThatFit(
  items: readonly Receivable[],
  among: readonly number[],
  fits: (amount: Decimal) => boolean,
): number[][] {
  const found: number[][] = [];
  const extend = (set: readonly number[], total: Decimal, next: number): void => {
    if (set.length >= 2 && fits(total)) found.push([...set]);
    if (set.length === LARGEST_SET) return;
    for (let position = next; position < among.length; position++) {
      const index = among[position]!;
      extend([...set, index], total.plus(items[index]!.balance), position + 1);
    }
  };
  extend([], zero, 0);
  return found;
}

/** Up to three candidates by name: "INV-1, INV-2, INV-3 and 4 more". */
function named(candidates: readonly string[]): string {
  const shown = candidates.slice(0, NAMED_CANDIDATES);
  const more = candidates.length - shown.length;
  const last = more > 0 ? `${String(more)} more` : shown.pop()!;
  return `${shown.join(", ")} and ${last}`;
}

/**
 * What a payment pays: the numbers that its text names, else the one balance that equals it, else the one set of 2 to
 * 5 balances that adds up to it. 300.00 for open 100.00, 200.00 and 250.00 pays the first two. Nothing is guessed:
 * several candidates are a reason, not a match. Amounts that differ by no more than the tolerance are equal, but only
 * the cash that came is applied.
 */
export function matchPayment(
  amount: Decimal,
  text: string,
  items: readonly Receivable[],
  tolerance: Decimal,
): PaymentMatch {
  const references = numbersInText(
    text,
    items.map(({ number }) => number),
  );
  if (references.length > 0) return settle("reference", amount, items, references);

  const fits = (balance: Decimal) => balance.minus(amount).abs().lessThanOrEqualTo(tolerance);
  const open = items.flatMap(({ balance }, index) => (balance.isZero() ? [] : [index]));
  const equal = open.filter((index) => items[index]!.balance.isPositive() && fits(items[index]!.balance));
  if (equal.length === 1) return settle("amount", amount, items, equal);
  const numberOf = (index: number) => items[index]!.number;
  const paid = formatFigure(amount);
  if (equal.length > 1)
    return noMatch(
      `Several balances equal ${paid} and the text names none of them: ${named(equal.map(numberOf))}.`,
    );
  if (open.length > MOST_BALANCES)
    return noMatch(
      `The text names no number of the list and no balance equals ${paid}; sums are tried for at most ` +
        `${String(MOST_BALANCES)} open balances, and there are ${String(open.length)}.`,
    );
  const sets = setsThatFit(items, open, fits);
  if (sets.length === 1) return settle("combination", amount, items, sets[0]!);
  if (sets.length > 1) {
    const candidates = named(sets.map((set) => set.map(numberOf).join(" + ")));
    return noMatch(
      `Several sets of balances add up to ${paid} and the text names none of them: ${candidates}.`,
    );
  }
  return noMatch(
    `The text names no number of the list, no balance equals ${paid}, and no 2 to ${String(LARGEST_SET)} balances ` +
      "add up to it.",
  );
}
