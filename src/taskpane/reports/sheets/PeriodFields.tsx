import { Field, Input, Select } from "@fluentui/react-components";
import { formatDay, parsePeriod } from "../../../core/api";
import { usePane } from "../../hooks/context";
import type { RunChoice } from "../../session/views";
import { useText } from "../../strings/text";
import { useFieldStyles } from "./fieldStyles";
import { strings } from "./strings";
import type { SheetsView } from "./view";

export interface RunChoiceFieldsProps {
  readonly sheets: SheetsView;
  readonly choice: RunChoice;
}

/** Any period in words that the engine knows; what is none says so at the field. */
function TypedPeriod({
  label,
  hint,
  choice,
}: Pick<RunChoiceFieldsProps, "choice"> & { label: string; hint: string }) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const styles = useFieldStyles();
  const typed = choice.period ?? "";
  const isBad = typed !== "" && parsePeriod(typed) === undefined;
  return (
    <Field
      className={styles.wide}
      label={label}
      hint={hint}
      {...(isBad && { validationMessage: t.badPeriod })}
    >
      <Input
        className={styles.input}
        placeholder={t.periodExample}
        value={typed}
        onChange={(_, { value }) => bill.choose({ period: value.trim(), asOf: undefined })}
      />
    </Field>
  );
}

/** The months with usage, and a way to any other. */
function FoundPeriods({ sheets, choice }: RunChoiceFieldsProps) {
  const { t, f } = useText(strings);
  const { bill } = usePane();
  const styles = useFieldStyles();
  const found = sheets.periods.find(({ id }) => id === choice.period);
  const optionText = ({ id, isBilled }: SheetsView["periods"][number]) =>
    isBilled ? t.periodBilled(f.period(id)) : f.period(id);
  return (
    <>
      <Field label={t.period} {...(found && { hint: t.usageRows(f.count(found.rows)) })}>
        <Select
          className={styles.input}
          value={found?.id ?? ""}
          onChange={(_, { value }) => bill.choose({ period: value, asOf: undefined })}
        >
          {sheets.periods.map((period) => (
            <option key={period.id} value={period.id}>
              {optionText(period)}
            </option>
          ))}
          <option value="">{t.otherPeriod}</option>
        </Select>
      </Field>
      {found === undefined && <TypedPeriod label={t.typedPeriod} hint={t.periodForms} choice={choice} />}
    </>
  );
}

/** Which period is billed, and as of when. */
export function PeriodFields({ sheets, choice }: RunChoiceFieldsProps) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const styles = useFieldStyles();
  const period = parsePeriod(choice.period ?? "");
  return (
    <div className={styles.fields}>
      {sheets.periods.length > 0 ? (
        <FoundPeriods sheets={sheets} choice={choice} />
      ) : (
        <TypedPeriod label={t.period} hint={t.noPeriods(sheets.whyNoPeriod)} choice={choice} />
      )}
      <Field label={t.asOf}>
        <Input
          className={styles.input}
          type="date"
          value={choice.asOf ?? (period ? formatDay(period.to) : "")}
          onChange={(_, { value }) => bill.choose({ asOf: value === "" ? undefined : value })}
        />
      </Field>
    </div>
  );
}
