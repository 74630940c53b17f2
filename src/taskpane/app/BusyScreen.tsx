import { usePane } from "../hooks/context";
import { ProgressPanel } from "../parts/ProgressPanel";
import { Screen } from "../parts/Screen";
import type { Busy } from "../state/billState";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

/** What a run is working on, how far it is, and the way out of it. */
export function BusyScreen({ state }: { readonly state: Busy }) {
  const { t } = useText(paneStrings);
  const { bill } = usePane();
  const isCancelling = state.step === "writing" && state.isCancelling;
  const titles = {
    reading: t.bill.reading,
    checking: t.bill.checking,
    previewing: t.bill.previewing,
    writing: t.bill.writing,
    undoing: t.bill.undoing,
  };
  return (
    <Screen title={titles[state.step]}>
      <ProgressPanel
        {...(isCancelling
          ? { activity: t.bill.cancelling, share: state.progress?.share }
          : { activity: titles[state.step], progress: state.progress })}
        onCancel={state.step === "undoing" || isCancelling ? undefined : bill.cancel}
      />
    </Screen>
  );
}
