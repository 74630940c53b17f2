import { Button } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { goTo, place } from "../../state/place";
import { useText } from "../../strings/text";
import { FindingGroups } from "./FindingGroups";
import { ReconcileTotals } from "./ReconcileTotals";

/** Runs at once where another view asked for it. */
function useAskedRun(run: () => Promise<void>): void {
  const { runs } = useStore(place);
  useEffect(() => {
    if (runs !== true) return;
    goTo({ view: "reconcile" });
    void run();
  }, [runs, run]);
}

/** Where usage, contracts and invoices disagree. */
export default function ReconcileTab() {
  const { t } = useText();
  const { reconcile } = usePane();
  const text = useTextStyles();
  const state = useStore(reconcile.store);
  useAskedRun(reconcile.run);

  let content: ReactNode = null;
  if (state.step === "running") content = <ProgressPanel what={t.reconcile.running} share={undefined} />;
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
        <FindingGroups findings={state.view.findings} />
      </>
    );
  }
  return (
    <Screen
      title={t.reconcile.title}
      lead={state.step === "ready" ? undefined : t.reconcile.lead}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={state.step === "running"}
          onClick={() => void reconcile.run()}
        >
          {t.reconcile.run}
        </Button>
      }
    >
      {content}
    </Screen>
  );
}
