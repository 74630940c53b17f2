import { Suspense } from "react";
import { usePane } from "../hooks/context";
import { useStore } from "../hooks/useStore";
import { isBusy } from "../state/billState";
import { BusyScreen } from "./BusyScreen";
import { stepReports } from "./reportsOf";
import { StaleBar } from "./StaleBar";
import { StepList } from "./StepList";

/** A run, from what is in the workbook to what is written into it. */
export function BillTab() {
  const { bill } = usePane();
  const state = useStore(bill.store);
  if (isBusy(state)) {
    return (
      <>
        <StepList state={state} />
        <BusyScreen key={state.step} state={state} />
      </>
    );
  }
  const run = state.step === "failed" ? state.behind : state;
  const hasSteps = run.step !== "idle" && !run.book.sheets.isEmpty;
  return (
    <>
      {hasSteps && <StepList state={state} />}
      {"book" in run && run.step !== "done" && <StaleBar book={run.book} />}
      <Suspense>{stepReports.map(({ show }) => show(run))}</Suspense>
    </>
  );
}
