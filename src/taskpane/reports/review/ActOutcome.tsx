import { Link } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { groupBy } from "../../../core/api";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { MoneyText } from "../../parts/MoneyText";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { Findings } from "../../run/Findings";
import { codeWords } from "../../strings/cellName";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { ActedView, ActView, RefusedView } from "./view/actView";

const FIRST = 10;

/** How many of a list are shown, and the way to more. */
function useMore(count: number) {
  const { t, f } = useText(paneStrings);
  const [shown, setShown] = useState(FIRST);
  const rest = count - shown;
  const more = rest > 0 && (
    <Link as="button" onClick={() => setShown(shown + 10 * FIRST)}>
      {t.frame.showMore(f.count(Math.min(rest, 10 * FIRST)), f.count(rest))}
    </Link>
  );
  return { shown, more };
}

function Done({ done }: { readonly done: readonly ActedView[] }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const { shown, more } = useMore(done.length);
  return (
    <>
      <ul className={text.list}>
        {done.slice(0, shown).map(({ invoice, customer, becomes, to, total }) => (
          <li key={invoice} className={text.row}>
            <SummaryRow
              title={customer}
              figure={f.money(total)}
              note={t.becomes(invoice === becomes ? invoice : t.getsNumber(invoice, becomes), to)}
            />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function RefusedDocuments({ refused }: { readonly refused: readonly RefusedView[] }) {
  const { t } = useText(strings);
  const text = useTextStyles();
  const { shown, more } = useMore(refused.length);
  return (
    <>
      <ul className={text.list}>
        {refused.slice(0, shown).map(({ invoice, customer, message, findings }) => (
          <li key={invoice} className={text.row}>
            <SummaryRow title={customer} note={t.refusedFor(invoice, message)} />
            {findings.length > 0 && <Findings findings={findings} />}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Refused({ refused }: { readonly refused: readonly RefusedView[] }) {
  const { t, f } = useText(strings);
  const byCode = useMemo(() => [...groupBy(refused, ({ code }) => code)], [refused]);
  return (
    <Block title={t.refused} note={t.refusedNote}>
      {byCode.map(([code, own]) => (
        <Disclosure
          key={code}
          isOpenAtFirst={byCode.length === 1 && own.length <= 3}
          summary={<SummaryRow title={codeWords(code)} figure={f.count(own.length)} note={t.codes[code]} />}
        >
          {() => <RefusedDocuments refused={own} />}
        </Disclosure>
      ))}
    </Block>
  );
}

/** What the next press would write, document by document, and for which it is refused and why. */
export function ActOutcome({ view }: { readonly view: ActView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const { done, refused, totals } = view;
  return (
    <>
      <Block title={t.willWrite}>
        {done.length === 0 ? (
          <p className={text.paragraph}>{t.nothingToWrite}</p>
        ) : (
          <>
            <SummaryRow title={t.documents(f.count(done.length))} figure={<MoneyText of={totals} />} />
            <Done done={done} />
          </>
        )}
      </Block>
      {refused.length > 0 && <Refused refused={refused} />}
    </>
  );
}
