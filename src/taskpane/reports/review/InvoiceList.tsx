import { Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Screen } from "../../parts/Screen";
import { SearchField } from "../../parts/SearchField";
import { UndoBar } from "../../run/UndoBar";
import { useTextStyles } from "../../parts/textStyles";
import { VirtualList } from "../../parts/VirtualList";
import type { InvoiceRowView } from "../../session/views";
import { goTo, location } from "../../state/location";
import { useFormats, useText } from "../../strings/text";
import { findingOf } from "./reviewState";
import { strings } from "./strings";

const ROW = 52;

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(88px, auto)",
    gap: tokens.spacingHorizontalS,
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  input: { minWidth: 0, width: "100%" },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    height: "100%",
    alignContent: "center",
  },
  clipped: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** What is searched, in lower case. */
const searchable = ({ number, customer, customerId, contractId }: InvoiceRowView) =>
  `${number} ${customer} ${customerId} ${contractId}`.toLowerCase();

/** The invoices with every word of the search in them. */
function findInvoices(
  invoices: readonly InvoiceRowView[],
  search: string,
  status: string,
): readonly InvoiceRowView[] {
  const words = search.toLowerCase().split(/\s+/);
  return invoices.filter(
    (row) =>
      (status === "" || row.status === status) && words.every((word) => searchable(row).includes(word)),
  );
}

function Row({ row }: { readonly row: InvoiceRowView }) {
  const f = useFormats();
  const styles = useStyles();
  const text = useTextStyles();
  return (
    <span className={styles.row}>
      <span className={styles.clipped}>{row.customer}</span>
      <span className={text.number}>{f.money(row.total)}</span>
      <span className={mergeClasses(styles.clipped, text.quiet)}>{row.number}</span>
      <span className={mergeClasses(text.quiet, text.number)}>{row.status}</span>
    </span>
  );
}

interface InvoiceListProps {
  readonly invoices: readonly InvoiceRowView[];
  /** Asks for them once more. */
  readonly onUndone: () => Promise<unknown>;
}

/** Invoices by number, customer and state; one opens to its lines. */
export function InvoiceList({ invoices, onUndone }: InvoiceListProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const finding = findingOf(usePane());
  const { search, status: wanted, opened } = useStore(finding);
  const statuses = useMemo(() => [...new Set(invoices.map((row) => row.status))].sort(), [invoices]);
  // A status that no document has any more finds nothing to narrow.
  const status = statuses.includes(wanted) ? wanted : "";
  const found = useMemo(() => findInvoices(invoices, search, status), [invoices, search, status]);
  if (invoices.length === 0) return <Screen title={t.title}>{t.none}</Screen>;
  return (
    <Screen title={t.title}>
      <UndoBar onUndone={onUndone} />
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
      <p className={mergeClasses(text.paragraph, text.quiet)} role="status">
        {found.length === 0 ? t.noneFound : t.found(f.count(found.length), f.count(invoices.length))}
      </p>
      <VirtualList
        label={t.title}
        items={found}
        rowHeight={ROW}
        keyOf={(row) => row.number}
        cameFrom={opened}
        onOpen={({ number }) => {
          finding.dispatch({ opened: number });
          goTo({ ...location.get(), invoice: { number } });
        }}
      >
        {(row) => <Row row={row} />}
      </VirtualList>
    </Screen>
  );
}
