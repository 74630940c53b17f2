import { Button } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { HeldList } from "../../run/HeldList";
import { goTo, location } from "../../state/location";
import { useText } from "../../strings/text";
import { FindingGroups } from "./FindingGroups";
import { ReconcileTotals } from "./ReconcileTotals";
import { reconcileOf } from "./reconcileState";
import { strings } from "./strings";

/** Runs at once where another view asked for it. */
function useAskedRun(run: () => Promise<void>): void {
  const { view, report, runs } = useStore(location);
  useEffect(() => {
    if (runs !== true) return;
    goTo({ view, report });
    void run();
  }, [view, report, runs, run]);
}

/** Where usage, contracts and invoices disagree. */
export default function ReconcileScreen() {
  const { t } = useText(strings);
  const reconcile = reconcileOf(usePane());
  const text = useTextStyles();
  const state = useStore(reconcile.store);
  useAskedRun(reconcile.run);

  let content: ReactNode = null;
  if (state.step === "running") content = <ProgressPanel activity={t.running} />;
  if (state.step === "failed") {
    content = (
      <p className={text.paragraph} role="alert">
        {state.failure.message}
      </p>
    );
  }
  if (state.step === "ready") {
    content = (
      <>
        <ReconcileTotals view={state.view} />
        <HeldList held={state.view.held} note={t.held} />
        <FindingGroups findings={state.view.findings} />
      </>
    );
  }
  return (
    <Screen
      title={t.title}
      lead={state.step === "ready" ? undefined : t.lead}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={state.step === "running"}
            onClick={() => void reconcile.run()}
          >
            {t.run}
          </Button>
          <Button disabledFocusable={state.step === "running"} onClick={() => void reconcile.compareAsItIs()}>
            {t.compare}
          </Button>
        </>
      }
    >
      {content}
    </Screen>
  );
}
