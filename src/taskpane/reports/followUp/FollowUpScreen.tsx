import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { UndoBar } from "../../run/UndoBar";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { DisputeFields } from "./DisputeFields";
import { followUpOf } from "./followUpState";
import { useFormStyles } from "./formStyles";
import { PromiseFields } from "./PromiseFields";
import { Promises } from "./Promises";
import { ReminderActions } from "./ReminderActions";
import { Reminders } from "./Reminders";
import { RunningDisputes } from "./RunningDisputes";
import { strings } from "./strings";
import { useWrite } from "./useWrite";
import type { FollowUpView } from "./view";

interface PartProps {
  readonly view: FollowUpView;
  readonly isBusy: boolean;
}

function Notes({ view, isBusy: busy }: PartProps) {
  const { t } = useText(strings);
  const styles = useFormStyles();
  const [shown, setShown] = useState<"dispute" | "promise">();
  const close = () => setShown(undefined);
  const toggle = (form: "dispute" | "promise") => () => setShown(shown === form ? undefined : form);
  return (
    <Block title={t.notes} note={t.notesWhy}>
      <div className={styles.buttons}>
        <Button aria-expanded={shown === "dispute"} onClick={toggle("dispute")}>
          {t.openDispute}
        </Button>
        <Button aria-expanded={shown === "promise"} onClick={toggle("promise")}>
          {t.addPromise}
        </Button>
      </div>
      {shown === "dispute" && <DisputeFields view={view} isBusy={busy} onSaved={close} />}
      {shown === "promise" && <PromiseFields view={view} isBusy={busy} onSaved={close} />}
    </Block>
  );
}

function Sheets({ view, isBusy: busy }: PartProps) {
  const { t } = useText(strings);
  const { session } = usePane().services;
  const write = useWrite();
  const styles = useFormStyles();
  const [customerId, setCustomerId] = useState("");
  return (
    <Block title={t.sheets}>
      <Field label={t.statementOf}>
        <Select className={styles.input} value={customerId} onChange={(_, { value }) => setCustomerId(value)}>
          <option value="">{t.everybody}</option>
          {view.customers.map((each) => (
            <option key={each.customerId} value={each.customerId}>
              {each.customer}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button
          disabledFocusable={busy}
          onClick={() =>
            void write(t.actStatement, (asOf) => session.ask("followUp", "statementPlan", asOf, customerId))
          }
        >
          {t.statement}
        </Button>
        <Button
          disabledFocusable={busy}
          onClick={() =>
            void write(t.actKeyFigures, (asOf) => session.ask("followUp", "keyFiguresPlan", asOf))
          }
        >
          {t.keyFigures}
        </Button>
      </div>
    </Block>
  );
}

function DayField({ view }: { readonly view: FollowUpView | undefined }) {
  const { t } = useText(strings);
  const followUp = followUpOf(usePane());
  const day = useStore(followUp.day);
  return (
    <Field label={t.asOf} style={{ maxWidth: "200px" }}>
      <Input
        type="date"
        style={{ minWidth: 0 }}
        value={day ?? view?.asOf ?? ""}
        onChange={(_, { value }) => {
          followUp.day.dispatch(value === "" ? undefined : value);
          void followUp.load();
        }}
      />
    </Field>
  );
}

/** What is past due: reminded of, objected to, promised; and the sheets that say how it stands. */
export default function FollowUpScreen() {
  const { t } = useText(strings);
  const pane = usePane();
  const followUp = followUpOf(pane);
  const text = useTextStyles();
  const owed = useStore(followUp.owed.store);
  const reminders = useStore(followUp.reminders.store);
  const state = useStore(pane.bill.store);
  useEffect(() => void followUp.load(), [followUp]);
  const busy = owed.isRunning || reminders.isRunning || isBusy(state);
  const progress = isBusy(state) ? state.progress : undefined;
  const isEmpty = owed.view?.asOf === "";
  const book = isEmpty ? undefined : owed.view;
  const failure = owed.failure ?? reminders.failure;
  return (
    <Screen title={t.title} lead={t.lead} actions={<ReminderActions view={reminders.view} isBusy={busy} />}>
      <UndoBar onUndone={followUp.load} />
      <DayField view={owed.view} />
      {busy && <ProgressPanel activity={t.running} progress={progress} />}
      {failure !== undefined && (
        <p className={`${text.paragraph} ${text.error}`} role="alert">
          {failure.message}
        </p>
      )}
      {reminders.view !== undefined && <Reminders view={reminders.view} />}
      {isEmpty && <p className={text.paragraph}>{t.noBook}</p>}
      {book !== undefined && <RunningDisputes view={book} isBusy={busy} />}
      {book !== undefined && <Promises view={book} />}
      {book !== undefined && <Notes view={book} isBusy={busy} />}
      {book !== undefined && <Sheets view={book} isBusy={busy} />}
    </Screen>
  );
}
