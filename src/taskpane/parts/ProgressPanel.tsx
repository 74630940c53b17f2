import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Activity, Progress } from "../../workbook/port/port";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { useTextStyles } from "./textStyles";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, maxWidth: "480px" },
  line: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  bar: {
    "@media (prefers-reduced-motion: reduce)": {
      "& *": { animationDuration: "6s", transitionDuration: "0s" },
    },
    // Fluent's track is as dark there as what fills it.
    "@media screen and (forced-colors: active)": {
      backgroundColor: "Canvas",
      outline: "1px solid CanvasText",
    },
  },
});

interface ProgressPanelProps {
  /** What is being done, where the work does not tell it itself. */
  readonly activity: string;
  readonly progress?: Progress | undefined;
  /** 0 to 1; undefined where nothing can be counted. */
  readonly share?: number | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** "Reading Usage"; undefined where it is all of the workbook. */
function activityText(activity: Activity, t: (typeof paneStrings)["bill"]["activity"]): string | undefined {
  switch (activity.kind) {
    case "reading":
    case "writing":
      return activity.name === undefined ? undefined : t[activity.kind](activity.name);
    default:
      return t[activity.kind];
  }
}

/** What is being done, how far it is, and a way out of it. */
export function ProgressPanel({ activity, progress, share = progress?.share, onCancel }: ProgressPanelProps) {
  const { t, f } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const id = useId();
  return (
    <div className={styles.panel}>
      <div className={styles.line}>
        <span id={id}>{(progress && activityText(progress.activity, t.bill.activity)) ?? activity}</span>
        {share !== undefined && (
          <span className={text.number}>{f.percent(Math.floor(share * 100) / 100)}</span>
        )}
      </div>
      <ProgressBar
        className={styles.bar}
        aria-labelledby={id}
        thickness="large"
        {...(share !== undefined && { value: share })}
      />
      {onCancel !== undefined && (
        <div>
          <Button onClick={onCancel}>{t.bill.cancel}</Button>
        </div>
      )}
    </div>
  );
}
