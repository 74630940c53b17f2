import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Block } from "../../parts/Block";
import { Screen } from "../../parts/Screen";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { RunAt } from "../../report/report";
import type { PreviewView } from "./view";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { InvoiceRows } from "../../invoice/InvoiceRows";
import { ChangeList } from "./ChangeList";
import { HeldList } from "../../run/HeldList";
import { MoneyWarnings } from "../../run/MoneyWarnings";
import { SheetOutcomes } from "../../run/SheetOutcomes";
import { strings } from "./strings";

const useStyles = makeStyles({
  total: { padding: `${tokens.spacingVerticalXS} 0` },
  figure: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** What the run comes to, per currency. */
function Totals({ preview }: { readonly preview: PreviewView }) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  if (preview.totals.length === 0) return <p className={text.paragraph}>{t.nothing}</p>;
  return (
    <ul className={text.list}>
      {preview.totals.map(({ currency, invoices, subtotal, tax, total }) => (
        <li key={currency} className={mergeClasses(text.row, styles.total)}>
          <SummaryRow
            title={<span className={text.strong}>{currency}</span>}
            note={t.makeUp(
              f.count(invoices),
              f.amount({ currency, amount: subtotal }),
              f.amount({ currency, amount: tax }),
            )}
            figure={<span className={styles.figure}>{f.amount({ currency, amount: total })}</span>}
          />
        </li>
      ))}
    </ul>
  );
}

/** Everything that a run would write, before it is written. */
export default function PreviewScreen({ run: { book, preview } }: { readonly run: RunAt<"previewed"> }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const { bill, services } = usePane();
  const text = useTextStyles();
  const isStale = book.edited !== undefined;
  const hasWrites = preview.writes.length > 0;
  return (
    <Screen
      title={t.title}
      lead={pane.bill.of(f.period(preview.period), f.day(preview.asOf))}
      before={<BackButton onBack={bill.back} />}
      actions={
        isStale ? (
          <Button appearance="primary" onClick={() => void bill.check()}>
            {pane.bill.check}
          </Button>
        ) : (
          <Button appearance="primary" disabledFocusable={!hasWrites} onClick={() => void bill.write()}>
            {t.write}
          </Button>
        )
      }
    >
      <Block title={t.totals}>
        <Totals preview={preview} />
      </Block>
      <MoneyWarnings warnings={preview.warnings} />
      <HeldList held={preview.held} />
      <ChangeList changes={preview.changes} />
      {preview.invoices.length > 0 && (
        <Block title={t.list}>
          <InvoiceRows invoices={preview.invoices} />
        </Block>
      )}
      <Block
        title={t.writes}
        note={hasWrites ? t.undoOf[services.port.host === "file" ? "file" : "excel"] : t.upToDate}
      >
        <SheetOutcomes
          outcomes={preview.writes.map(({ sheet, action, rows }) => ({
            sheet,
            outcome: t.actions[action],
            rows,
          }))}
          invoices={preview.invoices}
        />
        {hasWrites && preview.unformatted > 0 && (
          <p className={mergeClasses(text.paragraph, text.quiet)}>
            {t.unformatted(f.count(preview.unformatted))}
          </p>
        )}
      </Block>
    </Screen>
  );
}
