import { Badge } from "@fluentui/react-components";
import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { BackButton } from "../../parts/BackButton";
import { Facts } from "../../parts/Facts";
import { Screen } from "../../parts/Screen";
import { Waiting } from "../../parts/Waiting";
import type { InvoiceView } from "./view/invoiceView";
import { UndoBar } from "../../run/UndoBar";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { InvoiceLines } from "../../invoice/InvoiceLines";
import { ApproveCredit } from "./ApproveCredit";
import { Credit } from "./Credit";
import { strings } from "./strings";

function Head({ invoice }: { readonly invoice: InvoiceView }) {
  const { t, f } = useText(strings);
  const facts = [
    [t.customer, invoice.customer],
    [t.contract, invoice.contractId],
    [t.period, f.period(invoice.period)],
    [t.dueDate, f.day(invoice.dueDate)],
  ] as const;
  return <Facts facts={facts} />;
}

interface InvoiceScreenProps {
  readonly number: string;
  readonly line: number | undefined;
  readonly onBack: () => void;
}

/** One invoice with its lines. */
export function InvoiceScreen({ number, line, onBack }: InvoiceScreenProps) {
  const { session } = usePane().services;
  const load = useCallback(() => settle(session.ask("review", "invoice", number)), [session, number]);
  const [loaded, again] = useLoaded(load);
  return (
    <Screen
      title={number}
      before={<BackButton onBack={onBack} />}
      aside={
        loaded.state === "ready" && (
          <Badge appearance="tint" color="informative">
            {loaded.value.status}
          </Badge>
        )
      }
    >
      <Waiting for={loaded} onRetry={again}>
        {(invoice) => (
          <>
            <Head invoice={invoice} />
            <InvoiceLines invoice={invoice} explained={line} />
            <UndoBar onUndone={() => Promise.resolve(again())} />
            {invoice.canBeCredited && <Credit number={number} />}
            {invoice.waiting && (
              <ApproveCredit number={number} waiting={invoice.waiting} onApproved={onBack} />
            )}
          </>
        )}
      </Waiting>
    </Screen>
  );
}
