import { Link } from "@fluentui/react-components";
import { useState } from "react";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Disclosure } from "../../parts/Disclosure";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { compareStrings } from "./compareStrings";
import type { ChangedCellView, DocumentView } from "./view";

const FIRST = 30;

function Cells({ cells }: { readonly cells: readonly ChangedCellView[] }) {
  const { t } = useText(compareStrings);
  const text = useTextStyles();
  if (cells.length === 0) return null;
  return (
    <>
      <span className={text.quiet}>{t.cells}</span>
      <ul className={text.list}>
        {cells.slice(0, FIRST).map(({ what, before, now, at }, index) => (
          <li key={index} style={{ overflowWrap: "anywhere" }}>
            {at !== undefined && <CellLink at={at} />} <span className={text.quiet}>{what}</span>{" "}
            {t.fromTo(before === "" ? t.nothing : before, now === "" ? t.nothing : now)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Document({ document }: { readonly document: DocumentView }) {
  const { t, f } = useText(compareStrings);
  const text = useTextStyles();
  const { currency, totalBefore, totalNow, effects, cells } = document;
  const money = (amount: number) => f.amount({ currency, amount });
  return (
    <>
      <p className={text.paragraph}>
        {currency} {t.fromTo(money(totalBefore), money(totalNow))}
      </p>
      <ul className={text.list}>
        {effects.map(({ effect, amount, cause }) => (
          <li key={effect} className={text.row}>
            <SummaryRow
              title={t.effects[effect] ?? effect}
              figure={f.difference({ currency, amount })}
              {...(cause !== "" && { note: cause })}
            />
          </li>
        ))}
      </ul>
      <Cells cells={cells} />
    </>
  );
}

/** Documents that are others, each down to its effects and the cells behind them. */
export function DifferentDocuments({ documents }: { readonly documents: readonly DocumentView[] }) {
  const { t } = useText(compareStrings);
  const { t: pane, f } = useText(paneStrings);
  const [shown, setShown] = useState(FIRST);
  const rest = documents.length - shown;
  return (
    <Block title={t.documents} note={t.documentsNote(f.count(documents.length))}>
      {documents.slice(0, shown).map((document) => {
        const { key, customer, contractId, period, currency, difference } = document;
        const numbers = t.numbers(document.invoiceBefore, document.invoiceNow);
        const note = [contractId, f.period(period), numbers].filter((part) => part !== "").join(" · ");
        return (
          <Disclosure
            key={key}
            summary={
              <SummaryRow
                title={customer}
                note={note}
                figure={`${currency} ${f.difference({ currency, amount: difference })}`}
              />
            }
          >
            {() => <Document document={document} />}
          </Disclosure>
        );
      })}
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + 4 * FIRST)}>
          {pane.frame.showMore(f.count(Math.min(rest, 4 * FIRST)), f.count(rest))}
        </Link>
      )}
    </Block>
  );
}
