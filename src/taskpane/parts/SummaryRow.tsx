import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTextStyles } from "./textStyles";

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalS, minWidth: 0 },
  lead: { flexShrink: 0, marginTop: "2px" },
  texts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  note: { gridColumn: "1 / -1" },
});

interface SummaryRowProps {
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** A figure at the right. */
  readonly figure?: ReactNode;
}

/** A name with a figure, and a quiet line below: how an invoice, a line, an issue or a customer stands in a list. */
export function SummaryRow({ lead, title, note, figure }: SummaryRowProps) {
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <span className={styles.row}>
      {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      <span className={styles.texts}>
        <span>{title}</span>
        <span className={text.number}>{figure}</span>
        {note !== undefined && <span className={mergeClasses(styles.note, text.quiet)}>{note}</span>}
      </span>
    </span>
  );
}
