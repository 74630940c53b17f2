import { Link, makeStyles } from "@fluentui/react-components";
import type { CellRef } from "../../core/api";
import { useReveal } from "../hooks/context";
import { cellName } from "../strings/cellName";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";

// As large as the text that it stands in.
const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit", textAlign: "left" } });

interface CellLinkProps {
  readonly at: CellRef;
  /** What is shown instead of the cell's name. */
  readonly children?: string;
}

/** A click selects the cell in the workbook. */
export function CellLink({ at, children }: CellLinkProps) {
  const { t } = useText(paneStrings);
  const styles = useStyles();
  const reveal = useReveal();
  const name = cellName(at);
  return (
    <Link
      as="button"
      inline
      className={styles.link}
      title={t.frame.goToCell(name)}
      onClick={() => reveal([at])}
    >
      {children ?? name}
    </Link>
  );
}
