import { lazy, Suspense } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { isBusy, type Busy, type Resting } from "../../state/billState";
import { useText } from "../../strings/text";
import { EmptyScreen } from "./EmptyScreen";
import { SheetsScreen } from "./SheetsScreen";
import { StaleBar } from "./StaleBar";
import { StepList } from "./StepList";

// Behind the first screen, so that the pane opens sooner.
const MappingScreen = lazy(() => import(/* webpackChunkName: "run" */ "./MappingScreen"));
const CheckScreen = lazy(() => import(/* webpackChunkName: "run" */ "./CheckScreen"));
const PreviewScreen = lazy(() => import(/* webpackChunkName: "run" */ "./PreviewScreen"));
const DoneScreen = lazy(() => import(/* webpackChunkName: "run" */ "./DoneScreen"));

function BusyScreen({ state }: { readonly state: Busy }) {
  const { t } = useText();
  const { bill } = usePane();
  const isCancelling = state.step === "writing" && state.isCancelling;
  const titles = {
    reading: t.bill.reading,
    checking: t.bill.checking,
    previewing: t.bill.previewing,
    writing: t.bill.writing,
    undoing: t.bill.undoing,
  };
  const what = isCancelling ? t.bill.cancelling : (state.progress?.what ?? titles[state.step]);
  return (
    <Screen title={titles[state.step]}>
      <ProgressPanel
        what={what}
        share={state.progress?.share}
        onCancel={state.step === "undoing" || isCancelling ? undefined : bill.cancel}
      />
    </Screen>
  );
}

function RestingScreen({ state }: { readonly state: Resting }) {
  switch (state.step) {
    case "idle":
      return <EmptyScreen />;
    case "sheets":
      return state.book.sheets.isEmpty ? (
        <EmptyScreen sheets={state.book.sheets} />
      ) : (
        <SheetsScreen book={state.book} />
      );
    case "mapping":
      return <MappingScreen key={state.mapping.role} mapping={state.mapping} sheets={state.book.sheets} />;
    case "checked":
      return <CheckScreen check={state.check} isStale={state.book.edited !== undefined} />;
    case "previewed":
      return <PreviewScreen preview={state.preview} isStale={state.book.edited !== undefined} />;
    case "done":
      return <DoneScreen run={state.run} />;
  }
}

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
  const resting = state.step === "failed" ? state.behind : state;
  const hasSteps = resting.step !== "idle" && !resting.book.sheets.isEmpty;
  return (
    <>
      {hasSteps && <StepList state={state} />}
      {"book" in resting && resting.step !== "done" && <StaleBar book={resting.book} />}
      <Suspense>
        <RestingScreen key={resting.step} state={resting} />
      </Suspense>
    </>
  );
}
