import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { columnName } from "../../../core/api";
import { usePane } from "../../hooks/context";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Disclosure } from "../../parts/Disclosure";
import { MoneyText } from "../../parts/MoneyText";
import { Severity } from "../../parts/Severity";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { IssueGroup, IssueView } from "../../session/issueGroups";
import { bookOf } from "../../state/billState";
import { settle } from "../../state/failure";
import { codeWords } from "../../strings/cellName";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { filterGroups, type IssueFilter } from "./filterGroups";
import { IssueFilterFields } from "./IssueFilterFields";
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

/** Issues of one cause are much alike: some say it, the others are asked for. */
const FIRST = 3;
const MORE = 50;

/** The issues of a group; more of them as they are asked for. */
function IssueList({ group }: { readonly group: IssueGroup }) {
  const { t: pane, f } = useText(paneStrings);
  const text = useTextStyles();
  const { services, bill, report } = usePane();
  const [fetched, setFetched] = useState<readonly IssueView[]>([]);
  const [shown, setShown] = useState(FIRST);
  const issues = [...group.issues, ...fetched];
  const rest = group.count - Math.min(shown, issues.length);
  const showMore = async () => {
    setShown(shown + MORE);
    const book = bookOf(bill.store.get());
    if (shown + MORE <= issues.length || issues.length >= group.count || book === undefined) return;
    const more = await settle(services.session.ask("check", "issues", book.choice, group.key, issues.length));
    if (more.ok) setFetched([...fetched, ...more.value]);
    else report(more.failure);
  };
  return (
    <>
      <ul className={text.list}>
        {issues.slice(0, shown).map((issue, index) => (
          <Issue key={index} issue={issue} />
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => void showMore()}>
          {pane.frame.showMore(f.count(Math.min(rest, MORE)), f.count(rest))}
        </Link>
      )}
    </>
  );
}

/** "Usage, column E", with what stands there where it is one cell. The cell itself is a link in the list below. */
function useWhere({ sheet, count, issues: [first] }: IssueGroup): string {
  const { t } = useText(strings);
  if (first === undefined) return sheet;
  const { value, at } = first;
  const column = t.column(sheet, columnName(at.column));
  return count > 1 || value === "" || value === sheet ? column : `${column} · ${value}`;
}

function Group({ group, isOpenAtFirst }: { readonly group: IssueGroup; readonly isOpenAtFirst: boolean }) {
  const { t, f } = useText(strings);
  const { code, severity, cells, stakes } = group;
  const where = useWhere(group);
  const waiting = stakes.filter(({ amount }) => amount !== 0).map(f.money);
  const notes = [...(waiting.length === 0 ? [] : [t.atStake(waiting.join(" · "))]), where];
  return (
    <Disclosure
      isOpenAtFirst={isOpenAtFirst}
      summary={
        <SummaryRow
          lead={<Severity of={severity} />}
          title={codeWords(code)}
          note={notes.join(" · ")}
          figure={f.count(cells)}
        />
      }
    >
      {() => <IssueList group={group} />}
    </Disclosure>
  );
}

const everything: IssueFilter = { severity: undefined, text: "" };

/** Issues by cause, what matters most first; the first cause is open where it is an error. */
export function IssueGroups({ groups }: { readonly groups: readonly IssueGroup[] }) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const [filter, setFilter] = useState(everything);
  if (groups.length === 0) return null;
  const shown = filterGroups(groups, filter);
  return (
    <Block title={t.issues}>
      {groups.length > 1 && <IssueFilterFields filter={filter} onFilter={setFilter} />}
      {shown.length === 0 && <p className={mergeClasses(text.paragraph, text.quiet)}>{t.noneShown}</p>}
      <div>
        {shown.map((group) => (
          <Group
            // What a text leaves of a group is another list.
            key={`${group.key} ${filter.text}`}
            group={group}
            isOpenAtFirst={(group === groups[0] && group.severity === "error") || filter.text.trim() !== ""}
          />
        ))}
      </div>
    </Block>
  );
}
