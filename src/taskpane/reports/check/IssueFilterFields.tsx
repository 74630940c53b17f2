import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { SearchField } from "../../parts/SearchField";
import { useText } from "../../strings/text";
import type { IssueFilter } from "./filterGroups";
import { strings } from "./strings";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(130px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  select: { minWidth: 0 },
});

interface IssueFilterFieldsProps {
  readonly filter: IssueFilter;
  readonly onFilter: (filter: IssueFilter) => void;
}

const severities = ["error", "warning"] as const;

/** Which issues are listed. */
export function IssueFilterFields({ filter, onFilter }: IssueFilterFieldsProps) {
  const { t } = useText(strings);
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <Field label={t.show}>
        <Select
          className={styles.select}
          value={filter.severity ?? ""}
          onChange={(_, { value }) =>
            onFilter({ ...filter, severity: severities.find((severity) => severity === value) })
          }
        >
          <option value="">{t.showAllIssues}</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {t.showOnly[severity]}
            </option>
          ))}
        </Select>
      </Field>
      <SearchField
        label={t.find}
        hint={t.findHint}
        value={filter.text}
        onSearch={(text) => onFilter({ ...filter, text })}
      />
    </div>
  );
}
