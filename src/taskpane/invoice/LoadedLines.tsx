import { useCallback } from "react";
import { usePane } from "../hooks/context";
import { useLoaded } from "../hooks/useLoaded";
import { Waiting } from "../parts/Waiting";
import { settle } from "../state/failure";
import { InvoiceLines } from "./InvoiceLines";

interface LoadedLinesProps {
  readonly number: string;
}

/** The lines of an invoice, fetched when they are first wanted. */
export function LoadedLines({ number }: LoadedLinesProps) {
  const { session } = usePane().services;
  const load = useCallback(() => settle(session.ask("review", "invoice", number)), [session, number]);
  const [loaded, again] = useLoaded(load);
  return (
    <Waiting for={loaded} onRetry={again}>
      {(invoice) => <InvoiceLines invoice={invoice} />}
    </Waiting>
  );
}
