import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import type { CellRef, Grid } from "../../core/api";
import { useText } from "../strings/text";
import { LEAST_WIDTH, widthsOf, type Widths } from "./columnWidths";
import { GridRow, HeadRow, idOf } from "./GridRow";
import { ROW, scrollingOf, type Scrolling } from "./gridScroll";
import { openStrings } from "./strings";

const BEYOND = 8;

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: "auto",
    position: "relative",
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${ROW - 1}px`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    "@media (max-height: 420px)": { height: "240px" },
  },
});

/** Which rows are in view, and how far a tall sheet's rows stand from where they would be on a page of its height. */
function useRowsInView(scroller: HTMLElement | null, rowCount: number) {
  const subscribe = useCallback(
    (listener: () => void) => {
      scroller?.addEventListener("scroll", listener, { passive: true });
      window.addEventListener("resize", listener);
      return () => {
        scroller?.removeEventListener("scroll", listener);
        window.removeEventListener("resize", listener);
      };
    },
    [scroller],
  );
  const viewHeight = useSyncExternalStore(subscribe, () => scroller?.clientHeight ?? 0);
  const scrolling = useMemo(() => scrollingOf(rowCount, viewHeight), [rowCount, viewHeight]);
  const top = () => scroller?.scrollTop ?? 0;
  const first = useSyncExternalStore(subscribe, () => Math.floor(scrolling.sheetTopOf(top()) / ROW));
  const shift = useSyncExternalStore(subscribe, () => Math.round(scrolling.sheetTopOf(top()) - top()));
  return { first, count: Math.ceil(viewHeight / ROW) || 30, shift, scrolling };
}

/** Brings a cell into the middle of the view, unless it can be seen. */
function show(
  scroller: HTMLElement,
  { row, column }: CellRef,
  widths: Widths,
  { sheetTopOf, scrollTopOf }: Scrolling,
): void {
  const top = (row + 1) * ROW;
  const left = widths.columns.slice(0, column).reduce((sum, width) => sum + width, widths.head);
  const width = widths.columns[column] ?? LEAST_WIDTH;
  const isSeen = (from: number, size: number, start: number, length: number, fixed: number) =>
    from >= start + fixed && from + size <= start + length;
  if (!isSeen(top, ROW, sheetTopOf(scroller.scrollTop), scroller.clientHeight, ROW))
    scroller.scrollTop = scrollTopOf(top - scroller.clientHeight / 2);
  if (!isSeen(left, width, scroller.scrollLeft, scroller.clientWidth, widths.head))
    scroller.scrollLeft = left - scroller.clientWidth / 2;
}

const within = (index: number, count: number) => Math.min(count - 1, Math.max(0, index));

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [20, 0],
  PageUp: [-20, 0],
};

interface GridViewProps {
  readonly grid: Grid;
  readonly selected: readonly CellRef[];
  readonly onSelect: (cell: CellRef) => void;
}

/** Rows of a column that are selected; usage behind an amount may be thousands of cells. */
function selectedRows(cells: readonly CellRef[], shown: string): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = new Map<number, Set<number>>();
  for (const { sheet, row, column } of cells) {
    if (sheet !== shown) continue;
    const known = rows.get(column);
    if (known === undefined) rows.set(column, new Set([row]));
    else known.add(row);
  }
  return rows;
}

/** The cells of one sheet, of which only the rows in view exist; arrow keys move the selection. */
export function GridView({ grid, selected: cells, onSelect }: GridViewProps) {
  const { t } = useText(openStrings);
  const styles = useStyles();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const rowCount = Math.max(grid.rowCount, 20);
  const { first, count, shift, scrolling } = useRowsInView(scroller, rowCount);
  const widths = useMemo(() => widthsOf(grid, rowCount), [grid, rowCount]);
  const selected = cells[0]?.sheet === grid.sheet ? cells[0] : undefined;
  const rowsOf = useMemo(() => selectedRows(cells, grid.sheet), [cells, grid.sheet]);
  useEffect(() => {
    if (scroller !== null && selected !== undefined) show(scroller, selected, widths, scrolling);
  }, [scroller, selected, widths, scrolling]);
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(rowCount, first + count + BEYOND);
  const onKeyDown = (event: KeyboardEvent) => {
    const [down, right] = steps[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    const row = within((selected?.row ?? 0) + down, rowCount);
    const column = within((selected?.column ?? 0) + right, widths.columns.length);
    onSelect({ sheet: grid.sheet, row, column });
  };
  return (
    <div
      ref={setScroller}
      className={styles.scroller}
      role="grid"
      aria-label={t.grid(grid.sheet)}
      aria-readonly
      aria-rowcount={rowCount + 1}
      aria-colcount={widths.columns.length + 1}
      aria-activedescendant={selected && idOf(selected)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        style={{
          height: scrolling.height,
          width: widths.all,
          position: "relative",
        }}
      >
        <HeadRow widths={widths} />
        {Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).map((row) => (
          <GridRow
            key={row}
            grid={grid}
            row={row}
            shift={shift}
            widths={widths}
            active={selected}
            rowsOf={rowsOf}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  );
}
