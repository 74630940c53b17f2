import type { WritePlan } from "../../core/api";
import type { WriteReceipt } from "../../workbook/port/port";
import { oncePerPane } from "../hooks/context";
import { createStore, type Store } from "../state/store";

/** Something that was written beside a run, and can be taken back. */
export interface Act {
  readonly title: string;
  readonly receipt: WriteReceipt;
  /** What the screen forgot when it was written, to be known again. */
  readonly onUndone: () => void;
}

export interface Acts {
  /** The latest at the end. */
  readonly store: Store<readonly Act[], readonly Act[]>;
  /** Carries out a plan; what goes wrong is told in the message bar. */
  readonly write: (
    title: string,
    plan: () => Promise<WritePlan>,
    onUndone?: () => void,
  ) => Promise<"written" | "nothing" | "failed">;
  /** Takes back the latest act; true once it is. */
  readonly undo: () => Promise<boolean>;
}

/** What the reports about receivables wrote in a pane, whichever of them is shown. */
export const actsOf = oncePerPane(({ bill, report }): Acts => {
  const store = createStore<readonly Act[], readonly Act[]>((_, next) => next, []);
  /** The workbook is written, but what was read of it is old: the message says so. */
  const tellReading = () => {
    const state = bill.store.get();
    if (state.step !== "failed") return;
    report(state.failure);
    bill.dismiss();
  };
  return {
    store,
    write: async (title, plan, onUndone = () => undefined) => {
      // What went wrong the last time is no news of this one.
      report(undefined);
      const result = await bill.carryOut(plan);
      tellReading();
      if (!result.ok) return "failed";
      const receipt = result.value;
      if (receipt === undefined) return "nothing";
      store.dispatch([...store.get(), { title, receipt, onUndone }]);
      return "written";
    },
    undo: async () => {
      const last = store.get().at(-1);
      if (last === undefined) return false;
      report(undefined);
      const result = await bill.takeBack(last.receipt);
      tellReading();
      if (!result.ok) return false;
      store.dispatch(store.get().filter((act) => act !== last));
      last.onUndone();
      return true;
    },
  };
});
