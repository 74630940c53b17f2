import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { stepOf, stepsOfRun, type BillState } from "../state/billState";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  item: { display: "flex", gap: tokens.spacingHorizontalXS },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  done: { color: tokens.colorNeutralForeground2 },
});

/** Where the run stands. Only to be read: each screen has its own way on and back. */
export function StepList({ state }: { readonly state: BillState }) {
  const { t, f } = useText(paneStrings);
  const styles = useStyles();
  const current = stepsOfRun.indexOf(stepOf(state));
  return (
    <ol className={styles.list} aria-label={t.bill.progress}>
      {stepsOfRun.map((step, index) => (
        <li
          key={step}
          className={mergeClasses(
            styles.item,
            index < current && styles.done,
            index === current && styles.current,
          )}
          aria-current={index === current ? "step" : undefined}
        >
          <span aria-hidden>{index < current ? "✓" : f.count(index + 1)}</span>
          {t.bill.steps[step]}
        </li>
      ))}
    </ol>
  );
}
