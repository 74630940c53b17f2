import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { SearchField } from "../../parts/SearchField";
import { useText } from "../../strings/text";
import { findingOf } from "./reviewState";
import { strings } from "./strings";

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(88px, auto)",
    gap: tokens.spacingHorizontalS,
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  input: { minWidth: 0, width: "100%" },
});

interface InvoiceFiltersProps {
  readonly statuses: readonly string[];
  readonly status: string;
}

/** A search, and the status that is shown. */
export function InvoiceFilters({ statuses, status }: InvoiceFiltersProps) {
  const { t } = useText(strings);
  const styles = useStyles();
  const finding = findingOf(usePane());
  const { search } = useStore(finding);
  return (
    <div className={styles.filters}>
      <SearchField
        label={t.find}
        hint={t.findHint}
        value={search}
        onSearch={(text) => finding.dispatch({ search: text })}
      />
      <Field label={t.status}>
        <Select
          className={styles.input}
          value={status}
          onChange={(_, { value }) => finding.dispatch({ status: value })}
        >
          <option value="">{t.allStatuses}</option>
          {statuses.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
