import { formatDay } from "../../calendar/day";
import { formatPeriod } from "../../calendar/period";
import type { DocumentRegister } from "../../documents/register";
import { totalOf } from "../../invoicing/customerChanges";
import { formatMoney } from "../../money/format";
import { invoiceLinesSheet } from "../../sheets/invoiceLines.sheet";
import { invoicesSheet } from "../../sheets/invoices.sheet";
import type { WritePlan } from "../../sheets/plan";
import { addedRows, keptRows, rowsWith } from "../../sheets/registerRows";
import type { LoggedAct } from "../../sheets/runLog.sheet";
import type { CreditRun } from "./creditInvoice";
import { planAct, receivableGrids, type ActOptions } from "./planPayments";

/** Documents that stay: all but drafts that are billed again, with the note where it waited. */
function keptDocuments({ invoices }: DocumentRegister, { note, waited, rebilled }: CreditRun) {
  const again = new Set(rebilled.map(({ key }) => key));
  return invoices
    .filter(({ isFinal, invoiceNumber }) => isFinal || !again.has(invoiceNumber))
    .map((invoice) => (invoice === waited ? note : invoice));
}

function logOf({ ledger, note, rebilled }: CreditRun): LoggedAct {
  const { corrects = "", currency = "", reasonCode = "", invoiceNumber, approvedBy } = note;
  const [first] = rebilled;
  return {
    action: "credit",
    period: first && formatPeriod(first.period),
    parameters: [
      `as of ${formatDay(ledger.asOf)}`,
      `${invoiceNumber} corrects ${corrects}`,
      `reason ${reasonCode}`,
      ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
      ...rebilled.map(({ number }) => `rebilled as ${number}`),
    ].join("; "),
    rowsIn: undefined,
    invoices: 1 + rebilled.length,
    total: `${currency} ${formatMoney(totalOf(note), currency)}`,
  };
}

/** What a credit would write: the note in Invoices and Invoice lines, the drafts that bill again, a row of the log. */
export function planCredit(run: CreditRun, act: ActOptions): WritePlan {
  const { ledger, note, waited, rebilled } = run;
  const { snapshot, register, settings } = ledger.book;
  const stays = keptRows(keptDocuments(register, run), register, settings);
  const added = waited ? { invoices: [], lines: [] } : addedRows([note], settings);
  const kept = {
    invoices: [...stays.invoices, ...added.invoices],
    lines: [...stays.lines, ...added.lines],
  };
  const drafts = new Map(register.invoices.map((invoice) => [invoice.invoiceNumber, invoice]));
  const { runId = "" } = note;
  const rows = rowsWith(kept, { invoices: rebilled, drafts, runId, who: act.who });
  const input = { snapshot, settings, register, registerRows: rows };
  const planned = [invoicesSheet.plan(input), invoiceLinesSheet.plan(input)];
  return planAct(snapshot, planned, [], logOf(run), receivableGrids(ledger.book), act);
}
