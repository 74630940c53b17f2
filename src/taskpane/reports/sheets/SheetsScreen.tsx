import { Button } from "@fluentui/react-components";
import { ArrowClockwise16Regular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { lazy, Suspense, useId } from "react";
import { usePane } from "../../hooks/context";
import { Block } from "../../parts/Block";
import { Screen } from "../../parts/Screen";
import { useTextStyles } from "../../parts/textStyles";
import type { RunAt } from "../../report/report";
import type { TableView } from "./view";
import type { Book, WrittenRun } from "../../state/billState";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { EmptyScreen } from "./EmptyScreen";
import { RunChoiceFields } from "./RunChoiceFields";
import { TableList } from "./TableList";
import { strings } from "./strings";
import { UnreadList } from "./UnreadList";

/** No part of the first scripts: whoever uses it has seen the screen before. */
const UsageFiles = lazy(() => import(/* webpackChunkName: "usage" */ "./UsageFiles"));

/** The run that was written before, which can still be taken back. */
function LastRun({ run: { preview } }: { readonly run: WrittenRun }) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const { bill } = usePane();
  return (
    <Block title={t.lastRun} note={t.lastRunWas(f.period(preview.period), f.count(preview.invoices.length))}>
      <div>
        <Button size="small" onClick={() => void bill.undo()}>
          {pane.bill.undoRun}
        </Button>
      </div>
    </Block>
  );
}

/** What was found, and what is to be billed. */
function FoundSheets({ book }: { readonly book: Book }) {
  const { t } = useText(strings);
  const { t: pane } = useText(paneStrings);
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
      title={t.title}
      aside={
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise16Regular />}
          onClick={() => void bill.open()}
        >
          {pane.bill.readAgain}
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
            {pane.bill.check}
          </Button>
          {isBlocked && (
            <span id={obstacleId} className={styles.quiet}>
              {t.needs(obstacle)}
            </span>
          )}
        </>
      }
    >
      <TableList tables={tables} />
      {role !== undefined && (
        <div>
          <Button size="small" onClick={() => void bill.map(role)}>
            {t.map}
          </Button>
        </div>
      )}
      <UnreadList notRead={book.sheets.notRead.filter(({ isWarning }) => isWarning)} />
      <Suspense>
        <UsageFiles usage={book.usage} endings={book.sheets.usageEndings} />
      </Suspense>
      <RunChoiceFields sheets={book.sheets} choice={book.choice} />
      {book.lastRun && <LastRun run={book.lastRun} />}
    </Screen>
  );
}

/** Where a run begins: with what was found, or with the way to something that can be billed. */
export function SheetsScreen({ run }: { readonly run: RunAt<"idle" | "sheets"> }) {
  if (run.step === "idle") return <EmptyScreen />;
  const { book } = run;
  return book.sheets.isEmpty ? <EmptyScreen sheets={book.sheets} /> : <FoundSheets book={book} />;
}
