import { Button, Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Loaded } from "../hooks/useLoaded";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { useTextStyles } from "./textStyles";

interface WaitingProps<Value> {
  readonly for: Loaded<Value>;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** What is loaded, or that it is on its way, or why it did not come. */
export function Waiting<Value>({ for: loaded, onRetry, children }: WaitingProps<Value>) {
  const { t } = useText(paneStrings);
  const text = useTextStyles();
  if (loaded.state === "ready") return <>{children(loaded.value)}</>;
  if (loaded.state === "loading") return <Spinner size="tiny" label={t.frame.loading} />;
  return (
    <p className={text.paragraph} role="alert">
      {loaded.failure.message}{" "}
      <Button size="small" onClick={onRetry}>
        {t.frame.retry}
      </Button>
    </p>
  );
}
