import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { shownRows, useRowsInView } from "./rowsInView";

const useStyles = makeStyles({
  list: { position: "relative", listStyleType: "none", margin: 0, padding: 0 },
  item: { position: "absolute", left: 0, right: 0, display: "flex", minWidth: 0 },
  tick: { flexShrink: 0, alignSelf: "center", width: "32px" },
  button: {
    display: "block",
    flexGrow: 1,
    minWidth: 0,
    width: "100%",
    height: "100%",
    padding: `${tokens.spacingVerticalXS} 0`,
    overflow: "hidden",
    border: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

/** Where a key leads from a row, or undefined for a key that means nothing here. */
function rowAfter(key: string, row: number, last: number): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  if (key === "Home") return 0;
  if (key === "End") return last;
  const step = steps[key];
  return step === undefined ? undefined : Math.min(last, Math.max(0, row + step));
}

/** Rows that can be ticked, by the mouse or by the space bar. */
export interface Ticks<Item> {
  readonly isTicked: (item: Item) => boolean;
  readonly canTick: (item: Item) => boolean;
  readonly onTick: (item: Item) => void;
  /** What the box is called. */
  readonly nameOf: (item: Item) => string;
}

interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly rowHeight: number;
  readonly keyOf: (item: Item) => string;
  readonly onOpen: (item: Item) => void;
  /** The key of the row that somebody comes back from: it has the focus again. */
  readonly cameFrom?: string | undefined;
  readonly ticks?: Ticks<Item>;
  readonly children: (item: Item) => ReactNode;
}

function TickBox<Item>({ item, ticks }: { readonly item: Item; readonly ticks: Ticks<Item> }) {
  const styles = useStyles();
  return (
    <Checkbox
      className={styles.tick}
      // The row takes the keys; a second stop in each would double the way.
      tabIndex={-1}
      aria-label={ticks.nameOf(item)}
      checked={ticks.isTicked(item)}
      disabled={!ticks.canTick(item)}
      onChange={() => ticks.onTick(item)}
    />
  );
}

interface RowButtonProps {
  readonly row: number;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

function RowButton({ row, isActive, onFocus, onOpen, children }: RowButtonProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={styles.button}
      data-row={row}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

/** The active row: at first the one that somebody comes back from, which gets the focus. */
function useActiveRow(list: HTMLElement | null, first: () => number): [number, (row: number) => void] {
  const [left] = useState(first);
  const [active, setActive] = useState(Math.max(0, left));
  useEffect(() => {
    if (left >= 0) list?.querySelector<HTMLElement>(`[data-row="${String(left)}"]`)?.focus();
  }, [list, left]);
  return [active, setActive];
}

/** Thousands of rows of which only those in view exist. One stop of Tab; the arrow keys move within it. */
export function VirtualList<Item>({
  label,
  items,
  rowHeight,
  keyOf,
  onOpen,
  cameFrom,
  ticks,
  children,
}: VirtualListProps<Item>) {
  const styles = useStyles();
  const [list, setList] = useState<HTMLElement | null>(null);
  const [asked, setActive] = useActiveRow(list, () => items.findIndex((item) => keyOf(item) === cameFrom));
  const view = useRowsInView(list, rowHeight);
  const last = items.length - 1;
  const active = Math.min(asked, last);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === " " && ticks && event.target instanceof HTMLButtonElement) {
      event.preventDefault();
      return items
        .slice(active, active + 1)
        .filter(ticks.canTick)
        .forEach(ticks.onTick);
    }
    const next = rowAfter(event.key, active, last);
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => setActive(next));
    list?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  };
  return (
    <ul
      ref={setList}
      className={styles.list}
      style={{ height: items.length * rowHeight }}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {shownRows(view, active, items.length).map((row) => (
        <li
          key={keyOf(items[row]!)}
          className={styles.item}
          style={{ top: row * rowHeight, height: rowHeight }}
          aria-posinset={row + 1}
          aria-setsize={items.length}
        >
          {ticks && <TickBox item={items[row]!} ticks={ticks} />}
          <RowButton
            row={row}
            isActive={row === active}
            onFocus={() => setActive(row)}
            onOpen={() => onOpen(items[row]!)}
          >
            {children(items[row]!)}
          </RowButton>
        </li>
      ))}
    </ul>
  );
}
