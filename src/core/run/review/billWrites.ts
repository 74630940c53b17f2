import { groupBy } from "../../base/groupBy";
import { isFinalStatus, type RegisteredInvoice } from "../../documents/register";
import { asInCells } from "../../money/asInCells";
import { isReplaced } from "../../invoicing/registerChanges";
import { totalOf } from "../../invoicing/customerChanges";
import type { Invoice } from "../../invoicing/invoice";
import { statusLabel } from "../../review/acts/judge";
import { changesText, lapseEntry, type Lapse } from "../../review/lapse";
import type { ApprovalEntry } from "../../review/log/appendApprovals";
import { readApprovals } from "../../review/log/readApprovals";
import type { Sealed } from "../../review/seal/seal";
import { computedDifferences } from "../../review/verify/computedDifferences";
import { differenceFinding } from "../../review/verify/differenceFinding";
import type { OutputInput } from "../../sheets/outputInput";
import type { InvoiceRow, LineRow } from "../../sheets/registerRows";
import type { BillingRun } from "../billingRun";
import { readPolicy } from "../../review/policy";
import { once } from "../../base/once";
import { reviewOf, type OpenedReview } from "./openReview";
import { sealer } from "./performAct";
import { reviewWrites, type ReviewWrites } from "./reviewWrites";

/** A document as it will stand in the register. */
function asWritten(
  { fields }: InvoiceRow,
  lines: readonly LineRow[],
  { at, row }: Pick<RegisteredInvoice, "at" | "row">,
): RegisteredInvoice {
  return {
    ...asInCells(fields),
    row,
    at,
    isFinal: isFinalStatus(fields.status),
    isVoid: false,
    lines: lines.map(({ fields: line }) => {
      const record = { ...asInCells(line), row };
      const { periodStart: from, periodEnd: to, contractId = "" } = record;
      const period = from === undefined || to === undefined ? undefined : { from, to };
      return { ...record, record, at, contractId, period, isFinal: true, invoice: undefined };
    }),
  };
}

/** Documents in review that the run writes anew, or not at all: what was reviewed is not there any more. */
function endedReviews(
  run: BillingRun,
  { register, period, registerRows }: OutputInput,
  open: () => OpenedReview,
): Lapse[] {
  const stays = new Set(
    registerRows.invoices
      .filter(({ fields }) => fields.status === "in_review")
      .map(({ fields }) => fields.invoiceNumber),
  );
  const byKey = new Map(run.invoices.map((invoice) => [invoice.key, invoice]));
  return register.invoices
    .filter(
      (invoice) =>
        invoice.status === "in_review" && isReplaced(invoice, period) && !stays.has(invoice.invoiceNumber),
    )
    .flatMap((document): Lapse[] => {
      const now = byKey.get(document.invoiceNumber);
      if (now === undefined) return [{ document, comment: "the inputs give no such document any more" }];
      if (now.number !== now.key) return [];
      const options = { keepsDates: false, isOtherVersion: false };
      const differences = computedDifferences(open(), document, now, options);
      const turned = differences.map((difference) => ({
        ...difference,
        expected: difference.found,
        found: difference.expected,
      }));
      return [
        {
          document,
          comment: changesText(turned.map((difference) => differenceFinding(difference, now.key))),
        },
      ];
    });
}

interface Numbered {
  readonly entry: ApprovalEntry;
  readonly sealed: Sealed;
}

/** Documents that the run gave their numbers, as far as they were reviewed or a Policy says who may. */
function numberedByRun(run: BillingRun, input: OutputInput, open: () => OpenedReview): Numbered[] {
  const { register, registerRows, runId, options } = input;
  const { isSet } = readPolicy(input.snapshot, input.settings);
  const reviewed = new Set(readApprovals(input.snapshot).rows.map(({ invoiceNumber }) => invoiceNumber));
  const before = new Map(register.invoices.map((invoice) => [invoice.invoiceNumber, invoice]));
  const lines = groupBy(registerRows.lines, ({ fields }) => fields.invoiceNumber);
  const isReviewed = ({ number, key }: Invoice) => number !== key && (isSet || reviewed.has(key));
  const numbered = run.invoices.filter(isReviewed);
  if (numbered.length === 0) return [];
  const seal = sealer(open());
  const rowOf = new Map(registerRows.invoices.map((row) => [row.fields.invoiceNumber, row]));
  return numbered.map(({ number, key }): Numbered => {
    const old = before.get(key);
    const place = old ?? { at: { sheet: "Invoices", row: 0, column: 0 }, row: 0 };
    const document = asWritten(rowOf.get(number)!, lines.get(number) ?? [], place);
    const sealed = seal(document);
    const entry: ApprovalEntry = {
      runId,
      when: options.when,
      who: options.who || undefined,
      action: "issue",
      invoiceNumber: number,
      was: key,
      from: statusLabel(old?.status ?? "draft"),
      to: statusLabel("issued"),
      total: totalOf(document),
      currency: document.currency,
      comment: undefined,
      seal: sealed.seal,
    };
    return { entry, sealed };
  });
}

/** What a run writes of reviews: what lapsed, and the documents that it numbered with their seals by number. */
export interface BillReviewWrites extends ReviewWrites {
  readonly seals: ReadonlyMap<string, string>;
}

/** What billing does to reviews. */
export function billWrites(run: BillingRun, input: OutputInput): BillReviewWrites {
  const { snapshot, runId, options } = input;
  // Most runs review nothing: then nothing of it is read.
  const open = once(() => reviewOf(run.book, snapshot, options.sha256));
  const lapses = [...run.lapses, ...endedReviews(run, input, open)];
  const numbered = numberedByRun(run, input, open);
  const by = { runId, when: options.when, who: options.who };
  const writes = reviewWrites(
    snapshot,
    {
      approvals: [...lapses.map((lapse) => lapseEntry(lapse, by)), ...numbered.map(({ entry }) => entry)],
      errors: [],
      seals: numbered.flatMap(({ sealed }) => sealed.rows),
      unsealed: new Set([
        ...lapses.map(({ document }) => document.invoiceNumber),
        ...numbered.flatMap(({ entry }) => entry.was ?? []),
      ]),
    },
    options.sha256,
  );
  return {
    ...writes,
    seals: new Map(numbered.map(({ entry, sealed }) => [entry.invoiceNumber, sealed.seal])),
  };
}
