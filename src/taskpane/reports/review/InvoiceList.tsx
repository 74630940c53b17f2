import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { foundBy } from "../../parts/foundBy";
import { Screen } from "../../parts/Screen";
import { UndoBar } from "../../run/UndoBar";
import { useTextStyles } from "../../parts/textStyles";
import { VirtualList } from "../../parts/VirtualList";
import type { ActId } from "../../../core/api";
import { goTo, location } from "../../state/location";
import { useFormats, useText } from "../../strings/text";
import { ActButtons } from "./ActButtons";
import { bulkActs } from "./actNames";
import { InvoiceFilters } from "./InvoiceFilters";
import { findingOf } from "./reviewState";
import { strings } from "./strings";
import type { ReviewRowView } from "./view";

const ROW = 52;

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    height: "100%",
    alignContent: "center",
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  clipped: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** The invoices of a status that the search finds. */
function findInvoices(
  invoices: readonly ReviewRowView[],
  search: string,
  status: string,
): readonly ReviewRowView[] {
  const isFound = foundBy(search);
  return invoices.filter(
    (row) =>
      (status === "" || row.status === status) &&
      isFound(row.number, row.customer, row.customerId, row.contractId),
  );
}

function Row({ row }: { readonly row: ReviewRowView }) {
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

const isBulk = ({ acts }: ReviewRowView) => acts.some((act) => bulkActs.includes(act));

/** What can be done to those that are ticked and shown. */
function BulkActs({ found }: { readonly found: readonly ReviewRowView[] }) {
  const { t, f } = useText(strings);
  const text = useTextStyles();
  const finding = findingOf(usePane());
  const { ticked } = useStore(finding);
  const selected = found.filter((row) => isBulk(row) && ticked.has(row.number));
  const offered = bulkActs.filter((act) => found.some(({ acts }) => acts.includes(act)));
  const takes = (act: ActId) => selected.some(({ acts }) => acts.includes(act));
  return (
    <>
      <span className={text.quiet} style={{ flexBasis: "100%" }} role="status">
        {selected.length === 0 ? t.noneSelected : t.selected(f.count(selected.length))}
      </span>
      <ActButtons
        acts={offered}
        canAct={takes}
        onAct={(act) =>
          finding.dispatch({
            acting: { act, numbers: selected.map(({ number }) => number) },
            reason: "",
            edited: undefined,
          })
        }
      />
    </>
  );
}

interface FoundLineProps {
  readonly found: readonly ReviewRowView[];
  readonly all: number;
}

/** How many there are, and all of them ticked at once. */
function FoundLine({ found, all }: FoundLineProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const text = useTextStyles();
  const finding = findingOf(usePane());
  const { ticked } = useStore(finding);
  const numbers = found.filter(isBulk).map(({ number }) => number);
  return (
    <div className={styles.line}>
      <span className={text.quiet} role="status">
        {found.length === 0 ? t.noneFound : t.found(f.count(found.length), f.count(all))}
      </span>
      {numbers.length > 0 && (
        <span>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => finding.dispatch({ ticked: new Set([...ticked, ...numbers]) })}
          >
            {t.selectShown}
          </Button>
          {numbers.some((number) => ticked.has(number)) && (
            <Button size="small" appearance="subtle" onClick={() => finding.dispatch({ ticked: new Set() })}>
              {t.selectNone}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

interface InvoiceListProps {
  readonly invoices: readonly ReviewRowView[];
  /** Asks for them once more. */
  readonly onUndone: () => Promise<unknown>;
}

/** Invoices by number, customer and state; one opens to its lines, and many are submitted, approved or issued at once. */
export function InvoiceList({ invoices, onUndone }: InvoiceListProps) {
  const { t } = useText(strings);
  const finding = findingOf(usePane());
  const { search, status: wanted, opened, ticked } = useStore(finding);
  const statuses = useMemo(() => [...new Set(invoices.map((row) => row.status))].sort(), [invoices]);
  // A status that no document has any more finds nothing to narrow.
  const status = statuses.includes(wanted) ? wanted : "";
  const found = useMemo(() => findInvoices(invoices, search, status), [invoices, search, status]);
  const canBeTicked = invoices.some(isBulk);
  if (invoices.length === 0) return <Screen title={t.title}>{t.none}</Screen>;
  const ticks = {
    isTicked: ({ number }: ReviewRowView) => ticked.has(number),
    canTick: isBulk,
    onTick: ({ number }: ReviewRowView) => {
      const next = new Set(ticked);
      if (!next.delete(number)) next.add(number);
      finding.dispatch({ ticked: next });
    },
    nameOf: ({ number }: ReviewRowView) => t.tick(number),
  };
  return (
    <Screen title={t.title} actions={found.some(isBulk) ? <BulkActs found={found} /> : undefined}>
      <UndoBar onUndone={onUndone} />
      <InvoiceFilters statuses={statuses} status={status} />
      <FoundLine found={found} all={invoices.length} />
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
        {...(canBeTicked && { ticks })}
      >
        {(row) => <Row row={row} />}
      </VirtualList>
    </Screen>
  );
}
