import { overlap, type Period } from "../../calendar/period";
import { nameKey } from "../../base/name";
import type { RegisteredInvoice } from "../../documents/register";
import type { Invoice } from "../../invoicing/invoice";
import { actOf, type Act, type ActId } from "../../review/acts/acts";
import { judge } from "../../review/acts/judge";
import { perform, type DoneAct } from "../../review/acts/perform";
import type { Refusal } from "../../review/acts/refusal";
import { checkLogs } from "../../review/log/logs";
import { allNumbersGiven } from "../../review/log/allNumbersGiven";
import { partsOf } from "../../review/seal/partsOf";
import { sealParts, type Sealed } from "../../review/seal/seal";
import type { Moment } from "../../schema/momentCell";
import { nextRunId, readRunLog } from "../../sheets/runLog";
import type { DocumentFacts } from "../../review/documentFacts";
import { factsOf } from "./factsOf";
import { isForked, numbersTwice } from "./logFaults";
import type { OpenedReview } from "./openReview";

/** An act that somebody asks for. */
export interface ActOptions {
  readonly act: ActId;
  /** Numbers of documents; undefined: all that are in a state that the act takes. */
  readonly numbers: readonly string[] | undefined;
  readonly period: Period | undefined;
  readonly customerId: string | undefined;
  readonly by: string;
  readonly when: Moment;
  readonly comment: string;
  readonly engineVersion: string;
}

/** A document for which the act was not done. */
export interface RefusedAct extends Refusal {
  readonly invoice: string;
}

/** What an act came to; nothing is written yet. */
export interface ActRun {
  readonly act: Act;
  readonly options: ActOptions;
  readonly opened: OpenedReview;
  readonly done: readonly DoneAct[];
  readonly refused: readonly RefusedAct[];
  readonly runId: string;
  /** The document that today's inputs give, for its printed sheet. */
  readonly computedOf: (done: DoneAct) => Invoice | undefined;
}

export type ActResult =
  | { readonly ok: true; readonly run: ActRun }
  /** Why nothing can be asked for, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

function isChosen({ period, customerId }: ActOptions): (document: RegisteredInvoice) => boolean {
  return (document) => {
    const { periodStart: from, periodEnd: to, customerId: owner = "" } = document;
    const isOfPeriod =
      period === undefined ||
      (from !== undefined && to !== undefined && overlap(period, { from, to }) !== undefined);
    return isOfPeriod && (customerId === undefined || nameKey(owner) === nameKey(customerId));
  };
}

/** The documents that are asked for, in the order of their rows; or the number that there is not. */
function chosenDocuments(
  { register }: OpenedReview,
  act: Act,
  options: ActOptions,
): readonly RegisteredInvoice[] | string {
  const { numbers } = options;
  const fits = isChosen(options);
  const written = register.invoices.filter(({ at }) => at.sheet === register.invoicesBound?.grid.sheet);
  if (numbers === undefined)
    return written.filter((document) => act.from.includes(document.status ?? "issued") && fits(document));
  const known = new Set(written.map(({ invoiceNumber }) => invoiceNumber));
  const unknown = numbers.find((number) => !known.has(number));
  if (unknown !== undefined) return unknown;
  const asked = new Set(numbers);
  return written.filter((document) => asked.has(document.invoiceNumber) && fits(document));
}

/** Seals documents over today's inputs. */
export function sealer(opened: OpenedReview): (document: RegisteredInvoice) => Sealed {
  const { personal, sha256 } = opened;
  return (document) => sealParts(document.invoiceNumber, partsOf(opened, document), personal.salt, sha256);
}

/** Whether two copies were worked on: rows of a log follow one, or a number was given twice. */
function isMerged({ logs, register }: OpenedReview): boolean {
  return isForked({ findings: checkLogs(logs) }) || numbersTwice(register).length > 0;
}

/**
 * Judges an act for each document alone, and does it to those for which nothing speaks against it. Who asks again and again
 * hands in the facts that are known already.
 */
export function performAct(
  opened: OpenedReview,
  options: ActOptions,
  known?: (document: RegisteredInvoice) => DocumentFacts,
): ActResult {
  const act = actOf(options.act);
  const comment = options.comment.trim();
  if (act.needsReason && comment === "")
    return { ok: false, reason: `${act.id} needs a reason: --reason TEXT` };
  const chosen = chosenDocuments(opened, act, options);
  if (typeof chosen === "string") return { ok: false, reason: `there is no document ${chosen}` };
  const facts = known ?? factsOf(opened, chosen, options.engineVersion);
  const context = { by: options.by, policy: opened.policy, isMerged: isMerged(opened) };
  const judged = chosen.map((document) => ({ document, refused: judge(act, facts(document), context) }));
  const runId = nextRunId(readRunLog(opened.snapshot));
  const done = perform(
    judged.filter(({ refused }) => !refused).map(({ document }) => document),
    { act, by: options.by, when: options.when, runId, comment },
    {
      register: opened.register,
      settings: opened.settings,
      given: allNumbersGiven(opened.snapshot),
      seal: sealer(opened),
    },
  );
  const refused = judged.flatMap(({ document, refused: why }) =>
    why ? [{ invoice: document.invoiceNumber, ...why }] : [],
  );
  return {
    ok: true,
    run: {
      act,
      options,
      opened,
      done,
      refused,
      runId,
      computedOf: ({ before }) => facts(before).computed().invoice,
    },
  };
}
