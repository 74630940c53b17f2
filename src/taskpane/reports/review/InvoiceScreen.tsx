import { Badge } from "@fluentui/react-components";
import { useCallback } from "react";
import { usePane } from "../../hooks/context";
import { useLoaded } from "../../hooks/useLoaded";
import { BackButton } from "../../parts/BackButton";
import { Facts } from "../../parts/Facts";
import { Screen } from "../../parts/Screen";
import { Waiting } from "../../parts/Waiting";
import { UndoBar } from "../../run/UndoBar";
import { settle } from "../../state/failure";
import { useText } from "../../strings/text";
import { InvoiceLines } from "../../invoice/InvoiceLines";
import { ActButtons } from "./ActButtons";
import { actOrder } from "./actNames";
import { ApproveCredit } from "./ApproveCredit";
import { Changes } from "./Changes";
import { Credit } from "./Credit";
import { EvidenceButton } from "./EvidenceButton";
import { findingOf } from "./reviewState";
import { strings } from "./strings";
import type { ReviewedView } from "./view";

function Head({ invoice }: { readonly invoice: ReviewedView }) {
  const { t, f } = useText(strings);
  const facts = [
    [t.customer, invoice.customer],
    [t.contract, invoice.contractId],
    [t.period, f.period(invoice.period)],
    [t.dueDate, f.day(invoice.dueDate)],
  ] as const;
  return <Facts facts={facts} />;
}

/** What can be done to a document that stands in the workbook. */
function Actions({ invoice }: { readonly invoice: ReviewedView }) {
  const finding = findingOf(usePane());
  const { number, waiting } = invoice;
  // A credit note that waits is approved and issued at once, by its own form.
  const acts = actOrder.filter((act) => invoice.acts.includes(act) && !(waiting && act === "approve"));
  return (
    <>
      <ActButtons
        acts={acts}
        canAct={() => true}
        onAct={(act) =>
          finding.dispatch({ acting: { act, numbers: [number] }, reason: "", edited: undefined })
        }
      />
      <EvidenceButton number={number} />
    </>
  );
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
  const invoice = loaded.state === "ready" ? loaded.value : undefined;
  return (
    <Screen
      title={number}
      before={<BackButton onBack={onBack} />}
      aside={
        invoice && (
          <Badge appearance="tint" color="informative">
            {invoice.status}
          </Badge>
        )
      }
      actions={invoice?.isWritten ? <Actions invoice={invoice} /> : undefined}
    >
      <Waiting for={loaded} onRetry={again}>
        {(shown) => (
          <>
            <Head invoice={shown} />
            <InvoiceLines invoice={shown} explained={line} />
            <UndoBar onUndone={() => Promise.resolve(again())} />
            {shown.isWritten && <Changes number={number} />}
            {shown.canBeCredited && <Credit number={number} />}
            {shown.waiting && <ApproveCredit number={number} waiting={shown.waiting} onApproved={onBack} />}
          </>
        )}
      </Waiting>
    </Screen>
  );
}
