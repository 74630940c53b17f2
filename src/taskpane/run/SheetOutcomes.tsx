import { Disclosure } from "../parts/Disclosure";
import { useTextStyles } from "../parts/textStyles";
import type { InvoiceRowView } from "../session/views";
import { useText } from "../strings/text";
import { runStrings } from "./strings";

/** What happens or happened to a sheet. */
export interface SheetOutcome {
  readonly sheet: string;
  readonly outcome: string;
  readonly rows: number | undefined;
}

interface SheetOutcomesProps {
  readonly outcomes: readonly SheetOutcome[];
  /** Their formatted sheets stand together, as there may be hundreds. */
  readonly invoices: readonly InvoiceRowView[];
}

function OutcomeTable({ outcomes }: { readonly outcomes: readonly SheetOutcome[] }) {
  const { t, f } = useText(runStrings);
  const text = useTextStyles();
  return (
    <table className={text.table}>
      <thead>
        <tr>
          <th scope="col">{t.sheet}</th>
          <th scope="col">{t.happens}</th>
          <th scope="col" className="number">
            {t.rows}
          </th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ sheet, outcome, rows }) => (
          <tr key={sheet}>
            <th scope="row">{sheet}</th>
            <td>{outcome}</td>
            <td className="number">{rows === undefined ? "" : f.count(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every sheet by name: tables first, formatted invoices behind a row that opens. */
export function SheetOutcomes({ outcomes, invoices }: SheetOutcomesProps) {
  const { t, f } = useText(runStrings);
  // A sheet's name has at most 31 characters.
  const numbers = new Set(invoices.map(({ number }) => number.slice(0, 31)));
  const formatted = outcomes.filter(({ sheet }) => numbers.has(sheet));
  const tables = outcomes.filter((outcome) => !formatted.includes(outcome));
  return (
    <div>
      {tables.length > 0 && <OutcomeTable outcomes={tables} />}
      {formatted.length > 0 && (
        <Disclosure summary={t.invoiceSheets(f.count(formatted.length))}>
          {() => <OutcomeTable outcomes={formatted} />}
        </Disclosure>
      )}
    </div>
  );
}
