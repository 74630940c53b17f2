import { makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { ShownBook } from "../services/services";
import { useTextStyles } from "../parts/textStyles";
import { cellName } from "../strings/cellName";
import { useText } from "../strings/text";
import { GridView } from "./GridView";
import { openStrings } from "./strings";

const useStyles = makeStyles({
  book: { display: "flex", flexDirection: "column", minHeight: 0, minWidth: 0, height: "100%" },
  tabs: {
    display: "flex",
    flexShrink: 0,
    overflowX: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  tab: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: 0,
    borderBottom: "3px solid transparent",
    background: "none",
    color: "inherit",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    "@media (max-width: 479px)": { padding: `1px ${tokens.spacingHorizontalS}`, borderBottomWidth: "2px" },
    '&[aria-pressed="true"]': {
      borderBottomColor: tokens.colorBrandStroke1,
      backgroundColor: tokens.colorNeutralBackground1,
      fontWeight: tokens.fontWeightSemibold,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

const showTab = (tab: HTMLElement | null) => tab?.scrollIntoView?.({ block: "nearest", inline: "nearest" });

/** The workbook beside the pane, to be read: its sheets and the cell that the pane speaks of. */
export function Sheets({ book }: { readonly book: ShownBook }) {
  const { t } = useText(openStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const selected = useSyncExternalStore(book.onChange, book.selected);
  const grids = useSyncExternalStore(book.onChange, book.grids);
  const [first] = selected;
  const grid = grids.find(({ sheet }) => sheet === first?.sheet) ?? grids[0];
  return (
    <section className={styles.book} aria-label={t.sheets}>
      <span className={text.hidden} role="status">
        {first === undefined ? "" : t.selected(cellName(first))}
      </span>
      {grid !== undefined && (
        <GridView key={grid.sheet} grid={grid} selected={selected} onSelect={book.select} />
      )}
      <div className={styles.tabs} role="group" aria-label={t.sheets}>
        {grids.map(({ sheet }) => (
          <button
            key={sheet}
            type="button"
            className={styles.tab}
            ref={sheet === grid?.sheet ? showTab : undefined}
            aria-pressed={sheet === grid?.sheet}
            onClick={() => book.select({ sheet, row: 0, column: 0 })}
          >
            {sheet}
          </button>
        ))}
      </div>
    </section>
  );
}
