import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { ProblemList } from "../../run/ProblemList";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { AddBankFile } from "./AddBankFile";
import { CashActions } from "./CashActions";
import { cashOf } from "./cashState";
import { BankFiles, CashTotals } from "./CashSummary";
import { PostedList } from "./PostedList";
import { ProposalList } from "./ProposalList";
import { ProposalScreen } from "./ProposalScreen";
import { strings } from "./strings";
import type { CashView } from "./view";

interface ContentProps {
  readonly view: CashView;
  readonly cameFrom: string | undefined;
  readonly onOpen: (paymentId: string) => void;
}

function Content({ view, cameFrom, onOpen }: ContentProps) {
  const { t } = useText(strings);
  const text = useTextStyles();
  return (
    <>
      <BankFiles view={view} />
      <ProblemList issues={view.issues} />
      <CashTotals totals={view.totals} />
      {view.proposals.length === 0 ? (
        <p className={text.paragraph}>{view.asOf === "" ? t.noBook : t.none}</p>
      ) : (
        <ProposalList proposals={view.proposals} cameFrom={cameFrom} onOpen={onOpen} />
      )}
      <PostedList posted={view.posted} />
    </>
  );
}

/** Which payment pays which invoice: proposed, corrected, posted, taken back. */
export default function CashScreen() {
  const { t } = useText(strings);
  const pane = usePane();
  const cash = cashOf(pane);
  const text = useTextStyles();
  const { view, isRunning, failure } = useStore(cash.asked.store);
  const { edited, reading } = useStore(cash.draft);
  const state = useStore(pane.bill.store);
  const [opened, setOpened] = useState<string>();
  const [cameFrom, setCameFrom] = useState<string>();
  useEffect(() => void cash.load(), [cash]);
  const busy = isRunning || reading !== undefined || isBusy(state);
  const proposal = view?.proposals.find(({ paymentId }) => paymentId === opened);
  if (proposal !== undefined)
    return (
      <ProposalScreen
        proposal={proposal}
        isBusy={busy}
        onBack={() => {
          setCameFrom(opened);
          setOpened(undefined);
        }}
      />
    );
  const progress = isBusy(state) ? state.progress : undefined;
  return (
    <Screen title={t.title} lead={t.lead} actions={<CashActions view={view} isBusy={busy} />}>
      <UndoBar onUndone={cash.load} />
      {edited !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.changed(edited)}</MessageBarBody>
        </MessageBar>
      )}
      <AddBankFile isBusy={busy} />
      {busy && (
        <ProgressPanel
          activity={reading === undefined ? t.running : t.reading(reading)}
          progress={progress}
        />
      )}
      {failure !== undefined && (
        <p className={`${text.paragraph} ${text.error}`} role="alert">
          {failure.message}
        </p>
      )}
      {view !== undefined && <Content view={view} cameFrom={cameFrom} onOpen={setOpened} />}
    </Screen>
  );
}
