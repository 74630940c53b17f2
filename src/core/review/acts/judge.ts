import { invoicesTable } from "../../documents/invoices.table";
import type { DocumentFacts } from "../documentFacts";
import type { Act } from "./acts";
import type { ActContext } from "./need";
import { refusal, type Refusal } from "./refusal";

/** How a status is written. */
export function statusLabel(status: string | undefined): string {
  return status === undefined ? "" : (invoicesTable.columns.status.labels?.get(status) ?? status);
}

/** Why an act cannot be done to a document; undefined where it can. Each document is judged alone. */
export function judge(act: Act, facts: DocumentFacts, context: ActContext): Refusal | undefined {
  const { status = "issued" } = facts.document;
  if (!act.from.includes(status)) {
    const right = act.from.map(statusLabel).join(" or ");
    return refusal("WRONG_STATE", `it is ${statusLabel(status)}; ${act.title.toLowerCase()} takes ${right}`);
  }
  for (const need of act.needs) {
    const refused = need(facts, context);
    if (refused) return refused;
  }
  return undefined;
}
