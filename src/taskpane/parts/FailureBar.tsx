import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect } from "react";
import type { Failure } from "../state/failure";
import { recordFailure } from "../state/lastError";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { CellLink } from "./CellLink";
import { CopyButton } from "./CopyButton";

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: 0, borderLeft: 0, borderRight: 0 },
  body: { paddingTop: "6px", paddingBottom: "6px", overflowWrap: "anywhere" },
});

interface FailureBarProps {
  readonly failure: Failure;
  readonly onDismiss: () => void;
}

/** The one message of a view: what, where, and what to do. */
export function FailureBar({ failure, onDismiss }: FailureBarProps) {
  const { t } = useText(paneStrings);
  const styles = useStyles();
  const { code, message, at, left = [], details, after } = failure;
  const isCancelled = code === "CANCELLED";
  useEffect(() => recordFailure(failure), [failure]);
  return (
    <MessageBar
      className={styles.bar}
      layout="multiline"
      intent={isCancelled ? "info" : "error"}
      politeness="assertive"
    >
      <MessageBarBody className={styles.body}>
        {after !== undefined && `${t.frame.after[after]} `}
        {isCancelled && after === undefined ? t.bill.cancelled : message}{" "}
        {at !== undefined && (
          <>
            <CellLink at={at} />{" "}
          </>
        )}
        {left.length > 0 && ` ${t.frame.left(left.join(", "))}`}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={t.frame.dismiss}
            onClick={onDismiss}
          />
        }
      >
        {details !== undefined && <CopyButton text={`${code}\n${details}`} />}
      </MessageBarActions>
    </MessageBar>
  );
}
