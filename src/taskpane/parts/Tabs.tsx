import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";

/** All tabs stay on one line of the narrowest pane. */
const NARROW = "@media (max-width: 340px)";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap" },
  tab: {
    position: "relative",
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    [NARROW]: { padding: `0 ${tokens.spacingHorizontalS}` },
    border: 0,
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    // Bold text is wider; this keeps the place for it, so that tabs do not move.
    "::before": {
      content: "attr(data-label)",
      display: "block",
      height: 0,
      overflow: "hidden",
      visibility: "hidden",
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: "''",
      position: "absolute",
      left: tokens.spacingHorizontalM,
      right: tokens.spacingHorizontalM,
      [NARROW]: { left: tokens.spacingHorizontalS, right: tokens.spacingHorizontalS },
      bottom: 0,
      borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
      borderRadius: tokens.borderRadiusCircular,
    },
  },
});

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly selected: Value;
  /** The id of what the tabs change; the tab of a value has the id `tab-VALUE`. */
  readonly controls: string;
  readonly onSelect: (value: Value) => void;
}

/** Tabs by the book: one stop of Tab, arrow keys, Home and End. Fluent's own would double what loads at first. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, values, names, selected, controls, onSelect } = props;
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = values.indexOf(selected);
    const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
    const forwards = isMirrored ? "ArrowLeft" : "ArrowRight";
    const backwards = isMirrored ? "ArrowRight" : "ArrowLeft";
    const to = { [forwards]: from + 1, [backwards]: from - 1, Home: 0, End: values.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = values[(to + values.length) % values.length]!;
    onSelect(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={`tab-${value}`}
          className={mergeClasses(styles.tab, value === selected && styles.selected)}
          aria-selected={value === selected}
          aria-controls={controls}
          tabIndex={value === selected ? 0 : -1}
          data-label={names[value]}
          onClick={() => onSelect(value)}
        >
          {names[value]}
        </button>
      ))}
    </div>
  );
}
