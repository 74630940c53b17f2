import { Button } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { SheetsView } from "../../session/views";
import { useText } from "../../strings/text";

interface EmptyScreenProps {
  /** Undefined where the workbook could not be read. */
  readonly sheets?: SheetsView;
}

/** What this is for, and the shortest way on: the sample, or the columns of sheets that nobody recognised. */
export function EmptyScreen({ sheets }: EmptyScreenProps) {
  const { t } = useText();
  const { bill } = usePane();
  const styles = useTextStyles();
  const { hasCells = false, tables = [] } = sheets ?? {};
  const role = tables[0]?.role;
  const quiet = `${styles.paragraph} ${styles.quiet}`;
  return (
    <Screen
      title={t.sheets.emptyTitle}
      actions={
        <>
          {hasCells && role !== undefined && (
            <Button appearance="primary" onClick={() => void bill.map(role)}>
              {t.sheets.map}
            </Button>
          )}
          {sheets && (
            <Button appearance={hasCells ? "secondary" : "primary"} onClick={() => void bill.insertSample()}>
              {t.sheets.insertSample}
            </Button>
          )}
          <Button appearance={sheets ? "secondary" : "primary"} onClick={() => void bill.open()}>
            {t.bill.readAgain}
          </Button>
        </>
      }
    >
      <p className={styles.paragraph}>{t.sheets.empty}</p>
      {hasCells && <p className={quiet}>{t.sheets.unknownSheets}</p>}
      {sheets && <p className={quiet}>{t.sheets.emptyHint}</p>}
    </Screen>
  );
}
