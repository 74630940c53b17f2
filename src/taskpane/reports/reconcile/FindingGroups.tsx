import { Link, mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { Severity } from "../../parts/Severity";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { FindingView } from "./view";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { Finding } from "./Finding";
import { strings } from "./strings";

const FIRST = 10;

/** Findings by check, in the order in which they come; groups with errors before others keep it. */
function byCheck(findings: readonly FindingView[]): ReadonlyMap<string, readonly FindingView[]> {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const group = groups.get(finding.check);
    if (group === undefined) groups.set(finding.check, [finding]);
    else group.push(finding);
  }
  return groups;
}

const worst = (findings: readonly FindingView[]) =>
  (["error", "warning"] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  ) ?? "info";

/** Differences added per currency, "EUR +12.00 · USD −3.10". */
function sumText(
  findings: readonly FindingView[],
  write: (currency: string, amount: number) => string,
): string {
  const sums = new Map<string, number>();
  for (const { difference } of findings) {
    sums.set(difference.currency, (sums.get(difference.currency) ?? 0) + difference.amount);
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([currency, amount]) => write(currency, amount))
    .join(" · ");
}

function GroupList({ findings }: { readonly findings: readonly FindingView[] }) {
  const { t: pane, f } = useText(paneStrings);
  const text = useTextStyles();
  const [shown, setShown] = useState(FIRST);
  const rest = findings.length - shown;
  return (
    <>
      <ul className={text.list}>
        {findings.slice(0, shown).map((finding) => (
          <Finding key={finding.key} finding={finding} />
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + 5 * FIRST)}>
          {pane.frame.showMore(f.count(Math.min(rest, 5 * FIRST)), f.count(rest))}
        </Link>
      )}
    </>
  );
}

/** What disagrees, check by check. */
export function FindingGroups({ findings }: { readonly findings: readonly FindingView[] }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const groups = useMemo(() => [...byCheck(findings)], [findings]);
  if (findings.length === 0) return <p className={mergeClasses(text.paragraph)}>{t.clean}</p>;
  return (
    <Block
      title={t.findings(f.count(findings.length))}
      note={findings.some(({ statusCell }) => statusCell !== undefined) ? undefined : t.notWritten}
    >
      <div>
        {groups.map(([check, group]) => {
          const note = sumText(
            group,
            (currency, amount) => `${currency}\u00a0${f.difference({ currency, amount })}`,
          );
          return (
            <Disclosure
              key={check}
              summary={
                <SummaryRow
                  lead={<Severity of={worst(group)} />}
                  title={check}
                  {...(note !== "" && { note })}
                  figure={f.count(group.length)}
                />
              }
            >
              {() => <GroupList findings={group} />}
            </Disclosure>
          );
        })}
      </div>
    </Block>
  );
}
