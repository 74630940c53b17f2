import { claimOfVerify, verifyBook, type VerifiedBook, type VerifiedInvoice } from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import { findingView, type FindingView } from "../../session/findingView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { SheetFormulas } from "../../../workbook/port/port";

export interface VerifiedInvoiceView {
  readonly invoice: string;
  readonly status: string;
  readonly result: VerifiedInvoice["result"];
  readonly isSealed: boolean;
  readonly differences: readonly FindingView[];
  readonly notes: readonly FindingView[];
}

export interface VerifyView extends Pick<VerifiedBook, "result" | "passed" | "failed" | "notChecked"> {
  /** Failures first. */
  readonly invoices: readonly VerifiedInvoiceView[];
  /** Of the workbook itself: its logs and closed periods. */
  readonly findings: readonly FindingView[];
  /** Empty where there is no Run log. */
  readonly head: string;
  readonly logRows: number;
  /** What it can prove, and what not. */
  readonly claim: readonly string[];
}

/** What is looked at beside the workbook. */
export interface VerifyRequest {
  /** A head that was noted elsewhere; empty for none. */
  readonly head: string;
  /** Of the sheet of Invoices; undefined where they cannot be told. */
  readonly formulas: SheetFormulas | undefined;
}

const order: Readonly<Record<VerifiedInvoice["result"], number>> = { FAIL: 0, PASS: 1, NOT_CHECKED: 2 };

/** The sheet whose formulas are looked at; undefined where there are no invoices. */
export function sheet({ survey }: SessionWorkbook): string | undefined {
  return survey.inputs.register.invoicesBound?.grid.sheet;
}

/** Every document with what is not as it was sealed, logged or computed. */
export function book(workbook: SessionWorkbook, { head, formulas }: VerifyRequest): VerifyView {
  const name = sheet(workbook);
  const { snapshot, sha256, engineVersion } = workbook;
  const verified = verifyBook(snapshot, {
    sha256,
    engineVersion,
    head: head.trim() === "" ? undefined : head,
    numbers: undefined,
    formulas: formulas && name !== undefined ? new Map([[name, formulas]]) : undefined,
  });
  if (typeof verified === "string")
    throw new SessionFailure({ code: "MISSING", message: `There is no document ${verified}.` });
  const { result, passed, failed, notChecked, invoices, findings, log } = verified;
  return {
    ...{ result, passed, failed, notChecked },
    invoices: invoices
      .map(({ sealed, engineVersion: _version, differences, notes, ...invoice }) => ({
        ...invoice,
        isSealed: sealed,
        differences: differences.map(findingView),
        notes: notes.map(findingView),
      }))
      .sort((a, b) => order[a.result] - order[b.result]),
    findings: findings.map(findingView),
    head: log.head,
    logRows: log.rows,
    claim: claimOfVerify,
  };
}
