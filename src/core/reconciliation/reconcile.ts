import { compareText, nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { overlap } from "../calendar/period";
import { sum, type Decimal } from "../money/decimal";
import { billedContracts } from "./billedDocuments";
import { duplicatesOf } from "./checks/duplicateInvoices";
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
  const totals = [...groups.values()].map((group) => {
    const differences = group.map(({ difference }) => difference);
    return {
      check: findingCodes[group[0].code].check,
      currency: group[0].currency,
      underBilled: sum(differences.filter((difference) => difference.isPositive())),
      overBilled: sum(differences.filter((difference) => difference.isNegative())).abs(),
    };
  });
  return totals.sort(
    (a, b) => blocks.indexOf(a.check) - blocks.indexOf(b.check) || compareText(a.currency, b.currency),
  );
}

/** One difference is one finding: rows that occur twice are not told again where it is said that they were billed. */
function withoutHarmless(findings: readonly Finding[]): readonly Finding[] {
  const billed = findings.filter(
    ({ code, difference }) => code === "DUPLICATE_USAGE" && !difference.isZero(),
  );
  if (billed.length === 0) return findings;
  const isTold = (finding: Finding) =>
    billed.some(
      ({ contractId, meter, period }) =>
        contractId === finding.contractId &&
        nameKey(meter) === nameKey(finding.meter) &&
        period !== undefined &&
        finding.period !== undefined &&
        overlap(period, finding.period) !== undefined,
    );
  return findings.filter(
    (finding) => finding.code !== "DUPLICATE_USAGE" || !finding.difference.isZero() || !isTold(finding),
  );
}

/** Runs every check; findings are sorted by block, contract, period and code, whatever the order of the rows. */
export function reconcile(given: ReconcileContext): Reconciliation {
  const context = { ...given, billedContracts: billedContracts(given), duplicates: duplicatesOf(given) };
  const found = withoutHarmless(checks.flatMap((check) => [...check(context)])).map((finding) => ({
    finding,
    block: blocks.indexOf(findingCodes[finding.code].check),
    key: findingKey(finding),
  }));
  found.sort(
    (a, b) =>
      a.block - b.block ||
      compareText(a.finding.contractId, b.finding.contractId) ||
      (a.finding.period?.from ?? 0) - (b.finding.period?.from ?? 0) ||
      compareText(a.key, b.key),
  );
  const findings = withProposals(
    found.map(({ finding }) => finding),
    context,
  );
  return { findings, totals: totalsOf(findings) };
}

/** Some of the findings, with the totals that they add up to. */
export function onlyFindings(
  { findings }: Reconciliation,
  isShown: (finding: Finding) => boolean,
): Reconciliation {
  const shown = findings.filter(isShown);
  return { findings: shown, totals: totalsOf(shown) };
}
