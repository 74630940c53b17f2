import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { AmountBar } from "../../parts/AmountBar";
import { Block } from "../../parts/Block";
import { Disclosure } from "../../parts/Disclosure";
import { MoneyText } from "../../parts/MoneyText";
import { SummaryRow } from "../../parts/SummaryRow";
import { useTextStyles } from "../../parts/textStyles";
import { ReportScreen } from "../../report/ReportScreen";
import { useText } from "../../strings/text";
import { ErrorFields } from "./ErrorFields";
import { errorStrings } from "./errorStrings";
import { strings } from "./strings";
import type { CauseView, ErrorsView, ErrorView } from "./view";

function Causes({ causes }: { readonly causes: readonly CauseView[] }) {
  const { t, f } = useText(errorStrings);
  const text = useTextStyles();
  const largest = Math.max(...causes.map(({ count }) => count));
  return (
    <Block title={t.causes} note={t.causesNote}>
      <ul className={text.list}>
        {causes.map(({ cause, count, amounts }) => (
          <li key={cause}>
            <SummaryRow
              title={cause === "" ? t.noCause : cause}
              figure={<MoneyText of={amounts} />}
              note={t.count(f.count(count))}
            />
            <AmountBar amount={count} largest={largest} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Nobody has said that it is mended. */
const isOpen = ({ state }: ErrorView): boolean => state === "" || state.toLowerCase() === "open";

function Errors({ view }: { readonly view: ErrorsView }) {
  const { t, f } = useText(errorStrings);
  const text = useTextStyles();
  const [filter, setFilter] = useState<"open" | "all">("open");
  const shown = filter === "all" ? view.errors : view.errors.filter(isOpen);
  return (
    <Block title={t.errors}>
      <Field label={t.show} orientation="horizontal">
        <Select
          style={{ minWidth: 0 }}
          value={filter}
          onChange={(_, { value }) => setFilter(value === "all" ? "all" : "open")}
        >
          <option value="open">{`${t.filters.open} (${f.count(view.errors.filter(isOpen).length)})`}</option>
          <option value="all">{`${t.filters.all} (${f.count(view.errors.length)})`}</option>
        </Select>
      </Field>
      {shown.length === 0 && <p className={text.paragraph}>{t.noneOpen}</p>}
      {shown.map((error) => (
        <Disclosure
          key={error.row}
          summary={
            <SummaryRow
              title={t.of(error.invoice, error.cause === "" ? t.noCause : error.cause)}
              figure={error.amount ? f.money(error.amount) : ""}
              note={t.note(f.day(error.date), error.state, error.owner)}
            />
          }
        >
          {() => <ErrorFields error={error} causes={view.choices} />}
        </Disclosure>
      ))}
    </Block>
  );
}

/** What went wrong with documents, so that it does not again. */
export default function ErrorsScreen() {
  const { t: named } = useText(strings);
  const { t } = useText(errorStrings);
  return (
    <ReportScreen report="errors" title={named.title} lead={t.lead}>
      {(view) =>
        view.errors.length === 0 ? (
          t.none
        ) : (
          <>
            <Causes causes={view.causes} />
            <Errors view={view} />
          </>
        )
      }
    </ReportScreen>
  );
}
