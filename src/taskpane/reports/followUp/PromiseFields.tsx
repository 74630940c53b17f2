import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type SyntheticEvent } from "react";
import { usePane } from "../../hooks/context";
import { useText } from "../../strings/text";
import { InvoiceField } from "./InvoiceField";
import { useFormStyles } from "./formStyles";
import { strings } from "./strings";
import { useWrite } from "./useWrite";
import type { FollowUpView } from "./view";
import type { PromiseForm } from "./view/notes";

interface FieldsProps {
  readonly view: FollowUpView;
  readonly isBusy: boolean;
  readonly onSaved: () => void;
}

/** What a customer promised to pay by when, as a row of Promises. */
export function PromiseFields({ view, isBusy, onSaved }: FieldsProps) {
  const { t } = useText(strings);
  const { session } = usePane().services;
  const write = useWrite();
  const styles = useFormStyles();
  const [form, setForm] = useState<PromiseForm>({
    invoiceNumber: "",
    customerId: "",
    made: view.asOf,
    payBy: "",
  });
  const set = (field: keyof PromiseForm) => (_: unknown, data: { readonly value: string }) =>
    setForm({ ...form, [field]: data.value });
  const isNamed = form.invoiceNumber.trim() !== "" || form.customerId.trim() !== "";
  const isComplete = isNamed && form.made !== "" && form.payBy !== "";
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    const saved = await write(t.actPromise, (asOf) => session.ask("followUp", "promisePlan", asOf, form));
    if (saved) onSaved();
  };
  return (
    <form className={styles.form} aria-label={t.addPromise} onSubmit={(event) => void save(event)}>
      <InvoiceField view={view} value={form.invoiceNumber} onChange={set("invoiceNumber")} />
      <Field label={t.customer} hint={t.customerHint}>
        <Input className={styles.input} value={form.customerId} onChange={set("customerId")} />
      </Field>
      <div className={styles.pair}>
        <Field label={t.made} required>
          <Input className={styles.input} type="date" value={form.made} onChange={set("made")} />
        </Field>
        <Field label={t.payBy} required>
          <Input className={styles.input} type="date" value={form.payBy} onChange={set("payBy")} />
        </Field>
      </div>
      <div>
        <Button type="submit" disabledFocusable={!isComplete || isBusy}>
          {t.savePromise}
        </Button>
      </div>
    </form>
  );
}
