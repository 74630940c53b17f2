import { Button } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { saveFile } from "../../parts/saveFile";
import { bookOf } from "../../state/billState";
import { localTime } from "../../state/localTime";
import { useText } from "../../strings/text";
import { followUpOf } from "./followUpState";
import { strings } from "./strings";
import { useWrite } from "./useWrite";
import type { RemindersView } from "./view";

interface ReminderActionsProps {
  readonly view: RemindersView | undefined;
  readonly isBusy: boolean;
}

/** Reminders are prepared, sent by whoever sends them, and kept as sent. */
export function ReminderActions({ view, isBusy }: ReminderActionsProps) {
  const { t } = useText(strings);
  const pane = usePane();
  const { session, preparedBy } = pane.services;
  const write = useWrite();
  const hasNone = view === undefined || view.reminders.length === 0;
  const markSent = async () => {
    const edited = bookOf(pane.bill.store.get())?.edited;
    if (edited !== undefined) {
      // What would be kept as sent is no longer what was looked at.
      await followUpOf(pane).load();
      return pane.report({ code: "CHANGED", message: t.changed(edited) });
    }
    await write(t.actSent, () => {
      const details = { at: localTime(new Date()), user: preparedBy.name() };
      return session.ask("followUp", "sentPlan", view?.asOf ?? "", details);
    });
  };
  return (
    <>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void followUpOf(pane).prepare()}>
        {t.prepare}
      </Button>
      <Button disabledFocusable={isBusy || hasNone} onClick={() => void markSent()}>
        {t.markSent}
      </Button>
      <Button
        disabledFocusable={isBusy || hasNone}
        onClick={() =>
          view && saveFile(new Blob([view.csv], { type: "text/csv" }), `reminders-${view.asOf}.csv`)
        }
      >
        {t.mailMerge}
      </Button>
    </>
  );
}
