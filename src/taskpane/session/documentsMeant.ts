import { parseDocumentFilter, whyUnknown, type RegisteredInvoice, type Snapshot } from "../../core/api";
import { SessionFailure } from "./failure";

/** The documents that a text names, all where it is empty; what it cannot mean is said as the command line says it. */
export function documentsMeant(text: string, snapshot: Snapshot): (document: RegisteredInvoice) => boolean {
  const filter = parseDocumentFilter(text);
  const reason = filter.ok ? whyUnknown(filter, snapshot) : filter.reason;
  if (filter.ok && reason === undefined) return filter.holds;
  throw new SessionFailure({ code: "BAD_VALUE", message: reason ?? "" });
}
