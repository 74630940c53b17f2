import { Button } from "@fluentui/react-components";
import { usePane } from "../../app/context";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";

/** What this is for, and the shortest way to see it work. `isRead` is false where the workbook could not be read. */
export function EmptyScreen({ isRead }: { readonly isRead: boolean }) {
  const { t } = useText();
  const { bill } = usePane();
  const styles = useTextStyles();
  const readAgain = (
    <Button appearance={isRead ? "secondary" : "primary"} onClick={() => void bill.open()}>
      {t.bill.readAgain}
    </Button>
  );
  return (
    <Screen
      title={t.sheets.emptyTitle}
      actions={
        <>
          {isRead && (
            <Button appearance="primary" onClick={() => void bill.insertSample()}>
              {t.sheets.insertSample}
            </Button>
          )}
          {readAgain}
        </>
      }
    >
      <p className={styles.paragraph}>{t.sheets.empty}</p>
      {isRead && <p className={`${styles.paragraph} ${styles.quiet}`}>{t.sheets.emptyHint}</p>}
    </Screen>
  );
}
