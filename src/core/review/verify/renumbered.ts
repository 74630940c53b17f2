import { groupBy } from "../../base/groupBy";
import type { RegisteredInvoice } from "../../documents/register";
import { hasDraftKey } from "../../documents/draftKey";
import { inNumberOrder } from "../acts/numbers";
import type { ChainRow } from "../log/chainRows";
import { numbersGivenBy } from "../log/givenNumbers";
import { isWritten, type VerifyContext } from "./check";

type NumberContext = Pick<VerifyContext, "register" | "logs" | "historyOf" | "approvals" | "computedOf">;

/** A run with the numbers that it gave, in their order. */
interface NumberingRun {
  readonly row: ChainRow;
  readonly numbers: readonly string[];
}

/** Runs that gave numbers themselves, and say which: those of approved drafts are in Approvals. */
export function numberingRuns({
  logs,
  approvals,
}: Pick<NumberContext, "logs" | "approvals">): NumberingRun[] {
  const ofActs = new Set(
    approvals.flatMap(({ was, invoiceNumber }) => (was === undefined ? [] : [invoiceNumber])),
  );
  return logs.runLog
    .map((row) => ({
      row,
      numbers: numbersGivenBy(row.texts.get("action"), row.texts.get("parameters")).filter(
        (number) => !ofActs.has(number),
      ),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}

/**
 * Documents in the order in which they were numbered, by what their inputs give: a changed cell of one says nothing about
 * the numbers of others. Undefined where two of them cannot be told apart by it.
 */
function ordered(
  documents: readonly RegisteredInvoice[],
  computedOf: NumberContext["computedOf"],
): RegisteredInvoice[] | undefined {
  const computed = documents.flatMap((document) => {
    const { invoice } = computedOf(document);
    return invoice ? [{ document, invoice }] : [];
  });
  const sorted = computed.sort((a, b) => inNumberOrder(a.invoice, b.invoice));
  const isClear = sorted.every(
    ({ invoice }, index) => index === 0 || inNumberOrder(sorted[index - 1]!.invoice, invoice) < 0,
  );
  return isClear && sorted.length === documents.length ? sorted.map(({ document }) => document) : undefined;
}

/**
 * Documents that bear another number than the run gave that made them, with that number; "" where nobody can tell which it
 * was. Numbers that acts gave are in Approvals.
 */
export function renumbered(context: NumberContext): ReadonlyMap<RegisteredInvoice, string> {
  const { register, historyOf, computedOf } = context;
  const byRun = groupBy(
    register.invoices.filter(
      (document) =>
        isWritten(document, register) &&
        !hasDraftKey(document) &&
        historyOf(document).every(({ was }) => was === undefined),
    ),
    ({ runId }) => runId,
  );
  return new Map(
    numberingRuns(context).flatMap(({ row, numbers }): (readonly [RegisteredInvoice, string])[] => {
      const made = byRun.get(row.runId) ?? [];
      const inOrder = made.length === numbers.length ? ordered(made, computedOf) : undefined;
      if (inOrder)
        return inOrder.flatMap((document, index) =>
          document.invoiceNumber === numbers[index] ? [] : [[document, numbers[index]!] as const],
        );
      const given = new Set(numbers);
      const there = new Set(made.map(({ invoiceNumber }) => invoiceNumber));
      const gone = numbers.filter((number) => !there.has(number));
      const others = made.filter(({ invoiceNumber }) => !given.has(invoiceNumber));
      const isPair = gone.length === 1 && others.length === 1;
      return others.map((document) => [document, isPair ? gone[0]! : ""] as const);
    }),
  );
}
