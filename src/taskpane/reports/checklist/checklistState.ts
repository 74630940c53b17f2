import type { StepState } from "../../../core/api";
import { oncePerPane, type Pane } from "../../hooks/context";
import { actsOf } from "../../run/acts";
import { askedView, type AskedView } from "../../run/asked";
import { settlePort } from "../../state/failure";
import { localTime } from "../../state/localTime";
import { createStore, type Store } from "../../state/store";
import type { ChecklistView, CloseRequest, PeriodView } from "./view";

type Outcome = "written" | "nothing" | "failed";

export interface ClosingState {
  readonly periods: AskedView<readonly PeriodView[]>;
  readonly asked: AskedView<ChecklistView>;
  /** The period that was chosen; undefined until one is: the latest that is open. */
  readonly chosen: Store<string | undefined, string | undefined>;
  readonly load: () => Promise<boolean>;
  readonly mark: (title: string, index: number, state: StepState, by: string) => Promise<Outcome>;
  readonly decide: (
    title: string,
    decision: Pick<CloseRequest, "action" | "reason">,
    by: string,
  ) => Promise<Outcome>;
}

function createClosing(pane: Pane): ClosingState {
  const { session, port } = pane.services;
  const periods = askedView<readonly PeriodView[]>(pane);
  const asked = askedView<ChecklistView>(pane);
  const chosen = createStore<string | undefined, string | undefined>((_, next) => next, undefined);
  const acts = actsOf(pane);
  const formulas = async () => {
    const sheet = await session.ask("checklist", "sheet");
    const read = sheet === undefined ? undefined : await settlePort(port.formulas(sheet));
    return read?.ok ? read.value : undefined;
  };
  const periodNow = () => {
    const all = periods.store.get().view ?? [];
    return chosen.get() ?? (all.find(({ isClosed }) => !isClosed) ?? all[0])?.id;
  };
  const load = async () => {
    if (!(await periods.load(() => session.ask("checklist", "periods")))) return false;
    const period = periodNow();
    if (period === undefined) return true;
    // It stays what it is when its closing leaves another one open.
    chosen.dispatch(period);
    return asked.load(async () => session.ask("checklist", "steps", period, await formulas()));
  };
  const details = (user: string) => ({ at: localTime(new Date()), user });
  return {
    periods,
    asked,
    chosen,
    load,
    mark: async (title, index, state, by) => {
      const period = periodNow() ?? "";
      const outcome = await acts.write(title, () =>
        session.ask("checklist", "stepPlan", period, index, state, details(by)),
      );
      await load();
      return outcome;
    },
    decide: async (title, decision, by) => {
      const period = periodNow() ?? "";
      const outcome = await acts.write(title, async () =>
        session.ask(
          "checklist",
          "closePlan",
          { ...decision, period, formulas: await formulas() },
          details(by),
        ),
      );
      await load();
      return outcome;
    },
  };
}

/** The checklist of a pane: it stays while other tabs are shown. */
export const closingOf = oncePerPane(createClosing);
