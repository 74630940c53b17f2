import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { usePane } from "../hooks/context";
import { useStore } from "../hooks/useStore";
import { isBusy } from "../state/billState";
import { useText } from "../strings/text";
import { actsOf } from "./acts";
import { runStrings } from "./strings";

interface UndoBarProps {
  /** Asks for what is shown once more. */
  readonly onUndone: () => Promise<unknown>;
}

/** What was written last by the reports about receivables, with the way to take it back. */
export function UndoBar({ onUndone }: UndoBarProps) {
  const { t } = useText(runStrings);
  const pane = usePane();
  const acts = actsOf(pane);
  const last = useStore(acts.store).at(-1);
  const state = useStore(pane.bill.store);
  if (last === undefined) return null;
  const undo = async () => {
    if (!(await acts.undo())) return;
    pane.say(t.undone(last.title));
    await onUndone();
  };
  return (
    <MessageBar intent="success" layout="multiline" role="group" aria-label={t.lastWritten}>
      <MessageBarBody>
        {t.wrote(last.title, last.receipt.sheets.map(({ name }) => name).join(", "))}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={isBusy(state)} onClick={() => void undo()}>
          {t.undo}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
