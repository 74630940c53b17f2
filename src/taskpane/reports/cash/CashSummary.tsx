import { Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { cashOf } from "./cashState";
import { strings } from "./strings";
import type { BankView, CashView } from "./view";

function BankFile({ name, bank }: { readonly name: string; readonly bank: readonly BankView[] }) {
  const { t, f } = useText(strings);
  const cash = cashOf(usePane());
  const text = useTextStyles();
  return (
    <li className={text.row} style={{ display: "flex", padding: "4px 0" }}>
      <div style={{ flexGrow: 1, minWidth: 0 }}>
        <span className={text.strong}>{name}</span>
        {bank.map(({ format, account, credits, received, leftOut, gap }, index) => (
          <div key={index}>
            <SummaryRow
              title={
                <span className={text.quiet}>
                  {t.fileCredits(format, account, f.count(credits), f.count(leftOut))}
                </span>
              }
              figure={f.money(received)}
              {...(gap !== undefined && { note: t.gap(f.money(gap)) })}
            />
          </div>
        ))}
      </div>
      <Button
        appearance="subtle"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={t.remove(name)}
        onClick={() => void cash.removeFile(name)}
      />
    </li>
  );
}

/** The files of the bank that are not written yet. */
export function BankFiles({ view }: { readonly view: CashView }) {
  const { t, f } = useText(strings);
  const { files } = useStore(cashOf(usePane()).draft);
  const text = useTextStyles();
  if (files.length === 0) return null;
  return (
    <Block title={t.files} note={t.fileNews(f.count(view.imported), f.count(view.known))}>
      <ul className={text.list}>
        {files.map(({ name }) => (
          <BankFile key={name} name={name} bank={view.bank.filter(({ file }) => file === name)} />
        ))}
      </ul>
    </Block>
  );
}

/** What came in per currency, and what of it goes against documents already. */
export function CashTotals({ totals }: Pick<CashView, "totals">) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  if (totals.length === 0) return null;
  return (
    <table className={text.table}>
      <thead>
        <tr>
          <td />
          {[t.received, t.applied, t.unapplied].map((title) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, received, applied, unapplied }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            {[received, applied, unapplied].map((amount, index) => (
              <td key={index} className="number">
                {f.amount({ currency, amount })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
