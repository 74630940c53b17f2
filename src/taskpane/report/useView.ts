import { useCallback } from "react";
import type { ViewedReport, ViewOf } from "../client/sessionClient";
import { usePane } from "../hooks/context";
import { useLoaded, type Loaded } from "../hooks/useLoaded";
import { useStore } from "../hooks/useStore";
import type { RunChoice } from "../session/views";
import { bookOf, isBusy } from "../state/billState";
import { settle } from "../state/failure";

/** What a run is where nothing was chosen: the sheets say which period. */
const byDefault: RunChoice = { period: undefined, asOf: undefined, giveNumbers: false, sheetLimit: 0 };

/** What a report shows of the workbook, loaded anew whenever the workbook is read or another period is chosen. */
export function useView<Report extends ViewedReport>(
  report: Report,
): readonly [Loaded<ViewOf<Report>>, () => void] {
  const { services, bill } = usePane();
  const { session } = services;
  const state = useStore(bill.store);
  const book = bookOf(state);
  const snapshot = book?.snapshot;
  const choice = book?.choice ?? byDefault;
  const load = useCallback(() => {
    // Read again with the workbook.
    void snapshot;
    return settle(session.view(report, choice));
  }, [session, report, snapshot, choice]);
  const [loaded, again] = useLoaded(load);
  const isOpening = book === undefined && isBusy(state);
  return [isOpening ? { state: "loading" } : loaded, again];
}
