import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { SummaryRow } from "../parts/SummaryRow";
import { useTextStyles } from "../parts/textStyles";
import type { AnswerOf } from "../client/sessionClient";
import { useText } from "../strings/text";
import { LineExplanation } from "./LineExplanation";
import { invoiceStrings } from "./strings";

const useStyles = makeStyles({
  line: { padding: `${tokens.spacingVerticalXS} 0` },
  sums: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "baseline",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    "& dd": { margin: 0 },
  },
});

type InvoiceView = AnswerOf<"review", "invoice">;
type LineView = InvoiceView["details"][number];

/** Tier, period and quantity of a line, whatever of it there is. */
function useNote(): (line: LineView) => string {
  const { t, f } = useText(invoiceStrings);
  return ({ tier, period, quantity, unit, unitPrice }) =>
    [tier, quantity === "" ? "" : t.each(f.decimal(quantity), unit, f.unitPrice(unitPrice)), f.period(period)]
      .filter((part) => part !== "")
      .join(" · ");
}

interface InvoiceLinesProps {
  readonly invoice: InvoiceView;
  /** A line that is explained at once. */
  readonly explained?: number | undefined;
}

/** The lines of an invoice, each with the way its amount came about, and their sums. */
export function InvoiceLines({ invoice, explained }: InvoiceLinesProps) {
  const { t, f } = useText(invoiceStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const noteOf = useNote();
  const { currency } = invoice.total;
  const sums = [
    [t.net, invoice.subtotal],
    [t.tax, invoice.tax],
    [t.total, invoice.total.amount],
  ] as const;
  return (
    <>
      <ol className={text.list}>
        {invoice.details.map((line) => (
          <li key={line.line} className={mergeClasses(text.row, styles.line)}>
            <SummaryRow
              title={<span id={`line-${invoice.number}-${line.line}`}>{line.product}</span>}
              note={noteOf(line)}
              figure={f.amount(line.amount)}
            />
            <LineExplanation
              number={invoice.number}
              line={line.line}
              describedBy={`line-${invoice.number}-${line.line}`}
              isOpenAtFirst={line.line === explained}
            />
          </li>
        ))}
      </ol>
      <dl className={styles.sums}>
        {sums.map(([name, amount]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt className={name === t.total ? text.strong : text.quiet}>{name}</dt>
            <dd className={mergeClasses(text.number, name === t.total && text.strong)}>
              {f.money({ currency, amount })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
