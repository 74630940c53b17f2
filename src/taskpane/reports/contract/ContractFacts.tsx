import { mergeClasses } from "@fluentui/react-components";
import { Block } from "../../parts/Block";
import { Facts } from "../../parts/Facts";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { contractStrings } from "./contractStrings";
import type { ContractOnDay, ContractPeriod } from "./view";

function SoFar({ period, currency }: { readonly period: ContractPeriod; readonly currency: string }) {
  const { t, f } = useText(contractStrings);
  const text = useTextStyles();
  const amount = (value: number) => f.amount({ currency, amount: value });
  const rows = [
    ...period.charges.map(({ name, soFar, atEnd }) => [name, soFar, atEnd] as const),
    [t.total, period.soFar, period.atEnd] as const,
  ];
  return (
    <Block title={t.soFar} note={t.note(currency, f.period(period.period))}>
      <p className={mergeClasses(text.paragraph, text.quiet)}>
        {period.isBilled ? t.billed : t.usage(f.day(period.usedTo))}
      </p>
      {period.charges.length === 0 ? (
        <p className={text.paragraph}>{t.noCharges}</p>
      ) : (
        <table className={text.table}>
          <thead>
            <tr>
              <th scope="col">{t.charge}</th>
              <th scope="col" className="number">
                {t.toDate}
              </th>
              <th scope="col" className="number">
                {t.atEnd}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, soFar, atEnd], index) => (
              <tr key={`${name} ${String(index)}`}>
                <th scope="row">{name}</th>
                <td className="number">{amount(soFar)}</td>
                <td className="number">{amount(atEnd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

function InForce({ inForce }: Pick<ContractOnDay, "inForce">) {
  const { t } = useText(contractStrings);
  const text = useTextStyles();
  return (
    <Block title={t.prices}>
      {inForce.length === 0 && <p className={text.paragraph}>{t.noPrices}</p>}
      <ul className={text.list}>
        {inForce.map(({ product, terms }, index) => (
          <li key={`${product} ${String(index)}`} className={text.row}>
            <span className={text.strong}>{product}</span>
            <Facts facts={terms} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function History({ history }: Pick<ContractOnDay, "history">) {
  const { t, f } = useText(contractStrings);
  const text = useTextStyles();
  const said = ({ term, before, after }: ContractOnDay["history"][number]["changes"][number]) =>
    before === ""
      ? t.added(term, after)
      : after === ""
        ? t.removed(term, before)
        : t.changed(term, before, after);
  return (
    <Block title={t.history}>
      <ul className={text.list}>
        {history.map(({ product, from, changes }, index) => (
          <li key={`${product} ${from} ${String(index)}`} className={text.row}>
            <span className={text.strong}>{t.since(product, f.day(from))}</span>
            <p className={mergeClasses(text.paragraph, text.quiet)}>
              {changes.length === 0 ? t.same : changes.map(said).join("; ")}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** What is known of a contract on a day. */
export function ContractFacts({ contract }: { readonly contract: ContractOnDay }) {
  const { t, f } = useText(contractStrings);
  const text = useTextStyles();
  const { customer, from, endDate, noticeBy, renewedTo, period, currency } = contract;
  const day = (iso: string) => (iso === "" ? "" : f.day(iso));
  return (
    <>
      <Facts
        facts={[
          [t.customer, customer],
          [t.began, f.day(from)],
          [t.ends, endDate === "" ? t.noEnd : f.day(endDate)],
          [t.noticeBy, day(noticeBy)],
          [t.renewedTo, day(renewedTo)],
        ]}
      />
      {period ? (
        <SoFar period={period} currency={currency} />
      ) : (
        <p className={text.paragraph}>{t.noPeriod}</p>
      )}
      <InForce inForce={contract.inForce} />
      <History history={contract.history} />
    </>
  );
}
