import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ViewOf } from "../../client/sessionClient";
import { usePane } from "../../hooks/context";
import { useText } from "../../strings/text";
import { strings } from "./strings";
import type { MappingView } from "./view";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(130px, 100%), 1fr))",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    alignItems: "start",
  },
  select: { minWidth: 0 },
});

interface TableFieldsProps {
  readonly mapping: MappingView;
  readonly sheets: ViewOf<"sheets">;
  readonly onSheet: (sheet: string) => void;
}

/** Which table is mapped, and the sheet that holds it. */
export function TableFields({ mapping, sheets, onSheet }: TableFieldsProps) {
  const { t } = useText(strings);
  const { bill } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <Field label={t.table}>
        <Select
          className={styles.select}
          value={mapping.role}
          onChange={(_, { value }) => void bill.map(value)}
        >
          {sheets.tables.map(({ role }) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.sheet} {...(mapping.sheet === undefined && { hint: t.noLikelySheet(mapping.role) })}>
        <Select
          className={styles.select}
          value={mapping.sheet ?? ""}
          onChange={(_, { value }) => onSheet(value)}
        >
          {mapping.sheet === undefined && <option value="">{t.chooseSheet}</option>}
          {sheets.sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
