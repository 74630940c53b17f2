import { oncePerPane } from "../../hooks/context";
import { createStore, type Store } from "../../state/store";

/** What the list of invoices is narrowed to, and the one that was opened last. */
export interface Finding {
  readonly search: string;
  readonly status: string;
  readonly opened: string | undefined;
}

const everything: Finding = { search: "", status: "", opened: undefined };

/** What somebody looked for: it is still there when they come back from an invoice. */
export const findingOf = oncePerPane((): Store<Finding, Partial<Finding>> =>
  createStore<Finding, Partial<Finding>>((state, change) => ({ ...state, ...change }), everything),
);
