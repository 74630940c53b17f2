import { Field, Input } from "@fluentui/react-components";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

interface YourNameProps {
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (name: string) => void;
}

/** Who acts, for the logs: Excel tells an add-in no name. */
export function YourName({ value, hint, onChange }: YourNameProps) {
  const { t } = useText(runStrings);
  return (
    <Field label={t.yourName} hint={hint ?? t.yourNameHint} required>
      <Input
        style={{ minWidth: 0, width: "100%" }}
        autoComplete="name"
        value={value}
        onChange={(_, { value: name }) => onChange(name)}
      />
    </Field>
  );
}
