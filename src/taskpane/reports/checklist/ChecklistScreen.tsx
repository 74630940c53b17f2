import { Button, Field, Input, Select, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { useTextStyles } from "../../parts/textStyles";
import { ReportFrame } from "../../report/ReportFrame";
import { UndoBar } from "../../run/UndoBar";
import { YourName } from "../../run/YourName";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { checklistStrings } from "./checklistStrings";
import { closingOf } from "./checklistState";
import { Steps } from "./Steps";
import { strings } from "./strings";
import type { ChecklistView, PeriodView } from "./view";

function PeriodField({ periods }: { readonly periods: readonly PeriodView[] }) {
  const { t, f } = useText(checklistStrings);
  const closing = closingOf(usePane());
  const chosen = useStore(closing.chosen);
  return (
    <Field label={t.period}>
      <Select
        style={{ minWidth: 0, width: "100%" }}
        value={chosen ?? ""}
        onChange={(_, { value }) => {
          closing.chosen.dispatch(value);
          void closing.load();
        }}
      >
        {periods.map(({ id, isClosed }) => (
          <option key={id} value={id}>
            {isClosed ? t.closedPeriod(f.period(id)) : f.period(id)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** How the period stands, in a sentence. */
function Standing({ view }: { readonly view: ChecklistView }) {
  const { t, f } = useText(checklistStrings);
  const text = useTextStyles();
  const { closed, isReady, steps, blockers } = view;
  const left = steps.filter(({ passed }) => !passed).length + blockers.length;
  const sentence = closed
    ? t.closedBy(closed.who, f.day(closed.day))
    : isReady
      ? t.ready
      : t.open(f.count(left));
  return (
    <div role="status">
      <p className={text.paragraph}>{sentence}</p>
      {!closed &&
        blockers.map((blocker) => (
          <p key={blocker} className={mergeClasses(text.paragraph, text.error)}>
            {blocker}
          </p>
        ))}
    </div>
  );
}

/** Why a period is opened again; needed for it. */
function ReopeningReason({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useText(checklistStrings);
  return (
    <Field label={t.reason} hint={t.reasonHint} required>
      <Input
        style={{ minWidth: 0, width: "100%" }}
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}

/** The steps before a period is closed, its closing, and its opening again. */
export default function ChecklistScreen() {
  const { t: named } = useText(strings);
  const { t, f } = useText(checklistStrings);
  const pane = usePane();
  const { preparedBy } = pane.services;
  const closing = closingOf(pane);
  const periods = useStore(closing.periods.store);
  const { view, isRunning, failure } = useStore(closing.asked.store);
  const state = useStore(pane.bill.store);
  const [name, setName] = useState(preparedBy.name());
  const [reason, setReason] = useState("");
  useEffect(() => void closing.load(), [closing]);
  const busy = periods.isRunning || isRunning || isBusy(state);
  const by = name.trim();
  const isClosed = view?.closed !== undefined;
  const canAct = view !== undefined && !busy && by !== "" && (isClosed ? reason.trim() !== "" : view.isReady);
  const wrong = periods.failure ?? failure;
  const decide = async () => {
    if (!canAct) return;
    preparedBy.remember(by);
    const action = isClosed ? "reopen" : "close";
    const outcome = await closing.decide(isClosed ? t.reopen : t.close, { action, reason }, by);
    if (outcome !== "written") return;
    setReason("");
    pane.say((isClosed ? t.reopened : t.closed)(f.period(view.period)));
  };
  const hasNone = periods.view?.length === 0;
  return (
    <ReportFrame
      title={named.title}
      lead={t.lead}
      actions={
        hasNone ? undefined : (
          <Button appearance="primary" disabledFocusable={!canAct} onClick={() => void decide()}>
            {isClosed ? t.reopen : t.close}
          </Button>
        )
      }
    >
      <UndoBar onUndone={closing.load} />
      {hasNone && t.none}
      {periods.view !== undefined && !hasNone && <PeriodField periods={periods.view} />}
      {busy && <ProgressPanel activity={t.running} />}
      {wrong !== undefined && <FailureText>{wrong.message}</FailureText>}
      {view !== undefined && !hasNone && (
        <>
          <Standing view={view} />
          <Steps
            steps={view.steps}
            isClosed={isClosed}
            isBusy={busy}
            onMark={(index, marked) => void closing.mark(t.actStep, index, marked, by)}
          />
          <YourName value={name} onChange={setName} />
          {isClosed && <ReopeningReason value={reason} onChange={setReason} />}
        </>
      )}
    </ReportFrame>
  );
}
