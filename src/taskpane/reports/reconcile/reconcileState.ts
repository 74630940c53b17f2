import type { FindingView, ReconcileView } from "./view";
import type { RunChoice } from "../../session/views";
import { oncePerPane } from "../../hooks/context";
import { bookOf } from "../../state/billState";
import { settle, settlePort, type Failure, type Result } from "../../state/failure";
import { createStore, type Store } from "../../state/store";

export type ReconcileState =
  | { readonly step: "idle" }
  | { readonly step: "running" }
  | { readonly step: "ready"; readonly view: ReconcileView }
  | { readonly step: "failed"; readonly failure: Failure };

/** What a person may write beside a finding. */
export type FindingNote = "status" | "comment";

export interface Reconcile {
  readonly store: Store<ReconcileState, ReconcileState>;
  /** As if the drafts of the chosen run were written. */
  readonly run: () => Promise<void>;
  /** The workbook as it is, whatever is to be billed. */
  readonly compareAsItIs: () => Promise<void>;
  /** Writes a note beside a finding into the workbook. */
  readonly note: (finding: FindingView, field: FindingNote, value: string) => Promise<Result<void>>;
}

/** The view with one finding in another's place. */
const withFinding = (view: ReconcileView, finding: FindingView): ReconcileView => ({
  ...view,
  findings: view.findings.map((shown) => (shown.key === finding.key ? finding : shown)),
});

/** The reconciliation of a pane: what was found stays while other tabs are shown. */
export const reconcileOf = oncePerPane(({ services, bill }): Reconcile => {
  const { port, session } = services;
  const store = createStore<ReconcileState, ReconcileState>((_, next) => next, { step: "idle" });
  const show = async (ask: (choice: RunChoice) => Promise<ReconcileView>) => {
    store.dispatch({ step: "running" });
    await bill.refresh();
    const book = bookOf(bill.store.get());
    // What went wrong with the reading stands in the message of Bill.
    if (book === undefined) return store.dispatch({ step: "idle" });
    const result = await settle(ask(book.choice));
    store.dispatch(
      result.ok ? { step: "ready", view: result.value } : { step: "failed", failure: result.failure },
    );
  };
  return {
    store,
    run: () => show((choice) => session.view("reconcile", choice)),
    compareAsItIs: () => show(() => session.ask("reconcile", "asItIs")),
    note: async (finding, field, value) => {
      const at = field === "status" ? finding.statusCell : finding.commentCell;
      if (at === undefined) return { ok: true, value: undefined };
      const result = await settlePort(port.edit([{ at, value }]));
      // A preview that was made before the note no longer fits the workbook.
      if (result.ok) bill.store.dispatch({ type: "edited", sheet: at.sheet });
      const state = store.get();
      if (result.ok && state.step === "ready") {
        store.dispatch({ step: "ready", view: withFinding(state.view, { ...finding, [field]: value }) });
      }
      return result;
    },
  };
});
