import { Checkbox, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Disclosure } from "../../parts/Disclosure";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { cashOf } from "./cashState";
import { documentsOf } from "./ProposalList";
import { strings } from "./strings";
import type { PostedView } from "./view/proposals";

const FIRST = 25;

const useStyles = makeStyles({
  // The boxes stand below the chevron of what opened them.
  list: { marginLeft: "-24px" },
  item: { display: "flex", alignItems: "center" },
  texts: { flexGrow: 1, minWidth: 0, padding: `${tokens.spacingVerticalXS} 0` },
});

/** An id that Ratebook gave says nothing to a person. */
const isBankId = (id: string): boolean => id.startsWith("BANK-");

function Posted({ posted }: { readonly posted: PostedView }) {
  const { t, f } = useText(strings);
  const { draft } = cashOf(usePane());
  const { reversing } = useStore(draft);
  const styles = useStyles();
  const text = useTextStyles();
  const { sourceId, customer, date, amount } = posted;
  const onTick = () => {
    const next = new Set(reversing);
    if (!next.delete(sourceId)) next.add(sourceId);
    draft.dispatch({ reversing: next });
  };
  return (
    <li className={mergeClasses(styles.item, text.row)}>
      <Checkbox aria-label={t.tick(sourceId)} checked={reversing.has(sourceId)} onChange={onTick} />
      <span className={styles.texts}>
        <SummaryRow
          title={customer}
          figure={f.money(amount)}
          note={[`→ ${documentsOf(posted)}`, f.day(date), isBankId(sourceId) ? "" : sourceId]
            .filter((part) => part !== "")
            .join(" · ")}
        />
      </span>
    </li>
  );
}

/** What is posted, the latest first; what is ticked can be taken back. */
export function PostedList({ posted }: { readonly posted: readonly PostedView[] }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [shown, setShown] = useState(FIRST);
  if (posted.length === 0) return null;
  const rest = posted.length - shown;
  return (
    <Disclosure summary={t.posted(f.count(posted.length))}>
      {() => (
        <>
          <ul className={mergeClasses(text.list, styles.list)} aria-label={t.postedTitle}>
            {posted.slice(0, shown).map((each) => (
              <Posted key={each.sourceId} posted={each} />
            ))}
          </ul>
          {rest > 0 && (
            <Link as="button" onClick={() => setShown(shown + FIRST)}>
              {pane.frame.showMore(f.count(Math.min(FIRST, rest)), f.count(rest))}
            </Link>
          )}
        </>
      )}
    </Disclosure>
  );
}
