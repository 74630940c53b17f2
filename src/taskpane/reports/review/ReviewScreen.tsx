import { useCallback, useEffect } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { Screen } from "../../parts/Screen";
import { Waiting } from "../../parts/Waiting";
import { NeedsBook } from "../../report/NeedsBook";
import { settle } from "../../state/failure";
import type { Snapshot } from "../../../core/api";
import { goTo, location } from "../../state/location";
import { useText } from "../../strings/text";
import { ActScreen } from "./ActScreen";
import { InvoiceList } from "./InvoiceList";
import { InvoiceScreen } from "./InvoiceScreen";
import { findingOf } from "./reviewState";
import { strings } from "./strings";
import { useExplainedCell } from "./useExplainedCell";

interface InvoicesProps {
  /** Changes when a preview may have added some. */
  readonly version: string;
  readonly snapshot: Snapshot;
}

/** Every invoice, found and followed to its rows. */
function Invoices({ version, snapshot }: InvoicesProps) {
  const { t } = useText(strings);
  const { session } = usePane().services;
  const load = useCallback(() => {
    void [version, snapshot];
    return settle(session.ask("review", "view"));
  }, [session, version, snapshot]);
  const [loaded, again] = useLoaded(load);
  if (loaded.state === "ready") {
    const onUndone = () => Promise.resolve(again());
    return <InvoiceList invoices={loaded.value} onUndone={onUndone} />;
  }
  return (
    <Screen title={t.title}>
      <Waiting for={loaded} onRetry={again}>
        {() => null}
      </Waiting>
    </Screen>
  );
}

/** The act that somebody asked for, the invoice that was opened, or all of them. */
function Review(props: InvoicesProps) {
  const { view, report, invoice } = useStore(location);
  const finding = findingOf(usePane());
  const { acting } = useStore(finding);
  useExplainedCell();
  if (acting !== undefined) {
    const leave = () => finding.dispatch({ acting: undefined });
    return (
      <ActScreen
        acting={acting}
        onBack={leave}
        onDone={([first]) => {
          finding.dispatch({ acting: undefined, ticked: new Set(), reason: "" });
          // It may have got its number.
          if (invoice && first) goTo({ view, report, invoice: { number: first.becomes } });
        }}
      />
    );
  }
  if (invoice === undefined) return <Invoices {...props} />;
  const { number, line } = invoice;
  return <InvoiceScreen key={number} number={number} line={line} onBack={() => goTo({ view, report })} />;
}

/** Reads the workbook once after a run was written: what is done to documents is done to rows that stand there. */
function useReadAfterRun(): void {
  const pane = usePane();
  const finding = findingOf(pane);
  const state = useStore(pane.bill.store);
  const { readAfter } = useStore(finding);
  const run = state.step === "done" ? state.run : undefined;
  useEffect(() => {
    if (run === undefined || run === readAfter) return;
    finding.dispatch({ readAfter: run });
    void pane.bill.refresh();
  }, [pane, finding, run, readAfter]);
}

export default function ReviewScreen() {
  const { t } = useText(strings);
  const { bill } = usePane();
  useReadAfterRun();
  // A preview adds drafts; the step says that there may be some.
  const { step } = useStore(bill.store);
  return (
    <NeedsBook title={t.title}>
      {({ choice, snapshot }) => <Review version={`${step} ${choice.period ?? ""}`} snapshot={snapshot} />}
    </NeedsBook>
  );
}
