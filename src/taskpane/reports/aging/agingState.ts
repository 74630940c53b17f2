import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { bookOf } from "../../state/billState";
import { createStore, type Store } from "../../state/store";
import type { AgingView } from "./view";

export interface Aging {
  readonly asked: AskedView<AgingView>;
  /** The day that was typed; undefined until one is, when it is the last day of the book. */
  readonly day: Store<string | undefined, string | undefined>;
  /** The last day of the book. */
  readonly lastDay: AskedView<string>;
  /** Finds the last day, and what is shown once more where something is. */
  readonly load: () => Promise<void>;
  readonly show: () => Promise<boolean>;
  /** Writes what is shown. */
  readonly write: (title: string) => Promise<"written" | "nothing" | "failed" | "stale">;
}

function createAging(pane: Pane): Aging {
  const { services, bill } = pane;
  const { session } = services;
  const acts = actsOf(pane);
  const asked = askedView<AgingView>(pane);
  const lastDay = askedView<string>(pane);
  const day = createStore<string | undefined, string | undefined>((_, next) => next, undefined);
  const show = () => asked.load(() => session.ask("aging", "figures", day.get() ?? ""));
  return {
    asked,
    day,
    lastDay,
    load: async () => {
      await lastDay.load(() => session.ask("aging", "lastDay"));
      if (asked.store.get().view !== undefined) await show();
    },
    show,
    write: async (title) => {
      const { view } = asked.store.get();
      if (view === undefined) return "nothing";
      if (bookOf(bill.store.get())?.edited !== undefined) return "stale";
      return acts.write(title, () => session.ask("aging", "plan", view.asOf));
    },
  };
}

/** The aging of a pane: it stays while other tabs are shown. */
export const agingOf = oncePerPane(createAging);
