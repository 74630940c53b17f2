import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { columnName, type CellRef, type Grid } from "../../core/api";
import { useTextStyles } from "../parts/textStyles";
import { useFormats, useText } from "../strings/text";
import { cellText } from "./cellText";
import type { Widths } from "./columnWidths";
import { ROW } from "./gridScroll";
import { openStrings } from "./strings";

const useStyles = makeStyles({
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

export const idOf = ({ row, column }: Pick<CellRef, "row" | "column">) => `cell-${row}-${column}`;

/** The letters of the columns. */
export function HeadRow({ widths }: { readonly widths: Widths }) {
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

/** The cells of one row. */
export function GridRow({ grid, row, shift, widths, active, rowsOf, onSelect }: GridRowProps) {
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
