import { Disclosure } from "../parts/Disclosure";
import { Block } from "../parts/Block";
import { CellLink } from "../parts/CellLink";
import { Severity } from "../parts/Severity";
import { SummaryRow } from "../parts/SummaryRow";
import { useTextStyles } from "../parts/textStyles";
import type { IssueView } from "../session/issueGroups";
import { codeWords } from "../strings/cellName";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

const FIRST = 3;

function Problem({ issue }: { readonly issue: IssueView }) {
  const { t, f } = useText(runStrings);
  const text = useTextStyles();
  const { code, severity, message, at } = issue;
  return (
    <li className={text.row} style={{ padding: "4px 0" }}>
      <SummaryRow lead={<Severity of={severity} />} title={codeWords(code)} note={message} />
      {at.line === undefined ? (
        <CellLink at={at} />
      ) : (
        <span className={text.quiet}>{t.line(at.sheet, f.count(at.line))}</span>
      )}
    </li>
  );
}

/** What is wrong with the rows that a report is made of; a cell, or a line of a file, for each. */
export function ProblemList({ issues }: { readonly issues: readonly IssueView[] }) {
  const { t, f } = useText(runStrings);
  const text = useTextStyles();
  if (issues.length === 0) return null;
  const list = (shown: readonly IssueView[]) => (
    <ul className={text.list}>
      {shown.map((issue, index) => (
        <Problem key={index} issue={issue} />
      ))}
    </ul>
  );
  return (
    <Block title={t.problems}>
      {list(issues.slice(0, FIRST))}
      {issues.length > FIRST && (
        <Disclosure summary={t.problemsAll(f.count(issues.length))}>{() => list(issues)}</Disclosure>
      )}
    </Block>
  );
}
