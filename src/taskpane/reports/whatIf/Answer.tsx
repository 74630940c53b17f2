import { Link } from "@fluentui/react-components";
import { useState } from "react";
import { AmountBar } from "../../parts/AmountBar";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import type { WhatIfView } from "./view";
import { whatIfStrings } from "./whatIfStrings";

const FIRST = 20;

function Totals({ totals }: Pick<WhatIfView, "totals">) {
  const { t, f } = useText(whatIfStrings);
  return totals.map(({ currency, old, now, difference, winners, losers }) => {
    const money = (amount: number) => f.amount({ currency, amount });
    return (
      <SummaryRow
        key={currency}
        title={t.fromTo(currency, money(old), money(now))}
        figure={f.difference({ currency, amount: difference })}
        note={`${t.winners(f.count(winners))}, ${t.losers(f.count(losers))}`}
      />
    );
  });
}

function Customers({ customers }: Pick<WhatIfView, "customers">) {
  const { t } = useText(whatIfStrings);
  const { t: pane, f } = useText(paneStrings);
  const text = useTextStyles();
  const [shown, setShown] = useState(FIRST);
  const rest = customers.length - shown;
  const largest = Math.max(...customers.map(({ difference }) => Math.abs(difference)));
  return (
    <Block title={t.customers} note={t.customersNote}>
      <ul className={text.list}>
        {customers.slice(0, shown).map(({ customer, currency, old, now, difference }) => (
          <li key={`${customer} ${currency}`} className={text.row}>
            <SummaryRow
              title={customer}
              figure={f.difference({ currency, amount: difference })}
              note={t.fromTo(
                currency,
                f.amount({ currency, amount: old }),
                f.amount({ currency, amount: now }),
              )}
            />
            <AmountBar amount={difference} largest={largest} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + 5 * FIRST)}>
          {pane.frame.showMore(f.count(Math.min(rest, 5 * FIRST)), f.count(rest))}
        </Link>
      )}
    </Block>
  );
}

/** What the documents would come to, and for whom. */
export function Answer({ view }: { readonly view: WhatIfView }) {
  const { t, f } = useText(whatIfStrings);
  const text = useTextStyles();
  const { totals, customers, asTheyAre } = view;
  return (
    <>
      <div role="status">
        <Totals totals={totals} />
      </div>
      {customers.length === 0 ? (
        <p className={text.paragraph}>{t.same}</p>
      ) : (
        <Customers customers={customers} />
      )}
      {asTheyAre.length > 0 && (
        <Disclosure summary={t.asTheyAre(f.count(asTheyAre.length))}>
          {() => (
            <ul className={text.list}>
              {asTheyAre.map(({ contractId, period, reason }, index) => (
                <li key={index}>{t.reason(contractId, f.period(period), reason)}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </>
  );
}
