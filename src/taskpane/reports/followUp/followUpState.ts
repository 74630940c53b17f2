import type { WritePlan } from "../../../core/api";
import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { createStore, type Store } from "../../state/store";
import type { FollowUpView, RemindersView } from "./view";

export interface FollowUp {
  readonly owed: AskedView<FollowUpView>;
  readonly reminders: AskedView<RemindersView>;
  /** The day that was typed; undefined until one is, when it is the last day of the book. */
  readonly day: Store<string | undefined, string | undefined>;
  /** What is owed, and the reminders once more where some were prepared. */
  readonly load: () => Promise<void>;
  readonly prepare: () => Promise<boolean>;
  /** Writes a plan for the day that is shown, and shows what is then due. */
  readonly write: (
    title: string,
    plan: (asOf: string) => Promise<WritePlan>,
  ) => Promise<"written" | "nothing" | "failed">;
}

function createFollowUp(pane: Pane): FollowUp {
  const { session } = pane.services;
  const acts = actsOf(pane);
  const owed = askedView<FollowUpView>(pane);
  const reminders = askedView<RemindersView>(pane);
  const day = createStore<string | undefined, string | undefined>((_, next) => next, undefined);
  const prepare = () => reminders.load(() => session.ask("followUp", "reminders", day.get() ?? ""));
  const load = async () => {
    await owed.load(() => session.ask("followUp", "owed", day.get() ?? ""));
    if (reminders.store.get().view !== undefined) await prepare();
  };
  return {
    owed,
    reminders,
    day,
    load,
    prepare,
    write: async (title, plan) => {
      const outcome = await acts.write(title, () => plan(owed.store.get().view?.asOf ?? ""));
      if (outcome === "written") await load();
      return outcome;
    },
  };
}

/** What is followed up in a pane: it stays while other tabs are shown. */
export const followUpOf = oncePerPane(createFollowUp);
