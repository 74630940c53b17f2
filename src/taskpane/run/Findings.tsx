import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CellLink } from "../parts/CellLink";
import { Severity } from "../parts/Severity";
import { useTextStyles } from "../parts/textStyles";
import type { FindingView } from "../session/findingView";
import { codeWords } from "../strings/cellName";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

const FIRST = 20;

const useStyles = makeStyles({
  item: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: "anywhere",
  },
  texts: { minWidth: 0 },
  values: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    "& dd": { margin: 0 },
  },
});

function Values({ finding }: { readonly finding: FindingView }) {
  const { t } = useText(runStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const { expected, found, message } = finding;
  if (expected === "" && found === "") return <span className={text.quiet}>{message}</span>;
  const values = [
    [t.expected, expected],
    [t.found, found],
  ] as const;
  return (
    <dl className={mergeClasses(styles.values, text.quiet)}>
      {values.map(([name, value]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{value === "" ? t.nothing : value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface FindingsProps {
  readonly findings: readonly FindingView[];
  /** Worth knowing, and nothing wrong. */
  readonly isNotes?: boolean;
}

/** What is not as it should be: the cell, which a click selects, and what was expected there and found. */
export function Findings({ findings, isNotes = false }: FindingsProps) {
  const { t: pane, f } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [shown, setShown] = useState(FIRST);
  const rest = findings.length - shown;
  return (
    <>
      <ul className={text.list}>
        {findings.slice(0, shown).map((finding, index) => (
          <li key={index} className={styles.item}>
            <Severity of={isNotes ? "info" : "error"} />
            <div className={styles.texts}>
              {finding.at !== undefined && (
                <>
                  <CellLink at={finding.at} />{" "}
                </>
              )}
              <span>{codeWords(finding.code)}</span>
              {finding.what !== "" && <span className={text.quiet}> {finding.what}</span>}
              <Values finding={finding} />
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + 10 * FIRST)}>
          {pane.frame.showMore(f.count(Math.min(rest, 10 * FIRST)), f.count(rest))}
        </Link>
      )}
    </>
  );
}
