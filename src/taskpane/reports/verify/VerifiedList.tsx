import { Badge, Field, Link, Select } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../../hooks/context";
import { useStore } from "../../hooks/useStore";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { Findings } from "../../run/Findings";
import { paneStrings } from "../../strings/pane";
import { useText } from "../../strings/text";
import { verifyOf, type VerifyFilter } from "./verifyState";
import { verifyStrings } from "./verifyStrings";
import type { VerifiedInvoiceView, VerifyView } from "./view";

const FIRST = 50;
const colors = { PASS: "success", FAIL: "danger", NOT_CHECKED: "informative" } as const;

/** A result by its word, and by colour beside it. */
export function Result({ of }: { readonly of: VerifiedInvoiceView["result"] }) {
  const { t } = useText(verifyStrings);
  return (
    <Badge appearance={of === "FAIL" ? "filled" : "tint"} color={colors[of]}>
      {t.results[of]}
    </Badge>
  );
}

function isShown({ result, notes }: VerifiedInvoiceView, filter: VerifyFilter): boolean {
  if (filter === "notes") return notes.length > 0;
  return filter === "all" || result === filter;
}

function Invoice({ invoice }: { readonly invoice: VerifiedInvoiceView }) {
  const { t, f } = useText(verifyStrings);
  const text = useTextStyles();
  const { differences, notes, result, status, isSealed } = invoice;
  const note = [
    ...(differences.length > 0 ? [t.differences(f.count(differences.length))] : []),
    ...(notes.length > 0 ? [t.notes(f.count(notes.length))] : []),
    t.state("", status, isSealed),
  ].join(" · ");
  return (
    <Disclosure summary={<SummaryRow title={invoice.invoice} note={note} figure={<Result of={result} />} />}>
      {() => (
        <>
          {differences.length > 0 && <Findings findings={differences} />}
          {notes.length > 0 && (
            <>
              <span className={text.quiet}>{t.notesTitle}</span>
              <Findings findings={notes} isNotes />
            </>
          )}
          {differences.length + notes.length === 0 && <p className={text.paragraph}>{t.asIs}</p>}
        </>
      )}
    </Disclosure>
  );
}

/** Documents with PASS or FAIL; each opens to what was expected and found, cell by cell. */
export function VerifiedList({ view }: { readonly view: VerifyView }) {
  const { t } = useText(verifyStrings);
  const { t: pane, f } = useText(paneStrings);
  const text = useTextStyles();
  const { choice } = verifyOf(usePane());
  const { filter } = useStore(choice);
  const [shown, setShown] = useState(FIRST);
  const filters = Object.keys(t.filters) as VerifyFilter[];
  const found = view.invoices.filter((invoice) => isShown(invoice, filter));
  const rest = found.length - shown;
  return (
    <Block title={t.documents}>
      <Field label={t.show} orientation="horizontal">
        <Select
          style={{ minWidth: 0 }}
          value={filter}
          onChange={(_, { value }) =>
            choice.dispatch({ filter: filters.find((name) => name === value) ?? "all" })
          }
        >
          {filters.map((name) => (
            <option key={name} value={name}>
              {`${t.filters[name]} (${f.count(view.invoices.filter((each) => isShown(each, name)).length)})`}
            </option>
          ))}
        </Select>
      </Field>
      {found.length === 0 && <p className={text.paragraph}>{t.noneHere}</p>}
      {found.slice(0, shown).map((invoice) => (
        <Invoice key={`${invoice.invoice} ${invoice.result}`} invoice={invoice} />
      ))}
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + 4 * FIRST)}>
          {pane.frame.showMore(f.count(Math.min(rest, 4 * FIRST)), f.count(rest))}
        </Link>
      )}
    </Block>
  );
}
