import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Block } from "../parts/Block";
import { CellLink } from "../parts/CellLink";
import { SummaryRow } from "../parts/SummaryRow";
import { useTextStyles } from "../parts/textStyles";
import type { HeldView } from "../session/views";
import { codeWords } from "../strings/cellName";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

const FIRST = 5;

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: "anywhere" },
});

interface HeldListProps {
  readonly held: readonly HeldView[];
  /** What waiting means here; that they wait until the errors are mended where it is left out. */
  readonly note?: string;
}

/** Invoices that wait, each with the cell that holds it. */
export function HeldList({ held, note }: HeldListProps) {
  const { t, f } = useText(runStrings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (held.length === 0) return null;
  const shown = showsAll ? held : held.slice(0, FIRST);
  return (
    <Block title={t.heldTitle} note={note ?? t.heldWhy}>
      <ul className={text.list}>
        {shown.map(({ contractId, customer, codes, at, cause, amount }) => (
          <li key={contractId} className={mergeClasses(styles.item, text.row)}>
            <SummaryRow
              title={
                <>
                  <span className={text.strong}>{customer}</span> {contractId}
                </>
              }
              note={t.heldBy(codes.map((code) => codeWords(code).toLowerCase()).join(", "))}
              {...(amount !== undefined && { figure: f.money(amount) })}
            />
            <span className={text.quiet}>
              {at !== undefined && <CellLink at={at} />} {cause}
            </span>
          </li>
        ))}
      </ul>
      {held.length > FIRST && (
        <Link as="button" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? pane.frame.showLess : pane.frame.showAll(f.count(held.length))}
        </Link>
      )}
    </Block>
  );
}
