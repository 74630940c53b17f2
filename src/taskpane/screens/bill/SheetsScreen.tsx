import { Button } from "@fluentui/react-components";
import { ArrowClockwise16Regular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { useId } from "react";
import { usePane } from "../../hooks/context";
import { Block } from "../../parts/Block";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { TableView } from "../../session/views";
import type { Book, WrittenRun } from "../../state/billState";
import { useText } from "../../strings/text";
import { RunChoiceFields } from "./RunChoiceFields";
import { TableList } from "./TableList";

/** The run that was written before, which can still be taken back. */
function LastRun({ run: { preview } }: { readonly run: WrittenRun }) {
  const { t, f } = useText();
  const { bill } = usePane();
  return (
    <Block
      title={t.sheets.lastRun}
      note={t.sheets.lastRunWas(f.period(preview.period), f.count(preview.invoices.length))}
    >
      <div>
        <Button size="small" onClick={() => void bill.undo()}>
          {t.done.undo}
        </Button>
      </div>
    </Block>
  );
}

/** What was found, and what is to be billed. */
export function SheetsScreen({ book }: { readonly book: Book }) {
  const { t } = useText();
  const { bill } = usePane();
  const styles = useTextStyles();
  const obstacleId = useId();
  const { tables, obstacle } = book.sheets;
  const isBlocked = obstacle !== undefined && book.edited === undefined;
  const needsMapping = ({ sheet, missing, isRequired }: TableView) =>
    sheet === undefined ? isRequired : missing.length > 0;
  const role = (tables.find(needsMapping) ?? tables[0])?.role;
  return (
    <Screen
      title={t.sheets.title}
      aside={
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise16Regular />}
          onClick={() => void bill.open()}
        >
          {t.bill.readAgain}
        </Button>
      }
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={isBlocked}
            {...(isBlocked && { "aria-describedby": obstacleId })}
            onClick={() => void bill.check()}
          >
            {t.sheets.check}
          </Button>
          {isBlocked && (
            <span id={obstacleId} className={styles.quiet}>
              {t.sheets.needs(obstacle)}
            </span>
          )}
        </>
      }
    >
      <TableList tables={tables} />
      {role !== undefined && (
        <div>
          <Button size="small" onClick={() => void bill.map(role)}>
            {t.sheets.map}
          </Button>
        </div>
      )}
      <RunChoiceFields sheets={book.sheets} choice={book.choice} />
      {book.lastRun && <LastRun run={book.lastRun} />}
    </Screen>
  );
}
