import type { Pane } from "../hooks/context";
import { bookOf } from "../state/billState";
import { settle, type Failure } from "../state/failure";
import { createStore, type Store } from "../state/store";

/** An answer of the engine that outlives its screen. What was shown before stays until the new one is there. */
export interface Asked<View> {
  readonly view: View | undefined;
  readonly isRunning: boolean;
  readonly failure: Failure | undefined;
}

export interface AskedView<View> {
  readonly store: Store<Asked<View>, Asked<View>>;
  /** Asks anew, of the workbook as it is now; whether there was an answer. */
  readonly load: (ask: () => Promise<View>) => Promise<boolean>;
}

/** Asks again and again; an answer that is overtaken by a later question is dropped. */
export function askedView<View>({ bill }: Pick<Pane, "bill">): AskedView<View> {
  const none: Asked<View> = { view: undefined, isRunning: false, failure: undefined };
  const store = createStore<Asked<View>, Asked<View>>((_, next) => next, none);
  let latest = 0;
  return {
    store,
    load: async (ask) => {
      const asked = ++latest;
      store.dispatch({ ...store.get(), isRunning: true, failure: undefined });
      await bill.refresh();
      // What went wrong with the reading stands in the message of Bill.
      const result = bookOf(bill.store.get()) === undefined ? undefined : await settle(ask());
      if (asked !== latest) return false;
      if (result === undefined) store.dispatch(none);
      else if (result.ok) store.dispatch({ view: result.value, isRunning: false, failure: undefined });
      else store.dispatch({ ...store.get(), isRunning: false, failure: result.failure });
      return result?.ok === true;
    },
  };
}
