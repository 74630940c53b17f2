import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import { sum, type Decimal } from "../money/decimal";
import type { ReconcileContext } from "./context";
import { blocks, findingCodes, findingKey, type CheckId, type Finding } from "./finding";
import { withProposals } from "./proposal";
import { checks } from "./registry";

/** Under- and over-billing of one block in one currency, before they are netted; both are 0 or more. */
export interface BlockTotal {
  readonly check: CheckId;
  readonly currency: string;
  readonly underBilled: Decimal;
  readonly overBilled: Decimal;
}

export interface Reconciliation {
  readonly findings: readonly Finding[];
  readonly totals: readonly BlockTotal[];
}

function totalsOf(findings: readonly Finding[]): BlockTotal[] {
  const groups = groupBy(findings, ({ code, currency }) => `${findingCodes[code].check}|${currency}`);
  return [...groups.values()].map((group) => {
    const differences = group.map(({ difference }) => difference);
    return {
      check: findingCodes[group[0]!.code].check,
      currency: group[0]!.currency,
      underBilled: sum(differences.filter((difference) => difference.isPositive())),
      overBilled: sum(differences.filter((difference) => difference.isNegative())).abs(),
    };
  });
}

/** Runs every check; findings are sorted by block, contract, period and code, whatever the order of the rows. */
export function reconcile(context: ReconcileContext): Reconciliation {
  const order = (each: Finding) => blocks.indexOf(findingCodes[each.code].check);
  const found = checks
    .flatMap((check) => [...check(context)])
    .sort(
      (a, b) =>
        order(a) - order(b) ||
        compareText(a.contractId, b.contractId) ||
        (a.period?.from ?? 0) - (b.period?.from ?? 0) ||
        compareText(findingKey(a), findingKey(b)),
    );
  const findings = withProposals(found, context);
  const totals = totalsOf(findings).sort(
    (a, b) => blocks.indexOf(a.check) - blocks.indexOf(b.check) || compareText(a.currency, b.currency),
  );
  return { findings, totals };
}
