import type { ActId } from "../../../core/api";
import { oncePerPane } from "../../hooks/context";
import type { WrittenRun } from "../../state/billState";
import { createStore, type Store } from "../../state/store";

/** An act that is looked at before it is done. */
export interface Acting {
  readonly act: ActId;
  readonly numbers: readonly string[];
}

/** What the list of invoices is narrowed to, the one that was opened last, those that are ticked, and what is asked for them. */
export interface Finding {
  readonly search: string;
  readonly status: string;
  readonly opened: string | undefined;
  readonly ticked: ReadonlySet<string>;
  readonly acting: Acting | undefined;
  /** Typed for the act, and still there when the workbook was read again meanwhile. */
  readonly reason: string;
  /** The written run after which the workbook was read: before that the engine knows its drafts as a preview alone. */
  readonly readAfter: WrittenRun | undefined;
  /** The sheet that was edited before it could be done. */
  readonly edited: string | undefined;
}

const everything: Finding = {
  search: "",
  status: "",
  opened: undefined,
  ticked: new Set(),
  acting: undefined,
  reason: "",
  edited: undefined,
  readAfter: undefined,
};

/** What somebody looked for: it is still there when they come back from an invoice. */
export const findingOf = oncePerPane((): Store<Finding, Partial<Finding>> =>
  createStore<Finding, Partial<Finding>>((state, change) => ({ ...state, ...change }), everything),
);
