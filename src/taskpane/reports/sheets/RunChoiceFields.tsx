import { Checkbox, Field, Input } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { useText } from "../../strings/text";
import { useFieldStyles } from "./fieldStyles";
import { PeriodFields, type RunChoiceFieldsProps } from "./PeriodFields";
import { strings } from "./strings";

/** How much is written to print, and whose name stands in the Run log. */
function OutputFields({ choice }: Pick<RunChoiceFieldsProps, "choice">) {
  const { t } = useText(strings);
  const { bill, services } = usePane();
  const { preparedBy } = services;
  const styles = useFieldStyles();
  return (
    <div className={styles.fields}>
      <Field label={t.sheetLimit} hint={t.sheetLimitHint}>
        <Input
          className={styles.input}
          type="number"
          min={0}
          step={1}
          value={String(choice.sheetLimit)}
          onChange={(_, { value }) => bill.choose({ sheetLimit: limitOf(value) })}
        />
      </Field>
      <Field label={t.preparedBy} hint={t.preparedByHint}>
        <Input
          className={styles.input}
          autoComplete="name"
          defaultValue={preparedBy.name()}
          onChange={(_, { value }) => {
            preparedBy.remember(value.trim());
            bill.choose({ by: value.trim() });
          }}
        />
      </Field>
    </div>
  );
}

/** What decides a run: its period and day, whether it is for good, and what goes along with the figures. */
export function RunChoiceFields(props: RunChoiceFieldsProps) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const styles = useFieldStyles();
  return (
    <>
      <PeriodFields {...props} />
      <Field className={styles.numbers} hint={t.numbersHint}>
        <Checkbox
          label={t.numbers}
          checked={props.choice.giveNumbers}
          onChange={(_, { checked }) => bill.choose({ giveNumbers: checked === true })}
        />
      </Field>
      <OutputFields choice={props.choice} />
    </>
  );
}

/** A whole number from 0 on; what is no number is none. */
const limitOf = (text: string) => Math.max(0, Math.trunc(Number(text)) || 0);
