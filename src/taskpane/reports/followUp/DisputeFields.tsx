import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type SyntheticEvent } from "react";
import { usePane } from "../../hooks/context";
import { useText } from "../../strings/text";
import { InvoiceField } from "./InvoiceField";
import { useFormStyles } from "./formStyles";
import { strings } from "./strings";
import { useWrite } from "./useWrite";
import type { FollowUpView } from "./view";
import type { DisputeForm } from "./view/notes";

interface FieldsProps {
  readonly view: FollowUpView;
  readonly isBusy: boolean;
  readonly onSaved: () => void;
}

/** What a customer objects to, as a row of Disputes. */
export function DisputeFields({ view, isBusy, onSaved }: FieldsProps) {
  const { t } = useText(strings);
  const { session } = usePane().services;
  const write = useWrite();
  const styles = useFormStyles();
  const [form, setForm] = useState<DisputeForm>({
    invoiceNumber: "",
    opened: view.asOf,
    reasonCode: "",
    amount: "",
    owner: "",
    dueDate: "",
  });
  const set = (field: keyof DisputeForm) => (_: unknown, data: { readonly value: string }) =>
    setForm({ ...form, [field]: data.value });
  const isComplete = [form.invoiceNumber, form.opened, form.reasonCode].every((text) => text.trim() !== "");
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    const saved = await write(t.actDispute, (asOf) => session.ask("followUp", "disputePlan", asOf, form));
    if (saved) onSaved();
  };
  return (
    <form className={styles.form} aria-label={t.openDispute} onSubmit={(event) => void save(event)}>
      <InvoiceField isRequired view={view} value={form.invoiceNumber} onChange={set("invoiceNumber")} />
      <Field label={t.reason} hint={t.reasonHint} required>
        <Input className={styles.input} value={form.reasonCode} onChange={set("reasonCode")} />
      </Field>
      <Field label={t.amount} hint={t.amountHint}>
        <Input className={styles.input} inputMode="decimal" value={form.amount} onChange={set("amount")} />
      </Field>
      <div className={styles.pair}>
        <Field label={t.opened} required>
          <Input className={styles.input} type="date" value={form.opened} onChange={set("opened")} />
        </Field>
        <Field label={t.settleBy}>
          <Input className={styles.input} type="date" value={form.dueDate} onChange={set("dueDate")} />
        </Field>
      </div>
      <Field label={t.owner}>
        <Input className={styles.input} value={form.owner} onChange={set("owner")} />
      </Field>
      <div>
        <Button type="submit" disabledFocusable={!isComplete || isBusy}>
          {t.saveDispute}
        </Button>
      </div>
    </form>
  );
}
