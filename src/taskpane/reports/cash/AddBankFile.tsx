import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useRef, useState, type DragEvent } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { useTextStyles } from "../../parts/textStyles";
import { useText } from "../../strings/text";
import { cashOf, type CashDraft } from "./cashState";
import { strings } from "./strings";

const useStyles = makeStyles({
  target: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  hint: { flexBasis: "120px", flexGrow: 1 },
  refused: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A file that could not be read: why, and what can be said about its columns. */
function RefusedFile({ refused }: { readonly refused: NonNullable<CashDraft["refused"]> }) {
  const { t } = useText(strings);
  const cash = cashOf(usePane());
  const styles = useStyles();
  const text = useTextStyles();
  const { file, message } = refused;
  const [columns, setColumns] = useState(file.columns);
  const [dates, setDates] = useState(file.dates);
  return (
    <div className={styles.refused}>
      <p className={mergeClasses(text.paragraph, text.error)} role="alert">
        {message}
      </p>
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
  const styles = useStyles();
  const text = useTextStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const add = async (files: readonly File[]) => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await cash.addFile({ name: file.name, bytes, columns: "", dates: "" });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    // In a plain browser the page itself would open it as a workbook.
    event.stopPropagation();
    setIsOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <>
      <div
        className={mergeClasses(styles.target, isOver && styles.over)}
        data-drop="bank"
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
          {t.addFile}
        </Button>
        <span className={mergeClasses(text.quiet, styles.hint)}>{t.dropHere}</span>
        <input
          ref={input}
          type="file"
          multiple
          aria-label={t.file}
          hidden
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // The same file can then be added again after a change.
            target.value = "";
            void add(files);
          }}
        />
      </div>
      {refused !== undefined && <RefusedFile key={refused.message} refused={refused} />}
    </>
  );
}
