import { Button } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { SheetsView } from "./view";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import { UnreadList } from "./UnreadList";

interface EmptyScreenProps {
  /** Undefined where the workbook could not be read. */
  readonly sheets?: SheetsView;
}

/** What this is for, and the shortest way on: the sample, or the columns of sheets that nobody recognised. */
export function EmptyScreen({ sheets }: EmptyScreenProps) {
  const { t } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const { bill } = usePane();
  const styles = useTextStyles();
  const { hasCells = false, tables = [] } = sheets ?? {};
  const role = tables[0]?.role;
  const quiet = `${styles.paragraph} ${styles.quiet}`;
  return (
    <Screen
      title={t.emptyTitle}
      actions={
        <>
          {hasCells && role !== undefined && (
            <Button appearance="primary" onClick={() => void bill.map(role)}>
              {t.map}
            </Button>
          )}
          {sheets && (
            <Button appearance={hasCells ? "secondary" : "primary"} onClick={() => void bill.insertSample()}>
              {pane.bill.insertSample}
            </Button>
          )}
          <Button appearance={sheets ? "secondary" : "primary"} onClick={() => void bill.open()}>
            {pane.bill.readAgain}
          </Button>
        </>
      }
    >
      <p className={styles.paragraph}>{t.empty}</p>
      {hasCells && <p className={quiet}>{t.unknownSheets}</p>}
      {sheets && <UnreadList notRead={sheets.notRead.filter(({ isWarning }) => isWarning)} />}
      {sheets && <p className={quiet}>{t.emptyHint}</p>}
    </Screen>
  );
}
