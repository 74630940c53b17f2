import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../../hooks/context";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Disclosure } from "../../parts/Disclosure";
import { MoneyText } from "../../parts/MoneyText";
import { Severity } from "../../parts/Severity";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { IssueGroup, IssueView } from "./view";
import { bookOf } from "../../state/billState";
import { settle } from "../../state/failure";
import { codeWords } from "../../strings/cellName";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const useStyles = makeStyles({
  issue: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
  message: { display: "block" },
});

function Issue({ issue }: { readonly issue: IssueView }) {
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <li className={styles.issue}>
      <CellLink at={issue.at} />
      {issue.stake !== undefined && (
        <span className={text.quiet}>
          {" · "}
          <MoneyText of={issue.stake} />
        </span>
      )}
      <span className={mergeClasses(styles.message, text.quiet)}>{issue.message}</span>
    </li>
  );
}

/** The issues of a group; more of them as they are asked for. */
function IssueList({ group }: { readonly group: IssueGroup }) {
  const { t: pane, f } = useText(paneStrings);
  const text = useTextStyles();
  const { services, bill, report } = usePane();
  const [issues, setIssues] = useState(group.issues);
  const rest = group.count - issues.length;
  const showMore = async () => {
    const { choice } = bookOf(bill.store.get())!;
    const more = await settle(services.session.ask("check", "issues", choice, group, issues.length));
    if (more.ok) setIssues([...issues, ...more.value]);
    else report(more.failure);
  };
  return (
    <>
      <ul className={text.list}>
        {issues.map((issue, index) => (
          <Issue key={index} issue={issue} />
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => void showMore()}>
          {pane.frame.showMore(f.count(Math.min(rest, group.issues.length)), f.count(rest))}
        </Link>
      )}
    </>
  );
}

function Group({ group, isOpenAtFirst }: { readonly group: IssueGroup; readonly isOpenAtFirst: boolean }) {
  const { t, f } = useText(strings);
  const { code, severity, count, stakes } = group;
  const stake = stakes.map(f.money).join(" · ");
  return (
    <Disclosure
      isOpenAtFirst={isOpenAtFirst}
      summary={
        <SummaryRow
          lead={<Severity of={severity} />}
          title={codeWords(code)}
          {...(stake !== "" && { note: t.atStake(stake) })}
          figure={f.count(count)}
        />
      }
    >
      {() => <IssueList group={group} />}
    </Disclosure>
  );
}

/** Issues by code, errors first; the first group of errors is open. */
export function IssueGroups({ groups }: { readonly groups: readonly IssueGroup[] }) {
  const { t } = useText(strings);
  if (groups.length === 0) return null;
  return (
    <Block title={t.issues}>
      <div>
        {groups.map((group, index) => (
          <Group
            key={`${group.severity} ${group.code}`}
            group={group}
            isOpenAtFirst={index === 0 && group.severity === "error"}
          />
        ))}
      </div>
    </Block>
  );
}
