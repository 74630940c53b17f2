import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Screen } from "../../parts/Screen";
import { Severity } from "../../parts/Severity";
import { useTextStyles } from "../../parts/textStyles";
import type { CheckView } from "../../session/views";
import { useText } from "../../strings/text";
import { ControlTotals } from "./ControlTotals";
import { HeldList } from "./HeldList";
import { IssueGroups } from "./IssueGroups";

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
  const { t, f } = useText();
  const styles = useStyles();
  const text = useTextStyles();
  if (check.errors + check.warnings + check.held.length === 0) {
    return (
      <p className={mergeClasses(text.paragraph, styles.count)}>
        <CheckmarkCircle16Filled className={text.good} aria-hidden />
        {t.check.clean}
      </p>
    );
  }
  return (
    <div className={styles.counts}>
      <span className={styles.count}>
        {check.errors > 0 && <Severity of="error" />}
        {t.check.errors(f.count(check.errors))}
      </span>
      <span className={styles.count}>
        {check.warnings > 0 && <Severity of="warning" />}
        {t.check.warnings(f.count(check.warnings))}
      </span>
      <span className={mergeClasses(styles.count, text.strong)}>
        {t.check.held(f.count(check.held.length))}
      </span>
    </div>
  );
}

interface CheckScreenProps {
  readonly check: CheckView;
  readonly isStale: boolean;
}

/** What is wrong, cell by cell, and that no row was lost. */
export default function CheckScreen({ check, isStale }: CheckScreenProps) {
  const { t, f } = useText();
  const { bill } = usePane();
  const again = (
    <Button appearance={isStale ? "primary" : "secondary"} onClick={() => void bill.check()}>
      {t.sheets.check}
    </Button>
  );
  return (
    <Screen
      title={t.check.title}
      lead={t.check.of(f.period(check.period), f.day(check.asOf))}
      before={<BackButton onBack={bill.back} />}
      actions={
        isStale ? (
          again
        ) : (
          <Button appearance="primary" onClick={() => void bill.preview()}>
            {t.check.preview}
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
