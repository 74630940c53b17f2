import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { usePane, useReveal } from "../hooks/context";
import { useLoaded } from "../hooks/useLoaded";
import { CellLink } from "../parts/CellLink";
import { Severity } from "../parts/Severity";
import { useTextStyles } from "../parts/textStyles";
import { Waiting } from "../parts/Waiting";
import type { AnswerOf } from "../client/sessionClient";
import { settle } from "../state/failure";
import { useText } from "../strings/text";
import { invoiceStrings } from "./strings";

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    padding: 0,
    color: tokens.colorBrandForegroundLink,
    // It has a frame there.
    "@media (forced-colors: active)": { padding: `0 ${tokens.spacingHorizontalXS}` },
  },
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: tokens.spacingVerticalS,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& dd": { margin: 0 },
  },
  differs: { display: "flex", gap: tokens.spacingHorizontalXS, margin: 0 },
});

interface ExplanationProps {
  readonly explanation: AnswerOf<"review", "explain">;
  readonly onShowUsage: () => void;
}

/** How an amount came about: a sentence that re-adds it, tier by tier, down to the rows. */
function Explanation({ explanation, onShowUsage }: ExplanationProps) {
  const { t, f } = useText(invoiceStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const { sentence, tiers, rounding, price, rowCount, differsFrom } = explanation;
  return (
    <>
      {differsFrom !== undefined && (
        <p className={styles.differs}>
          <Severity of="warning" /> {t.differs(differsFrom)}
        </p>
      )}
      <p className={text.paragraph}>{sentence}</p>
      <dl className={styles.facts}>
        {tiers.length > 0 && (
          <>
            <dt className={text.quiet}>{t.tiers}</dt>
            <dd>
              <ul className={text.list}>
                {tiers.map((tier, index) => (
                  <li key={index}>{tier}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {rounding !== "" && (
          <>
            <dt className={text.quiet}>{t.rounding}</dt>
            <dd>{rounding}</dd>
          </>
        )}
        {price !== undefined && (
          <>
            <dt className={text.quiet}>{t.price}</dt>
            <dd>
              <CellLink at={price} />
            </dd>
          </>
        )}
      </dl>
      {rowCount > 0 && (
        <div>
          <Button size="small" onClick={onShowUsage}>
            {t.showUsage}
          </Button>{" "}
          <span className={text.quiet}>{t.usage(f.count(rowCount))}</span>
        </div>
      )}
    </>
  );
}

function LoadedExplanation({ number, line }: { readonly number: string; readonly line: number }) {
  const { services, report } = usePane();
  const { session } = services;
  const reveal = useReveal();
  const load = useCallback(
    () => settle(session.ask("review", "explain", number, line)),
    [session, number, line],
  );
  const [loaded, again] = useLoaded(load);
  const showUsage = async () => {
    const cells = await settle(session.ask("review", "usageCells", number, line));
    if (cells.ok) reveal(cells.value);
    else report(cells.failure);
  };
  return (
    <Waiting for={loaded} onRetry={again}>
      {(explanation) => <Explanation explanation={explanation} onShowUsage={() => void showUsage()} />}
    </Waiting>
  );
}

interface LineExplanationProps {
  readonly number: string;
  readonly line: number;
  /** The element that names the line, as every button here is called the same. */
  readonly describedBy: string;
  readonly isOpenAtFirst: boolean;
}

export function LineExplanation({ number, line, describedBy, isOpenAtFirst }: LineExplanationProps) {
  const { t } = useText(invoiceStrings);
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpenAtFirst) box.current?.scrollIntoView({ block: "nearest" });
  }, [isOpenAtFirst]);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        className={styles.button}
        aria-expanded={isOpen}
        aria-describedby={describedBy}
        {...(isOpen && { "aria-controls": id })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t.explain}
      </Button>
      {isOpen && (
        <div id={id} className={styles.box} ref={box}>
          <LoadedExplanation number={number} line={line} />
        </div>
      )}
    </>
  );
}
