import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import type { RunChoice } from "../../session/views";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { SheetsView } from "./view";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(136px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  // The box stands where the fields stand.
  numbers: { "& .fui-Checkbox__indicator": { marginLeft: 0 } },
  input: { minWidth: 0, width: "100%", "& select": { paddingLeft: "8px", paddingRight: "26px" } },
});

interface RunChoiceFieldsProps {
  readonly sheets: SheetsView;
  readonly choice: RunChoice;
}

/** Which period is billed, and as of when. */
function PeriodFields({ sheets, choice }: RunChoiceFieldsProps) {
  const { t, f } = useText(strings);
  const { bill } = usePane();
  const styles = useStyles();
  const optionText = ({ id, isBilled }: SheetsView["periods"][number]) =>
    isBilled ? t.periodBilled(f.period(id)) : f.period(id);
  const rows = sheets.periods.find(({ id }) => id === choice.period)?.rows;
  return (
    <div className={styles.fields}>
      <Field label={t.period} {...(rows !== undefined && { hint: t.usageRows(f.count(rows)) })}>
        <Select
          className={styles.input}
          value={choice.period ?? ""}
          disabled={sheets.periods.length === 0}
          onChange={(_, { value }) => bill.choose({ period: value, asOf: undefined })}
        >
          {sheets.periods.length === 0 && <option value="">{t.noPeriods}</option>}
          {sheets.periods.map((period) => (
            <option key={period.id} value={period.id}>
              {optionText(period)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.asOf}>
        <Input
          className={styles.input}
          type="date"
          value={choice.asOf ?? lastDayOf(choice.period) ?? ""}
          onChange={(_, { value }) => bill.choose({ asOf: value === "" ? undefined : value })}
        />
      </Field>
    </div>
  );
}

/** How much is written to print, and whose name stands in the Run log. */
function OutputFields({ choice }: Pick<RunChoiceFieldsProps, "choice">) {
  const { t } = useText(strings);
  const { bill, services } = usePane();
  const { preparedBy } = services;
  const styles = useStyles();
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
          onChange={(_, { value }) => preparedBy.remember(value.trim())}
        />
      </Field>
    </div>
  );
}

/** What decides a run: its period and day, whether it is for good, and what goes along with the figures. */
export function RunChoiceFields(props: RunChoiceFieldsProps) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const styles = useStyles();
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

/** What the engine takes where no day is given: the last day of a month, or the end of two days. */
function lastDayOf(period: string | undefined): string | undefined {
  const month = /^(\d{4})-(\d\d)$/.exec(period ?? "");
  if (month === null) return period?.split("..")[1];
  return new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10);
}
