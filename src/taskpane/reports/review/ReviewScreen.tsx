import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { useStore } from "../../hooks/useStore";
import { Screen } from "../../parts/Screen";
import { Waiting } from "../../parts/Waiting";
import { NeedsBook } from "../../report/NeedsBook";
import { settle } from "../../state/failure";
import { goTo, location } from "../../state/location";
import { useText } from "../../strings/text";
import { InvoiceList } from "./InvoiceList";
import { InvoiceScreen } from "./InvoiceScreen";
import { strings } from "./strings";
import { useExplainedCell } from "./useExplainedCell";

/** Every invoice, found and followed to its rows. `version` changes when there may be others. */
function Invoices({ version }: { readonly version: string }) {
  const { t } = useText(strings);
  const { session } = usePane().services;
  const load = useCallback(() => {
    void version;
    return settle(session.ask("review", "view"));
  }, [session, version]);
  const [loaded, again] = useLoaded(load);
  if (loaded.state === "ready") {
    const onUndone = () => Promise.resolve(again());
    return <InvoiceList invoices={loaded.value} onUndone={onUndone} />;
  }
  return (
    <Screen title={t.title}>
      <Waiting for={loaded} onRetry={again}>
        {() => null}
      </Waiting>
    </Screen>
  );
}

function Review({ version }: { readonly version: string }) {
  const { view, report, invoice } = useStore(location);
  useExplainedCell();
  if (invoice === undefined) return <Invoices version={version} />;
  const { number, line } = invoice;
  return <InvoiceScreen key={number} number={number} line={line} onBack={() => goTo({ view, report })} />;
}

export default function ReviewScreen() {
  const { t } = useText(strings);
  const { bill } = usePane();
  // A preview adds drafts; the step says that there may be some.
  const { step } = useStore(bill.store);
  return (
    <NeedsBook title={t.title}>
      {({ choice }) => <Review version={`${step} ${choice.period ?? ""}`} />}
    </NeedsBook>
  );
}
