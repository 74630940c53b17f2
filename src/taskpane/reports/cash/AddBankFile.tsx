import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { FailureText } from "../../parts/FailureText";
import { FileDrop } from "../../parts/FileDrop";
import { useText } from "../../strings/text";
import { cashOf, type CashDraft } from "./cashState";
import { strings } from "./strings";

const useStyles = makeStyles({
  refused: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A file that could not be read: why, and what can be said about its columns. */
function RefusedFile({ refused }: { readonly refused: NonNullable<CashDraft["refused"]> }) {
  const { t } = useText(strings);
  const cash = cashOf(usePane());
  const styles = useStyles();
  const { file, message } = refused;
  const [columns, setColumns] = useState(file.columns);
  const [dates, setDates] = useState(file.dates);
  return (
    <div className={styles.refused}>
      <FailureText>{message}</FailureText>
      <Field label={t.fileColumns} hint={t.fileColumnsHint}>
        <Input className={styles.input} value={columns} onChange={(_, { value }) => setColumns(value)} />
      </Field>
      <Field label={t.fileDates}>
        <Select className={styles.input} value={dates} onChange={(_, { value }) => setDates(value)}>
          {Object.entries(t.dateOrders).map(([order, name]) => (
            <option key={order} value={order}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button onClick={() => void cash.addFile({ ...file, columns, dates })}>{t.readFile}</Button>
        <Button appearance="subtle" onClick={() => cash.draft.dispatch({ refused: undefined })}>
          {t.forgetFile}
        </Button>
      </div>
    </div>
  );
}

/** A place for the files of a bank: chosen, or let go of over it. */
export function AddBankFile({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useText(strings);
  const cash = cashOf(usePane());
  const { refused } = useStore(cash.draft);
  const add = async (files: readonly File[]) => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await cash.addFile({ name: file.name, bytes, columns: "", dates: "" });
    }
  };
  return (
    <>
      <FileDrop
        name="bank"
        button={t.addFile}
        hint={t.dropHere}
        label={t.file}
        isMultiple
        isBusy={isBusy}
        onFiles={(files) => void add(files)}
      />
      {refused !== undefined && <RefusedFile key={refused.message} refused={refused} />}
    </>
  );
}
