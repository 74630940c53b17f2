import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Block } from "../../parts/Block";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { ChangeView } from "./view";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";

const FIRST = 5;

const useStyles = makeStyles({ item: { padding: `${tokens.spacingVerticalXS} 0` } });

/** 10.00 → 15.00 · +50 %; or why there is nothing to compare. */
function ChangeRow({ change }: { readonly change: ChangeView }) {
  const { t, f } = useText(strings);
  const { customer, currency, before, now, share, isFirst, isHeld } = change;
  const comparison = isFirst
    ? t.isFirst
    : t.change(f.money({ currency, amount: before }), f.amount({ currency, amount: now }));
  const notes = [
    comparison,
    ...(share === undefined ? [] : [f.shareOfChange(share)]),
    ...(isHeld ? [t.isHeld] : []),
  ];
  return (
    <SummaryRow
      title={customer}
      note={notes.join(" · ")}
      figure={isFirst ? f.money({ currency, amount: now }) : f.difference({ currency, amount: now - before })}
    />
  );
}

/** Who is billed more or less than in the period before, what is the largest change for them first. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeView[] }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (changes.length === 0) return null;
  if (changes.every(({ isFirst }) => isFirst))
    return (
      <Block title={t.changes}>
        <p className={text.paragraph}>{t.firstBill}</p>
      </Block>
    );
  const shown = showsAll ? changes : changes.slice(0, FIRST);
  return (
    <Block title={t.changes}>
      <ul className={text.list}>
        {shown.map((change) => (
          <li key={`${change.customerId} ${change.currency}`} className={mergeClasses(text.row, styles.item)}>
            <ChangeRow change={change} />
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
