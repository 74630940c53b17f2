import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Screen } from "../../parts/Screen";
import { Severity } from "../../parts/Severity";
import { useTextStyles } from "../../parts/textStyles";
import type { RunAt } from "../../report/report";
import type { CheckView } from "./view";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { ControlTotals } from "./ControlTotals";
import { HeldList } from "../../run/HeldList";
import { IssueGroups } from "./IssueGroups";
import { strings } from "./strings";

const useStyles = makeStyles({
  counts: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  count: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** How many of each, at a glance. */
function Counts({ check }: { readonly check: CheckView }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  if (check.errors + check.warnings + check.held.length === 0) {
    return (
      <p className={mergeClasses(text.paragraph, styles.count)}>
        <CheckmarkCircle16Filled className={text.good} aria-hidden />
        {t.clean}
      </p>
    );
  }
  return (
    <div className={styles.counts}>
      <span className={styles.count}>
        {check.errors > 0 && <Severity of="error" />}
        {t.errors(f.count(check.errors))}
      </span>
      <span className={styles.count}>
        {check.warnings > 0 && <Severity of="warning" />}
        {t.warnings(f.count(check.warnings))}
      </span>
      <span className={mergeClasses(styles.count, text.strong)}>{t.held(f.count(check.held.length))}</span>
    </div>
  );
}

/** What is wrong, cell by cell, and that no row was lost. */
export default function CheckScreen({ run: { book, check } }: { readonly run: RunAt<"checked"> }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const { bill } = usePane();
  const isStale = book.edited !== undefined;
  const again = (
    <Button appearance={isStale ? "primary" : "secondary"} onClick={() => void bill.check()}>
      {pane.bill.check}
    </Button>
  );
  return (
    <Screen
      title={t.title}
      lead={pane.bill.of(f.period(check.period), f.day(check.asOf))}
      before={<BackButton onBack={bill.back} />}
      actions={
        isStale ? (
          again
        ) : (
          <Button appearance="primary" onClick={() => void bill.preview()}>
            {t.preview}
          </Button>
        )
      }
    >
      <Counts check={check} />
      <IssueGroups groups={check.groups} />
      <HeldList held={check.held} />
      <ControlTotals totals={check.controlTotals} />
    </Screen>
  );
}
