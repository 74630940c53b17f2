import { Link } from "@fluentui/react-components";
import { useState } from "react";
import { Disclosure } from "../parts/Disclosure";
import { SummaryRow } from "../parts/SummaryRow";
import type { InvoiceRowView } from "../session/views";
import { paneStrings } from "../strings/pane";
import { useText } from "../strings/text";
import { LoadedLines } from "./LoadedLines";
import { invoiceStrings } from "./strings";

const FIRST = 20;

/** "DRAFT-… · 3 lines": how an invoice is told from others of the same customer. */
function useNote(): (row: InvoiceRowView) => string {
  const { t, f } = useText(invoiceStrings);
  return ({ number, type, lines }) =>
    [...(type === "credit_note" ? [t.creditNote] : []), number, t.lines(f.count(lines))].join(" · ");
}

/** Invoices that open to their lines; more of them as they are asked for. */
export function InvoiceRows({ invoices }: { readonly invoices: readonly InvoiceRowView[] }) {
  const { t: pane, f } = useText(paneStrings);
  const noteOf = useNote();
  const [shown, setShown] = useState(FIRST);
  const rest = invoices.length - shown;
  return (
    <div>
      {invoices.slice(0, shown).map((row) => (
        <Disclosure
          key={row.number}
          summary={<SummaryRow title={row.customer} note={noteOf(row)} figure={f.money(row.total)} />}
        >
          {() => <LoadedLines number={row.number} />}
        </Disclosure>
      ))}
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + 10 * FIRST)}>
          {pane.frame.showMore(f.count(Math.min(rest, 10 * FIRST)), f.count(rest))}
        </Link>
      )}
    </div>
  );
}
