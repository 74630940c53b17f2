import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Book } from "../state/billState";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

/** Says that the workbook has moved on. The button to act on it is the primary one of the screen. */
export function StaleBar({ book }: { readonly book: Book }) {
  const { t } = useText(paneStrings);
  if (book.edited === undefined) return null;
  return (
    <MessageBar
      intent="warning"
      layout="multiline"
      style={{ borderRadius: 0, flexShrink: 0, marginTop: "8px" }}
    >
      <MessageBarBody>{t.bill.stale(book.edited)}</MessageBarBody>
    </MessageBar>
  );
}
