import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ProgressPanel } from "../parts/ProgressPanel";
import { Screen } from "../parts/Screen";
import { bookOf, isBusy, type Book } from "../state/billState";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { usePane } from "../hooks/context";
import { useStore } from "../hooks/useStore";

interface NeedsBookProps {
  readonly title: string;
  readonly children: (book: Book) => ReactNode;
}

/** A screen that has nothing to show before the workbook has been read. */
export function NeedsBook({ title, children }: NeedsBookProps) {
  const { t } = useText(paneStrings);
  const { bill } = usePane();
  const state = useStore(bill.store);
  const book = bookOf(state);
  if (book !== undefined && state.step !== "reading") return children(book);
  if (isBusy(state)) {
    return (
      <Screen title={title}>
        <ProgressPanel activity={t.bill.reading} progress={state.progress} onCancel={bill.cancel} />
      </Screen>
    );
  }
  return (
    <Screen
      title={title}
      actions={
        <Button appearance="primary" onClick={() => void bill.open()}>
          {t.bill.readAgain}
        </Button>
      }
    >
      {t.frame.notRead}
    </Screen>
  );
}
