import { Field, Input } from "@fluentui/react-components";
import { useId } from "react";
import { useText } from "../../strings/text";
import { useFormStyles } from "./formStyles";
import { strings } from "./strings";
import type { FollowUpView } from "./view";

/** A browser's list of suggestions grows slow beyond. */
const MOST = 500;

interface InvoiceFieldProps {
  readonly view: FollowUpView;
  readonly value: string;
  readonly isRequired?: boolean;
  readonly onChange: (event: unknown, data: { readonly value: string }) => void;
}

/** The number of an invoice, with those that are open to choose from. */
export function InvoiceField({ view, value, isRequired = false, onChange }: InvoiceFieldProps) {
  const { t, f } = useText(strings);
  const styles = useFormStyles();
  const id = useId();
  return (
    <Field label={t.invoice} required={isRequired}>
      <Input
        className={styles.input}
        value={value}
        onChange={onChange}
        list={id}
        autoComplete="off"
        contentAfter={
          <datalist id={id}>
            {view.owed.slice(0, MOST).map(({ number, customer, open }) => (
              <option key={number} value={number} label={`${customer}, ${f.money(open)}`} />
            ))}
          </datalist>
        }
      />
    </Field>
  );
}
