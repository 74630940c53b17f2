import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import { columnName, type CellRef, type Grid } from "../../core/api";
import { useTextStyles } from "../parts/textStyles";
import { useFormats, useText } from "../strings/text";
import { cellText } from "./cellText";
import { ROW, scrollingOf, type Scrolling } from "./gridScroll";
import { openStrings } from "./strings";

const WIDTHS = { least: 64, most: 240, character: 6.5, padding: 14, sample: 60, leastHead: 28 } as const;
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
  row: { position: "absolute", left: 0, display: "flex", height: `${ROW}px` },
  cell: {
    boxSizing: "border-box",
    flexShrink: 0,
    height: `${ROW}px`,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    overflow: "hidden",
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    cursor: "cell",
  },
  head: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    textAlign: "center",
    cursor: "default",
  },
  headRow: { position: "sticky", top: 0, zIndex: 2, width: "max-content" },
  rowHead: { position: "sticky", left: 0, zIndex: 1 },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  selected: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: "-2px",
    backgroundColor: tokens.colorBrandBackground2,
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

/** Wide enough for what stands in its header and in rows all over the sheet, within reason. */
function columnWidth(grid: Grid, column: number): number {
  const count = Math.min(grid.rowCount, WIDTHS.sample);
  const texts = Array.from({ length: count }, (_, index) =>
    cellText(grid, Math.floor((index * grid.rowCount) / count), column, String),
  );
  const longest = Math.max(0, ...texts.map(({ text }) => text.length));
  return Math.round(
    Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest * WIDTHS.character + WIDTHS.padding)),
  );
}

/** Pixels of the columns, and of the row numbers before them, which are as wide as the last of them needs. */
interface Widths {
  readonly head: number;
  readonly columns: readonly number[];
  readonly all: number;
}

function widthsOf(grid: Grid, rowCount: number): Widths {
  const count = Math.max(grid.columns.length, 6);
  const columns = Array.from({ length: count }, (_, column) => columnWidth(grid, column));
  const digits = String(rowCount).length;
  const head = Math.max(WIDTHS.leastHead, Math.ceil(digits * WIDTHS.character + WIDTHS.padding));
  return { head, columns, all: columns.reduce((sum, width) => sum + width, head) };
}

/** Brings a cell into the middle of the view, unless it can be seen. */
function show(
  scroller: HTMLElement,
  { row, column }: CellRef,
  widths: Widths,
  { sheetTopOf: placeOf, scrollTopOf }: Scrolling,
): void {
  const top = (row + 1) * ROW;
  const left = widths.columns.slice(0, column).reduce((sum, width) => sum + width, widths.head);
  const width = widths.columns[column] ?? WIDTHS.least;
  const isSeen = (from: number, size: number, start: number, length: number, fixed: number) =>
    from >= start + fixed && from + size <= start + length;
  if (!isSeen(top, ROW, placeOf(scroller.scrollTop), scroller.clientHeight, ROW))
    scroller.scrollTop = scrollTopOf(top - scroller.clientHeight / 2);
  if (!isSeen(left, width, scroller.scrollLeft, scroller.clientWidth, widths.head))
    scroller.scrollLeft = left - scroller.clientWidth / 2;
}

const within = (index: number, count: number) => Math.min(count - 1, Math.max(0, index));

const idOf = ({ row, column }: Pick<CellRef, "row" | "column">) => `cell-${row}-${column}`;

/** The letters of the columns. */
function HeadRow({ widths }: { readonly widths: Widths }) {
  const styles = useStyles();
  const text = useTextStyles();
  const { t } = useText(openStrings);
  return (
    <div className={mergeClasses(styles.row, styles.headRow)} role="row" aria-rowindex={1}>
      <span
        className={mergeClasses(styles.cell, styles.head, styles.rowHead)}
        style={{ width: widths.head }}
        role="columnheader"
      >
        <span className={text.hidden}>{t.rows}</span>
      </span>
      {widths.columns.map((width, column) => (
        <span
          key={column}
          className={mergeClasses(styles.cell, styles.head)}
          style={{ width }}
          role="columnheader"
        >
          {columnName(column)}
        </span>
      ))}
    </div>
  );
}

interface GridRowProps {
  readonly grid: Grid;
  readonly row: number;
  readonly shift: number;
  readonly widths: Widths;
  readonly active: CellRef | undefined;
  readonly rowsOf: ReadonlyMap<number, ReadonlySet<number>>;
  readonly onSelect: (cell: CellRef) => void;
}

function GridRow({ grid, row, shift, widths, active, rowsOf, onSelect }: GridRowProps) {
  const f = useFormats();
  const styles = useStyles();
  return (
    <div className={styles.row} style={{ top: (row + 1) * ROW - shift }} role="row" aria-rowindex={row + 2}>
      <span
        className={mergeClasses(styles.cell, styles.head, styles.rowHead)}
        style={{ width: widths.head }}
        role="rowheader"
      >
        {row + 1}
      </span>
      {widths.columns.map((width, column) => {
        const isSelected = rowsOf.get(column)?.has(row) === true;
        const isActive = active?.row === row && active.column === column;
        const { text, isNumber } = cellText(grid, row, column, f.decimal);
        return (
          <span
            key={column}
            {...(isActive && { id: idOf(active) })}
            role="gridcell"
            aria-selected={isSelected}
            style={{ width }}
            className={mergeClasses(styles.cell, isNumber && styles.number, isSelected && styles.selected)}
            onClick={() => onSelect({ sheet: grid.sheet, row, column })}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}

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
