import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Block } from "../../parts/Block";
import { CellLink } from "../../parts/CellLink";
import { Disclosure } from "../../parts/Disclosure";
import { Facts } from "../../parts/Facts";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { RemindersView, ReminderView } from "./view";

const useStyles = makeStyles({
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: `${tokens.spacingVerticalS} 0` },
});

function Message({ reminder }: { readonly reminder: ReminderView }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const { overdue, fee, interest, email, subject, text: body, link } = reminder;
  const { currency } = overdue;
  const facts = [
    [t.overdue, f.money(overdue)],
    [t.fee, fee === 0 ? "" : f.money({ currency, amount: fee })],
    [t.interest, interest === 0 ? "" : f.money({ currency, amount: interest })],
    [t.email, email === "" ? t.noEmail : email],
  ] as const;
  return (
    <>
      <Facts facts={facts} />
      <p className={mergeClasses(text.paragraph, text.strong)}>{subject}</p>
      <p className={styles.text}>{subject === "" && body === "" ? t.noText : body}</p>
      {link.startsWith("mailto:") && email !== "" && <Link href={link}>{t.mail}</Link>}
    </>
  );
}

function Held({ held }: Pick<RemindersView, "held">) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  if (held.length === 0) return null;
  return (
    <Disclosure summary={t.held(f.count(held.length))}>
      {() => (
        <ul className={text.list}>
          {held.map(({ invoiceNumber, reason, at }) => (
            <li key={invoiceNumber} className={text.row} style={{ padding: "4px 0" }}>
              {at === undefined ? invoiceNumber : <CellLink at={at}>{invoiceNumber}</CellLink>}{" "}
              <span className={text.quiet}>{t.reasons[reason] ?? reason}</span>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

/** Whom to remind of what, and what is kept back. */
export function Reminders({ view }: { readonly view: RemindersView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const { reminders, held, hasLevels, asOf } = view;
  return (
    <Block title={t.reminders} note={t.due(f.count(reminders.length), f.day(asOf))}>
      {!hasLevels && <p className={text.paragraph}>{t.noLevels}</p>}
      {reminders.map((reminder, index) => (
        <Disclosure
          key={index}
          summary={
            <SummaryRow
              title={reminder.customer}
              figure={f.money(reminder.amountDue)}
              note={t.level(f.count(reminder.level), reminder.invoices)}
            />
          }
        >
          {() => <Message reminder={reminder} />}
        </Disclosure>
      ))}
      <Held held={held} />
    </Block>
  );
}
