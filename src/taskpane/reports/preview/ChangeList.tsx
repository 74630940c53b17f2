import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Block } from "../../parts/Block";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { PreviewView } from "./view";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const FIRST = 5;

const useStyles = makeStyles({ item: { padding: `${tokens.spacingVerticalXS} 0` } });

/** Who is billed more or less than in the period before, largest change first. */
export function ChangeList({ changes }: { readonly changes: PreviewView["changes"] }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (changes.length === 0) return null;
  const shown = showsAll ? changes : changes.slice(0, FIRST);
  return (
    <Block title={t.changes}>
      <ul className={text.list}>
        {shown.map(({ customer, customerId, currency, before, now, isHeld }) => (
          <li key={`${customerId} ${currency}`} className={mergeClasses(text.row, styles.item)}>
            <SummaryRow
              title={customer}
              note={
                t.change(f.money({ currency, amount: before }), f.amount({ currency, amount: now })) +
                (isHeld ? ` · ${t.isHeld}` : "")
              }
              figure={f.difference({ currency, amount: now - before })}
            />
          </li>
        ))}
      </ul>
      {changes.length > FIRST && (
        <Link as="button" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? pane.frame.showLess : pane.frame.showAll(f.count(changes.length))}
        </Link>
      )}
    </Block>
  );
}
