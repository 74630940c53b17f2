import { createStore } from "./store";

export const views = ["bill", "review", "reconcile", "more"] as const;
/** A tab of the pane. */
export type View = (typeof views)[number];

/** Where the pane is. */
export interface PaneLocation {
  readonly view: View;
  /** The report of the tab by its name; undefined for the only one, or for the list of them. */
  readonly report?: string | undefined;
  /** An invoice that Review shows; a new object each time it is asked for. */
  readonly invoice?: { readonly number: string; readonly line?: number | undefined } | undefined;
  /** The line of the active cell is to be explained. */
  readonly explainCell?: boolean;
  /** A reconciliation is to be run at once. */
  readonly runs?: boolean;
}

/** One location for the whole page: the ribbon moves it before React is there, and the pane shows it. */
export const location = createStore<PaneLocation, PaneLocation>((_, next) => next, { view: "bill" });

export const goTo = (next: PaneLocation) => location.dispatch(next);
