import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Severity } from "../../parts/Severity";
import { useTextStyles } from "../../parts/textStyles";
import type { IssueSeverity } from "../../session/views";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { CalendarPeriodView, CalendarView } from "./view";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  state: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(76px, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    "& dd": { margin: 0 },
  },
});

/** What needs to be looked at, by shape and name. */
const severities: Partial<Record<CalendarPeriodView["state"], IssueSeverity>> = {
  missing: "error",
  under: "warning",
  over: "warning",
};

function Period({ of, currency }: { readonly of: CalendarPeriodView; readonly currency: string }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const severity = severities[of.state];
  const figures = [
    [t.expected, of.expected],
    [t.billed, of.billed],
    // What is nothing in most periods is shown where it is something.
    ...(of.credited === 0 ? [] : [[t.credited, of.credited] as const]),
    ...(of.late === 0 ? [] : [[t.late, of.late] as const]),
    [t.open, of.open],
  ] as const;
  return (
    <li className={mergeClasses(styles.item, text.row)}>
      <span>
        <span className={text.strong}>{f.period(of.period)}</span>{" "}
        <span className={text.quiet}>{t.days(f.count(of.days))}</span>
      </span>
      <span className={styles.state}>
        {severity && <Severity of={severity} />}
        {t.states[of.state]}
      </span>
      <dl className={styles.figures}>
        {figures.map(([name, amount]) => (
          <div key={name}>
            <dt className={text.quiet}>{name}</dt>
            <dd className={text.number} style={{ textAlign: "left" }}>
              {f.amount({ currency, amount })}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** The billing periods of a year, one under the other. */
export function CalendarPeriods({ calendar }: { readonly calendar: CalendarView }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const { currency, asOf, periods } = calendar;
  return (
    <>
      <p className={mergeClasses(text.paragraph, text.quiet)}>{t.note(currency, f.day(asOf))}</p>
      <ul className={text.list}>
        {periods.map((each) => (
          <Period key={each.period} of={each} currency={currency} />
        ))}
      </ul>
    </>
  );
}
