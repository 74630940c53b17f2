import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ErrorNotes } from "../../../core/api";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { CellLink } from "../../parts/CellLink";
import { isBusy } from "../../state/billState";
import { useText } from "../../strings/text";
import { errorStrings } from "./errorStrings";
import type { ErrorView } from "./view";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  input: { minWidth: 0, width: "100%" },
});

interface ErrorFieldsProps {
  readonly error: ErrorView;
  readonly causes: readonly string[];
}

/** What people say of an error, written into its row. */
export function ErrorFields({ error, causes }: ErrorFieldsProps) {
  const { t } = useText(errorStrings);
  const styles = useStyles();
  const { services, bill, report, say } = usePane();
  const busy = isBusy(useStore(bill.store));
  const { row, invoice, at, cause, owner, rootCause, state } = error;
  const [notes, setNotes] = useState<ErrorNotes>({ cause, owner, rootCause, state });
  const text = (field: "owner" | "rootCause" | "state", hint?: string) => (
    <Field label={t[field]} {...(hint !== undefined && { hint })}>
      <Input
        className={styles.input}
        value={notes[field]}
        onChange={(_, { value }) => setNotes({ ...notes, [field]: value })}
      />
    </Field>
  );
  const save = async () => {
    report(undefined);
    if (await bill.change(() => services.session.ask("errors", "edit", row, notes)))
      return say(t.saved(invoice));
    const after = bill.store.get();
    if (after.step === "failed") report(after.failure);
    bill.dismiss();
  };
  return (
    <div className={styles.fields}>
      <span>
        {t.invoice} <CellLink at={at}>{invoice}</CellLink>
      </span>
      <Field label={t.cause}>
        <Select
          className={styles.input}
          value={notes.cause}
          onChange={(_, { value }) => setNotes({ ...notes, cause: value })}
        >
          <option value="">{t.noCause}</option>
          {causes.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </Field>
      {text("rootCause")}
      {text("owner")}
      {text("state", t.stateHint)}
      <div>
        <Button disabledFocusable={busy} onClick={() => void save()}>
          {t.save}
        </Button>
      </div>
    </div>
  );
}
