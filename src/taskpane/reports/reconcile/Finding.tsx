import { Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { usePane } from "../../hooks/context";
import { CellLink } from "../../parts/CellLink";
import { useTextStyles } from "../../parts/textStyles";
import { codeWords } from "../../strings/cellName";
import { useFormats, useText } from "../../strings/text";
import { reconcileOf, type FindingNote } from "./reconcileState";
import { strings } from "./strings";
import type { FindingView } from "./view";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  figures: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(76px, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    "& dd": { margin: 0 },
  },
  notes: {
    display: "grid",
    gridTemplateColumns: "minmax(96px, auto) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalS,
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  input: { minWidth: 0, width: "100%" },
});

/** Whom and what the finding is about. */
function useSubject(): (finding: FindingView) => string {
  const f = useFormats();
  return ({ customerId, contractId, invoiceNumber, period, meter }) =>
    [customerId, contractId, invoiceNumber, f.period(period), meter]
      .filter((part) => part !== "")
      .join(" · ");
}

function Notes({ finding, labelledBy }: { readonly finding: FindingView; readonly labelledBy: string }) {
  const { t } = useText(strings);
  const pane = usePane();
  const { report, say } = pane;
  const reconcile = reconcileOf(pane);
  const styles = useStyles();
  const [comment, setComment] = useState(finding.comment);
  const { statusCell, commentCell, status } = finding;
  if (statusCell === undefined && commentCell === undefined) return null;
  const save = async (field: FindingNote, value: string) => {
    const result = await reconcile.note(finding, field, value);
    if (result.ok) say(t.saved);
    else report(result.failure);
  };
  const known = Object.keys(t.statuses);
  return (
    <div className={styles.notes} role="group" aria-labelledby={labelledBy}>
      <Field label={t.status} size="small">
        <Select
          className={styles.input}
          size="small"
          value={status}
          onChange={(_, { value }) => void save("status", value)}
        >
          {[...known, ...(known.includes(status) ? [] : [status])].map((option) => (
            <option key={option} value={option}>
              {t.statuses[option] ?? option}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.comment} size="small">
        <Input
          className={styles.input}
          size="small"
          value={comment}
          onChange={(_, { value }) => setComment(value)}
          onBlur={() => comment !== finding.comment && void save("comment", comment)}
          onKeyDown={({ key }) =>
            key === "Enter" && comment !== finding.comment && void save("comment", comment)
          }
        />
      </Field>
    </div>
  );
}

/** One difference: what should be, what is, why, where, and what was done about it. */
export function Finding({ finding }: { readonly finding: FindingView }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const subjectOf = useSubject();
  const id = useId();
  const { code, expected, found, difference, cause, source } = finding;
  const { currency } = difference;
  const figures = [
    [t.expected, f.amount({ currency, amount: expected })],
    [t.found, f.amount({ currency, amount: found })],
    [t.difference, `${currency}\u00a0${f.difference(difference)}`],
  ] as const;
  return (
    <li className={mergeClasses(styles.item, text.row)}>
      <span id={id}>
        <span className={text.strong}>{codeWords(code)}</span>
        <br />
        <span className={text.quiet}>{subjectOf(finding)}</span>
      </span>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className={text.quiet}>{name}</dt>
            <dd className={text.number} style={{ textAlign: "left" }}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <span>
        {cause} {source !== undefined && <CellLink at={source} />}
      </span>
      <Notes finding={finding} labelledBy={id} />
    </li>
  );
}
