import { groupBy } from "../../base/groupBy";
import { formatPeriod } from "../../calendar/period";
import type { RegisteredInvoice } from "../../documents/register";
import type { Invoice } from "../../invoicing/invoice";
import { ledgerAt } from "../../receivables/ledger";
import { readReceivables } from "../../receivables/readReceivables";
import { closedByName, closedPeriodOf, daysOfReview } from "../../review/closing/closedPeriods";
import type { ComputedFacts, DocumentFacts } from "../../review/documentFacts";
import { reviewFinding } from "../../review/finding";
import { statusByHand } from "../../review/verify/checks/state";
import { addedUpDifferences, computedDifferences } from "../../review/verify/computedDifferences";
import { differenceFinding } from "../../review/verify/differenceFinding";
import { lastSubmitter } from "../../review/verify/history";
import { sealFactsOf } from "../../review/verify/sealFacts";
import {
  byMakingRun,
  computeRun,
  findComputed,
  nothingComputed,
  type ComputedRun,
  type LeftOutRows,
  type MakingRun,
} from "./computeAgain";
import { once } from "../../base/once";
import { loggedFacts } from "./loggedFacts";
import type { OpenedReview } from "./openReview";
import { unheard } from "../../issues/issue";

/** A run as today's inputs make it. */
interface MadeAgain {
  /** Undefined where no run made the document. */
  readonly run: MakingRun | undefined;
  readonly computed: ComputedRun;
  readonly find: (document: RegisteredInvoice) => Invoice | undefined;
}

/** What a document is when it is computed from inputs: the document itself where nothing is found. */
function compareComputed(
  opened: OpenedReview,
  document: RegisteredInvoice,
  { run, computed, find }: MadeAgain,
  engineVersion: string,
): ComputedFacts {
  const rulesAround = () => computed.rulesAround(document);
  const { invoiceNumber: invoice, at, total } = document;
  if (!run) {
    const findings = addedUpDifferences(document).map((difference) => differenceFinding(difference, invoice));
    return { invoice: undefined, rulesAround, findings };
  }
  const again = find(document);
  if (!again) {
    const finding = reviewFinding("CELL_CHANGED", {
      invoice,
      table: "Invoices",
      key: invoice,
      column: "Total",
      found: total?.toFixed() ?? "",
      at,
      message: "the inputs give no such document any more",
    });
    return { invoice: undefined, rulesAround, findings: [finding] };
  }
  const options = {
    keepsDates: document.approvedBy !== undefined || document.status === "approved",
    isOtherVersion: run.engineVersion !== "" && run.engineVersion !== engineVersion,
  };
  const differences = computedDifferences(opened, document, again, options);
  return {
    invoice: again,
    rulesAround,
    findings: differences.map((difference) => differenceFinding(difference, invoice)),
  };
}

/** Computes documents again, run by run, each run when its first document is asked for. */
export function computedAgain(
  opened: OpenedReview,
  documents: readonly RegisteredInvoice[],
  engineVersion: string,
  leftOut: (made: readonly RegisteredInvoice[]) => LeftOutRows = () => new Map(),
): (document: RegisteredInvoice) => ComputedFacts {
  const known = new Map<RegisteredInvoice, () => ComputedFacts>();
  for (const { run, documents: made } of byMakingRun(documents, opened)) {
    const computed = once(() => (run ? computeRun(opened, run, made, leftOut(made)) : nothingComputed));
    const find = once(() => findComputed(computed().drafts));
    for (const document of made)
      known.set(
        document,
        once(() =>
          compareComputed(opened, document, { run, computed: computed(), find: find() }, engineVersion),
        ),
      );
  }
  return (document) => known.get(document)?.() ?? { invoice: undefined, rulesAround: () => [], findings: [] };
}

/** Facts of documents for acts; those of a document are found out once. */
export function factsOf(
  opened: OpenedReview,
  documents: readonly RegisteredInvoice[],
  engineVersion: string,
): (document: RegisteredInvoice) => DocumentFacts {
  const { snapshot, register } = opened;
  const computed = computedAgain(opened, documents, engineVersion);
  const logged = loggedFacts(opened);
  const closedIn = closedPeriodOf(closedByName(snapshot));
  const numbers = groupBy(register.invoices, ({ invoiceNumber }) => invoiceNumber);
  const moved = once(() => {
    const book = readReceivables(snapshot, unheard);
    const { movements } = ledgerAt(book, book.lastDay ?? 0);
    return new Set(
      movements.flatMap(({ document, source }) => [
        document.number,
        ...(source.type === "credit" ? [source.document.number] : []),
      ]),
    );
  });
  const factsOfDocument = (document: RegisteredInvoice): DocumentFacts => {
    const { invoiceNumber, paid } = document;
    const history = logged.historyOf(document);
    return {
      document,
      seal: once(() => sealFactsOf(opened, document)),
      computed: () => computed(document),
      submitter: lastSubmitter(history),
      hasPayments: () => (paid !== undefined && !paid.isZero()) || moved().has(invoiceNumber),
      closedPeriod: () => {
        const days = daysOfReview(document);
        const found = days && closedIn(days);
        return found && formatPeriod(found.period);
      },
      typed: () => statusByHand(document, logged),
      isNumberTaken: (numbers.get(invoiceNumber)?.length ?? 0) > 1,
    };
  };
  const known = new Map<RegisteredInvoice, DocumentFacts>();
  return (document) => {
    const facts = known.get(document) ?? factsOfDocument(document);
    known.set(document, facts);
    return facts;
  };
}
