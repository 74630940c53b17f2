import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTextStyles } from "../../parts/textStyles";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { columnsOf, type AgingColumn } from "./columns";
import { strings } from "./strings";
import type { AgingCell, AgingView, FiguresView } from "./view";

const FIRST = 100;

const useStyles = makeStyles({
  scroller: {
    overflowX: "auto",
    minWidth: 0,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  // A row stays a row at any width: the table is moved, not broken.
  table: {
    width: "max-content",
    minWidth: "100%",
    "@media (max-width: 240px)": {
      "& tr": { display: "table-row" },
      "& thead": { display: "table-header-group" },
    },
  },
  name: {
    position: "sticky",
    left: 0,
    zIndex: 1,
    width: "104px",
    minWidth: "84px",
    maxWidth: "104px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  figure: { fontSize: "inherit", lineHeight: "inherit" },
  sum: { fontWeight: tokens.fontWeightSemibold },
});

interface RowProps {
  readonly name: string;
  readonly figures: FiguresView;
  readonly columns: readonly AgingColumn[];
  readonly isTotal?: boolean;
  readonly onOpen: (column: AgingColumn) => void;
}

function FigureRow({ name, figures, columns, isTotal = false, onOpen }: RowProps) {
  const { t, f } = useText(strings);
  const styles = useStyles();
  const { currency } = figures;
  return (
    <tr className={isTotal ? styles.sum : undefined}>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {columns.map((column) => {
        const amount = f.amount({ currency, amount: column.amountOf(figures) });
        return (
          <td key={column.key} className="number">
            {column.amountOf(figures) === 0 ? (
              amount
            ) : (
              <Link
                as="button"
                className={styles.figure}
                aria-label={t.figure(name, column.title, amount)}
                onClick={() => onOpen(column)}
              >
                {amount}
              </Link>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function ColumnTitles({ columns }: Pick<RowProps, "columns">) {
  const { t } = useText(strings);
  const styles = useStyles();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.name}>
          {t.customer}
        </th>
        {columns.map(({ key, title }) => (
          <th key={key} scope="col" className="number">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface AgingTableProps {
  readonly view: AgingView;
  readonly total: FiguresView;
  readonly onOpen: (cell: AgingCell, column: AgingColumn, customer: string) => void;
}

/** Customers of one currency by what they owe; every figure opens what it is the sum of. */
export function AgingTable({ view, total, onOpen }: AgingTableProps) {
  const { t, f } = useText(strings);
  const { t: pane } = useText(paneStrings);
  const styles = useStyles();
  const text = useTextStyles();
  const [shown, setShown] = useState(FIRST);
  const { currency } = total;
  const columns = columnsOf(view.labels, t);
  const customers = view.customers
    .filter((customer) => customer.currency === currency)
    .sort((a, b) => b.total - a.total);
  const rest = customers.length - shown;
  return (
    <>
      <div className={styles.scroller} role="region" aria-label={t.table(currency)} tabIndex={0}>
        <table className={mergeClasses(text.table, styles.table)}>
          <ColumnTitles columns={columns} />
          <tbody>
            <FigureRow
              name={t.all}
              figures={total}
              columns={columns}
              isTotal
              onOpen={(column) =>
                onOpen({ currency, customerId: undefined, column: column.column }, column, t.all)
              }
            />
            {customers.slice(0, shown).map((figures) => {
              const { customerId, customer } = figures;
              return (
                <FigureRow
                  key={customerId}
                  name={customer === "" ? customerId : customer}
                  figures={figures}
                  columns={columns}
                  onOpen={(column) =>
                    onOpen({ currency, customerId, column: column.column }, column, customer)
                  }
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + FIRST)}>
          {pane.frame.showMore(f.count(Math.min(FIRST, rest)), f.count(rest))}
        </Link>
      )}
    </>
  );
}
