import { Link, mergeClasses } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { BackButton } from "../../parts/BackButton";
import { CellLink } from "../../parts/CellLink";
import { exactSum } from "../../parts/exactSum";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { Waiting } from "../../parts/Waiting";
import { settle } from "../../state/failure";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { AgingCell, OpenItemView } from "./view";

const FIRST = 100;

function OpenItems({ items, cell }: { readonly items: readonly OpenItemView[]; readonly cell: AgingCell }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const text = useTextStyles();
  const [shown, setShown] = useState(FIRST);
  const rest = items.length - shown;
  const sum = exactSum(items.map(({ amount }) => amount.amount));
  const money = (amount: number) => f.amount({ currency: cell.currency, amount });
  return (
    <>
      <table className={text.table}>
        <thead>
          <tr>
            <th scope="col">{t.document}</th>
            <th scope="col">{t.date}</th>
            <th scope="col" className="number">
              {t.days}
            </th>
            <th scope="col" className="number">
              {t.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, shown).map(({ document, customer, type, date, days, amount, at }, index) => (
            <tr key={index}>
              <th scope="row">
                {at === undefined ? document : <CellLink at={at}>{document}</CellLink>}
                <br />
                <span className={text.quiet} style={{ fontWeight: "normal" }}>
                  {cell.customerId === undefined ? customer : (t.types[type] ?? type)}
                </span>
              </th>
              <td>{f.day(date)}</td>
              <td className="number">{days === undefined ? "" : f.count(days)}</td>
              <td className="number">{money(amount.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t.sum}
            </th>
            <td className={mergeClasses("number", text.strong)}>{money(sum)}</td>
          </tr>
        </tfoot>
      </table>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + FIRST)}>
          {pane.frame.showMore(f.count(Math.min(FIRST, rest)), f.count(rest))}
        </Link>
      )}
    </>
  );
}

interface DocumentsScreenProps {
  readonly asOf: string;
  readonly cell: AgingCell;
  readonly title: string;
  readonly onBack: () => void;
}

/** What a figure of the aging is the sum of; each opens its cell. */
export function DocumentsScreen({ asOf, cell, title, onBack }: DocumentsScreenProps) {
  const { t, f } = useText(strings);
  const { session } = usePane().services;
  const load = useCallback(
    () => settle(session.ask("aging", "documents", asOf, cell)),
    [session, asOf, cell],
  );
  const [loaded, again] = useLoaded(load);
  return (
    <Screen
      title={title}
      lead={`${t.shownFor(f.day(asOf))}, ${cell.currency}`}
      before={<BackButton onBack={onBack} />}
    >
      <Waiting for={loaded} onRetry={again}>
        {(items) => <OpenItems items={items} cell={cell} />}
      </Waiting>
    </Screen>
  );
}
