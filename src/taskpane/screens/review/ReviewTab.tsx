import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { NeedsBook } from "../NeedsBook";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { Screen } from "../../parts/Screen";
import { Waiting } from "../../parts/Waiting";
import { settle } from "../../state/failure";
import { goTo, place } from "../../state/place";
import { useText } from "../../strings/text";
import { InvoiceList } from "./InvoiceList";
import { InvoiceScreen } from "./InvoiceScreen";
import { useExplainedCell } from "./useExplainedCell";

/** Every invoice, found and followed to its rows. `version` changes when there may be others. */
function Invoices({ version }: { readonly version: unknown }) {
  const { t } = useText();
  const { session } = usePane().services;
  const load = useCallback(() => {
    void version;
    return settle(session.invoices());
  }, [session, version]);
  const [loaded, again] = useLoaded(load);
  if (loaded.state === "ready") return <InvoiceList invoices={loaded.value} />;
  return (
    <Screen title={t.review.title}>
      <Waiting for={loaded} onRetry={again}>
        {() => null}
      </Waiting>
    </Screen>
  );
}

function Review({ version }: { readonly version: unknown }) {
  const { invoice } = useStore(place);
  useExplainedCell();
  if (invoice === undefined) return <Invoices version={version} />;
  const { number, line } = invoice;
  return <InvoiceScreen key={number} number={number} line={line} onBack={() => goTo({ view: "review" })} />;
}

export default function ReviewTab() {
  const { t } = useText();
  const { bill } = usePane();
  // A preview adds drafts; the step says that there may be some.
  const { step } = useStore(bill.store);
  return (
    <NeedsBook title={t.review.title}>
      {(book) => <Review version={`${step} ${book.choice.period}`} />}
    </NeedsBook>
  );
}
