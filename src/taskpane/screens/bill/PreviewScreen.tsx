import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { BackButton } from "../../parts/BackButton";
import { Block } from "../../parts/Block";
import { Screen } from "../../parts/Screen";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import type { PreviewView } from "../../session/views";
import { useText } from "../../strings/text";
import { InvoiceRows } from "../invoice/InvoiceRows";
import { ChangeList } from "./ChangeList";
import { HeldList } from "./HeldList";
import { SheetOutcomes } from "./SheetOutcomes";

const useStyles = makeStyles({
  total: { padding: `${tokens.spacingVerticalXS} 0` },
  figure: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** What the run comes to, per currency. */
function Totals({ preview }: { readonly preview: PreviewView }) {
  const { t, f } = useText();
  const styles = useStyles();
  const text = useTextStyles();
  if (preview.totals.length === 0) return <p className={text.paragraph}>{t.preview.nothing}</p>;
  return (
    <ul className={text.list}>
      {preview.totals.map(({ currency, invoices, subtotal, tax, total }) => (
        <li key={currency} className={mergeClasses(text.row, styles.total)}>
          <SummaryRow
            title={<span className={text.strong}>{currency}</span>}
            note={t.preview.makeUp(
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

interface PreviewScreenProps {
  readonly preview: PreviewView;
  readonly isStale: boolean;
}

/** Everything that a run would write, before it is written. */
export default function PreviewScreen({ preview, isStale }: PreviewScreenProps) {
  const { t, f } = useText();
  const { bill, services } = usePane();
  const text = useTextStyles();
  const hasWrites = preview.writes.length > 0;
  return (
    <Screen
      title={t.preview.title}
      lead={t.check.of(f.period(preview.period), f.day(preview.asOf))}
      before={<BackButton onBack={bill.back} />}
      actions={
        isStale ? (
          <Button appearance="primary" onClick={() => void bill.check()}>
            {t.sheets.check}
          </Button>
        ) : (
          <Button appearance="primary" disabledFocusable={!hasWrites} onClick={() => void bill.write()}>
            {t.preview.write}
          </Button>
        )
      }
    >
      <Block title={t.preview.totals}>
        <Totals preview={preview} />
      </Block>
      <HeldList held={preview.held} />
      <ChangeList changes={preview.changes} />
      {preview.invoices.length > 0 && (
        <Block title={t.preview.list}>
          <InvoiceRows invoices={preview.invoices} />
        </Block>
      )}
      <Block
        title={t.preview.writes}
        note={hasWrites ? t.preview.undoOf[services.port.host] : t.preview.upToDate}
      >
        <SheetOutcomes
          outcomes={preview.writes.map(({ sheet, action, rows }) => ({
            sheet,
            outcome: t.preview.actions[action],
            rows,
          }))}
          invoices={preview.invoices}
        />
        {hasWrites && preview.unformatted > 0 && (
          <p className={mergeClasses(text.paragraph, text.quiet)}>
            {t.preview.unformatted(f.count(preview.unformatted))}
          </p>
        )}
      </Block>
    </Screen>
  );
}
