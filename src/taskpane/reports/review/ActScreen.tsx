import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useSettled } from "../../hooks/useSettled";
import { useStore } from "../../hooks/useStore";
import { BackButton } from "../../parts/BackButton";
import { ProgressPanel } from "../../parts/ProgressPanel";
import { Screen } from "../../parts/Screen";
import { Waiting } from "../../parts/Waiting";
import { actsOf } from "../../run/acts";
import { runStrings } from "../../run/strings";
import { YourName } from "../../run/YourName";
import { bookOf, isBusy } from "../../state/billState";
import { settle } from "../../state/failure";
import { localTime } from "../../state/localTime";
import { useText } from "../../strings/text";
import { ActOutcome } from "./ActOutcome";
import { needsReason } from "./actNames";
import { findingOf, type Acting } from "./reviewState";
import { strings } from "./strings";
import type { ActRequest, ActView } from "./view/actView";

/** What the next press would do, asked anew with every name, and with the workbook whenever it is read again. */
function useOutcome({ act, numbers }: Acting, by: string) {
  const { session } = usePane().services;
  const snapshot = bookOf(useStore(usePane().bill.store))?.snapshot;
  const load = useCallback(() => {
    void snapshot;
    return settle(session.ask("review", "act", { act, numbers, by, reason: "" }));
  }, [session, act, numbers, by, snapshot]);
  return useLoaded(load);
}

/** Does the act, unless the workbook is no longer what was looked at: then it is read again, and said so. */
function useAct(onDone: (done: ActView["done"]) => void) {
  const { t } = useText(strings);
  const pane = usePane();
  const { bill, services, say } = pane;
  return async (request: ActRequest, shown: ActView): Promise<void> => {
    const edited = bookOf(bill.store.get())?.edited;
    findingOf(pane).dispatch({ edited });
    if (edited !== undefined) return bill.refresh();
    const details = { at: localTime(new Date()), user: request.by };
    const outcome = await actsOf(pane).write(t.acts[request.act], () =>
      services.session.ask("review", "actPlan", request, details),
    );
    if (outcome !== "written") return;
    say(t.acted(t.acts[request.act], String(shown.done.length)));
    onDone(shown.done);
  };
}

interface ActFieldsProps {
  readonly act: Acting["act"];
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** Who does it, and why. */
function ActFields({ act, name, onName }: ActFieldsProps) {
  const { t } = useText(strings);
  const finding = findingOf(usePane());
  const { reason } = useStore(finding);
  const isNeeded = needsReason(act);
  return (
    <>
      <YourName value={name} onChange={onName} />
      <Field label={t.reason} required={isNeeded} hint={isNeeded ? t.reasonIsKept : t.reasonIsOptional}>
        <Input
          style={{ minWidth: 0, width: "100%" }}
          value={reason}
          onChange={(_, { value }) => finding.dispatch({ reason: value })}
        />
      </Field>
    </>
  );
}

interface ActScreenProps {
  readonly acting: Acting;
  readonly onBack: () => void;
  readonly onDone: (done: ActView["done"]) => void;
}

/** An act before it is done: who does it and why, what would be written, what is refused. */
export function ActScreen({ acting, onBack, onDone }: ActScreenProps) {
  const { t, f } = useText(strings);
  const { t: run } = useText(runStrings);
  const pane = usePane();
  const { preparedBy } = pane.services;
  const finding = findingOf(pane);
  const { reason, edited } = useStore(finding);
  const state = useStore(pane.bill.store);
  const [name, setName] = useState(preparedBy.name());
  const by = useSettled(name.trim());
  const [loaded, again] = useOutcome(acting, by);
  const actNow = useAct(onDone);
  const { act, numbers } = acting;
  const isMissing = name.trim() === "" || (needsReason(act) && reason.trim() === "");
  const view = loaded.state === "ready" && by === name.trim() ? loaded.value : undefined;
  const busy = isBusy(state);
  const press = async () => {
    if (view === undefined || busy) return;
    preparedBy.remember(by);
    await actNow({ act, numbers, by, reason }, view);
  };
  return (
    <Screen
      title={t.actTitle(
        t.acts[act],
        numbers.length === 1 ? numbers[0]! : t.documents(f.count(numbers.length)),
      )}
      lead={t.actSays[act]}
      before={<BackButton onBack={onBack} />}
      actions={
        <Button
          appearance="primary"
          disabledFocusable={busy || isMissing || view === undefined || view.done.length === 0}
          onClick={() => void press()}
        >
          {t.acts[act]}
        </Button>
      }
    >
      {edited !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{run.editedSince(edited)}</MessageBarBody>
        </MessageBar>
      )}
      <ActFields act={act} name={name} onName={setName} />
      {busy && <ProgressPanel activity={t.acting} progress={state.progress} />}
      <Waiting for={loaded} onRetry={again}>
        {(outcome) => <ActOutcome view={outcome} />}
      </Waiting>
    </Screen>
  );
}
