import { createContext, useContext } from "react";
import type { CellRef } from "../../core/api";
import type { Bill } from "../state/bill";
import { settlePort, type Failure } from "../state/failure";
import type { Services } from "../services/services";

export interface Pane {
  readonly services: Services;
  readonly bill: Bill;
  /** Shows a failure in the message bar of the view; undefined takes the last one away. */
  readonly report: (failure: Failure | undefined) => void;
  /** Says something to a screen reader. */
  readonly say: (text: string) => void;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === undefined) throw new Error("A screen stands outside the pane.");
  return pane;
}

/** Selects cells in the workbook; where that fails, the message bar says why. */
export function useReveal(): (cells: readonly CellRef[]) => void {
  const { services, report } = usePane();
  return (cells) =>
    void settlePort(services.port.reveal(cells)).then((result) => {
      if (!result.ok) report(result.failure);
    });
}

/** Makes something once for each pane that asks for it, so that it outlives the screens that show it. */
export function oncePerPane<Value>(make: (pane: Pane) => Value): (pane: Pane) => Value {
  const made = new WeakMap<Services, Value>();
  return (pane) => {
    const known = made.get(pane.services);
    if (known !== undefined) return known;
    const value = make(pane);
    made.set(pane.services, value);
    return value;
  };
}
