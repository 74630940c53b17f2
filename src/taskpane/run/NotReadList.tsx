import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import { Block } from "../parts/Block";
import { CellLink } from "../parts/CellLink";
import { useTextStyles } from "../parts/textStyles";
import type { NotReadView } from "../session/notReadView";
import { cellName } from "../strings/cellName";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

const FIRST = 5;

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: "anywhere",
  },
  texts: { flexGrow: 1, flexBasis: "140px", minWidth: 0 },
  why: { display: "block" },
});

/** What can be done about one of them; the id is that of its name, which says what a button is about. */
type Actions = (item: NotReadView, nameId: string) => ReactNode;

function Item({ item, actions }: { readonly item: NotReadView; readonly actions: Actions | undefined }) {
  const { t } = useText(runStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const id = useId();
  const { kind, at, header, table, resembles } = item;
  const name = kind === "sheet" ? at.sheet : header === "" ? t.noHeader : header;
  return (
    <li className={mergeClasses(styles.item, text.row)}>
      <span className={styles.texts}>
        <span id={id} className={text.strong}>
          {name}
        </span>{" "}
        <CellLink at={at}>{kind === "sheet" ? t.sheetLink : cellName(at)}</CellLink>
        <span className={mergeClasses(text.quiet, styles.why)}>
          {kind === "sheet"
            ? t.looksLike(table)
            : resembles === ""
              ? t.ofTable(table)
              : t.means(table, resembles)}
        </span>
      </span>
      {actions?.(item, id)}
    </li>
  );
}

interface NotReadListProps {
  readonly notRead: readonly NotReadView[];
  readonly actions?: Actions;
}

/** Columns and sheets that could matter and that nothing reads. */
export function NotReadList({ notRead, actions }: NotReadListProps) {
  const { t, f } = useText(runStrings);
  const { t: pane } = useText(paneStrings);
  const [showsAll, setShowsAll] = useState(false);
  const text = useTextStyles();
  if (notRead.length === 0) return null;
  const countOf = (kind: NotReadView["kind"]) => notRead.filter((entry) => entry.kind === kind).length;
  const shown = showsAll ? notRead : notRead.slice(0, FIRST);
  return (
    <Block
      title={t.notReadTitle}
      note={t.notReadCount(
        countOf("column"),
        f.count(countOf("column")),
        countOf("sheet"),
        f.count(countOf("sheet")),
      )}
    >
      <ul className={text.list}>
        {shown.map((item) => (
          <Item key={`${item.kind} ${cellName(item.at)}`} item={item} actions={actions} />
        ))}
      </ul>
      {notRead.length > FIRST && (
        <Link as="button" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? pane.frame.showLess : pane.frame.showAll(f.count(notRead.length))}
        </Link>
      )}
    </Block>
  );
}
