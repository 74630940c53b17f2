import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Disclosure } from "../../parts/Disclosure";
import { MoneyText } from "../../parts/MoneyText";
import { Severity } from "../../parts/Severity";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { IssueGroup, IssueView } from "../../session/views";
import { codeWords } from "../../strings/cellName";
import { useText } from "../../strings/text";

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

function Group({ group, isOpenAtFirst }: { readonly group: IssueGroup; readonly isOpenAtFirst: boolean }) {
  const { t, f } = useText();
  const text = useTextStyles();
  const { code, severity, count, stakes, issues } = group;
  const stake = stakes.map(f.money).join(" · ");
  return (
    <Disclosure
      isOpenAtFirst={isOpenAtFirst}
      summary={
        <SummaryRow
          lead={<Severity of={severity} />}
          title={codeWords(code)}
          {...(stake !== "" && { note: t.check.atStake(stake) })}
          figure={f.count(count)}
        />
      }
    >
      {() => (
        <>
          <ul className={text.list}>
            {issues.map((issue, index) => (
              <Issue key={index} issue={issue} />
            ))}
          </ul>
          {count > issues.length && (
            <p className={mergeClasses(text.paragraph, text.quiet)}>
              {t.check.moreIssues(f.count(count - issues.length))}
            </p>
          )}
        </>
      )}
    </Disclosure>
  );
}

/** Issues by code, errors first; the first group of errors is open. */
export function IssueGroups({ groups }: { readonly groups: readonly IssueGroup[] }) {
  const { t } = useText();
  if (groups.length === 0) return null;
  return (
    <Block title={t.check.issues}>
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
