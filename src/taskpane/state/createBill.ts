import type { Services } from "../services/services";
import type { Bill } from "./bill";
import { reduceBill } from "./billReducer";
import { isBusy, opening } from "./billState";
import { jobRunner } from "./jobRunner";
import { readingCommands } from "./readingCommands";
import { createStore } from "./store";
import { writingCommands } from "./writingCommands";

/** A run over one workbook. */
export function createBill(services: Services): Bill {
  const store = createStore(reduceBill, opening);
  const run = jobRunner(store);
  services.port.onEdit((sheet) => store.dispatch({ type: "edited", sheet }));
  return {
    store,
    ...readingCommands(services, store, run),
    ...writingCommands(services, store, run),
    choose: (change) => store.dispatch({ type: "choose", change }),
    cancel: () => {
      store.dispatch({ type: "cancel" });
      // The engine, too, has better things to do.
      if (!isBusy(store.get())) services.session.cancel();
    },
    back: () => store.dispatch({ type: "back" }),
    dismiss: () => store.dispatch({ type: "dismiss" }),
  };
}
