import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import { usePane } from "../../hooks/context";
import { useSettled } from "../../hooks/useSettled";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { Answer } from "./Answer";
import { strings } from "./strings";
import { TermFields } from "./TermFields";
import { whatIfOf } from "./whatIfState";
import { whatIfStrings } from "./whatIfStrings";

/** What issued invoices would come to at another price: winners and losers, while the slider moves. */
export default function WhatIfScreen() {
  const { t: named } = useText(strings);
  const { t } = useText(whatIfStrings);
  const pane = usePane();
  const whatIf = whatIfOf(pane);
  const text = useTextStyles();
  const { view: terms, isRunning: isFinding, failure: notFound } = useStore(whatIf.terms.store);
  const { view, isRunning, failure } = useStore(whatIf.asked.store);
  const request = useSettled(useStore(whatIf.request));
  const state = useStore(pane.bill.store);
  useEffect(() => void whatIf.load(), [whatIf]);
  const canAsk = terms !== undefined && terms.terms.length > 0 && terms.periods.length > 0;
  useEffect(() => {
    if (canAsk) void whatIf.ask();
  }, [whatIf, canAsk, request]);
  const busy = isFinding || isBusy(state);
  const wrong = notFound ?? failure;
  const write = async () => {
    const outcome = await whatIf.write(t.act);
    if (outcome !== "failed") pane.say(outcome === "written" ? t.written : t.unchanged);
  };
  return (
    <Screen
      title={named.title}
      lead={t.lead}
      actions={
        canAsk ? (
          <Button disabledFocusable={busy || isRunning || view === undefined} onClick={() => void write()}>
            {t.write}
          </Button>
        ) : undefined
      }
    >
      <UndoBar onUndone={whatIf.load} />
      {canAsk && <TermFields terms={terms} />}
      {terms !== undefined && !canAsk && <p className={text.paragraph}>{t.none}</p>}
      {(busy || (isRunning && view === undefined)) && (
        <ProgressPanel activity={t.running} share={isBusy(state) ? state.progress?.share : undefined} />
      )}
      {wrong !== undefined && <FailureText>{wrong.message}</FailureText>}
      {canAsk && view !== undefined && <Answer view={view} />}
    </Screen>
  );
}
