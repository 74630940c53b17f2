import { formatDay } from "../../calendar/day";
import { formatPeriod } from "../../calendar/period";
import { documentsByNumber, type DocumentRegister } from "../../documents/register";
import { creditedBy } from "../../invoicing/credits/creditNote";
import { noteAsInvoice } from "../../invoicing/credits/noteAsInvoice";
import { totalOf } from "../../invoicing/customerChanges";
import type { Invoice } from "../../invoicing/invoice";
import { currencyCode, minorDigits } from "../../money/currency";
import { formatMoney } from "../../money/format";
import { invoiceLinesSheet } from "../../sheets/invoiceLines.sheet";
import { invoicesSheet } from "../../sheets/invoices.sheet";
import { invoiceSheets } from "../../sheets/invoiceSheet/invoiceSheets";
import { sheetNameOf } from "../../sheets/invoiceSheet/invoiceSheet";
import { FIRST_ROW } from "../../sheets/layout";
import { correctsText } from "../../review/log/givenNumbers";
import { sheetNamed } from "../../sheets/outputSheet";
import type { PlannedSheet, WritePlan } from "../../sheets/plan";
import { addedRows, keptRows, rowsWith, type RegisterRows } from "../../sheets/registerRows";
import type { LoggedAct } from "../../sheets/runLog.sheet";
import { checkCreditTies } from "../../sheets/ties/creditTies";
import { readAgreements } from "../prepareBook";
import type { CreditRun } from "./creditInvoice";
import { planLogged, receivableGrids, type ActOptions } from "./planPayments";
import { unheard } from "../../issues/issue";

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
      correctsText(invoiceNumber, corrects),
      `reason ${reasonCode}`,
      ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
      ...rebilled.map(({ number }) => `rebilled as ${number}`),
    ].join("; "),
    rowsIn: undefined,
    invoices: 1 + rebilled.length,
    total: `${currency} ${formatMoney(totalOf(note), currency)}`,
  };
}

/** The note as it is printed. */
function printed({ ledger, note }: CreditRun): Invoice {
  const { snapshot, register, settings } = ledger.book;
  const currency = currencyCode(note.currency ?? "") ?? settings.currency;
  const corrected = documentsByNumber(register).get(note.corrects ?? "")?.[0];
  return noteAsInvoice(note, {
    catalog: readAgreements(snapshot, unheard).catalog,
    currency,
    digits: minorDigits(currency),
    taxRounding: settings.taxRounding,
    date: note.invoiceDate ?? ledger.asOf,
    correctsDate: corrected?.invoiceDate,
  });
}

/** The sheets to print, the note's first; one whose lines a person has moved apart has none that could add them up. */
function formattedSheets(
  run: CreditRun,
  registerRows: RegisterRows,
  { logo }: ActOptions,
): { readonly numbers: readonly string[]; readonly sheets: readonly PlannedSheet[] } {
  const { ledger, note, rebilled } = run;
  const { snapshot, register, settings } = ledger.book;
  const isOfNote = (index: number) => registerRows.lines[index]?.fields.invoiceNumber === note.invoiceNumber;
  const first = registerRows.lines.findIndex((_, index) => isOfNote(index));
  const isTogether = first >= 0 && note.lines.every((_, index) => isOfNote(first + index));
  const firstLineOf = new Map([...registerRows.firstLineOf, [note.invoiceNumber, FIRST_ROW + first]]);
  const invoices = [...(isTogether ? [printed(run)] : []), ...rebilled];
  const sheets = invoiceSheets({
    snapshot,
    settings,
    register,
    registerRows: { ...registerRows, firstLineOf },
    invoices,
    options: { sheetLimit: Infinity, logo },
  });
  return { numbers: invoices.map(({ number }) => number), sheets };
}

/**
 * What a credit would write, once its figures were found to agree: the note in Invoices and Invoice lines and as a sheet
 * to print, the drafts that bill again, a row of the log.
 */
export function planCredit(run: CreditRun, act: ActOptions): WritePlan {
  const { ledger, note, waited, rebilled, left } = run;
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
  const invoices = invoicesSheet.plan(input);
  const lines = invoiceLinesSheet.plan(input);
  const formatted = formattedSheets(run, rows, act);
  checkCreditTies({
    invoices,
    lines,
    numbers: [note.invoiceNumber, ...rebilled.map(({ number }) => number)],
    formatted: new Map(formatted.numbers.map((number, index) => [number, formatted.sheets[index]!])),
    taxRounding: settings.taxRounding,
    credited: creditedBy(note),
    left,
  });
  const plan = planLogged({
    snapshot,
    planned: [invoices, lines],
    act: logOf(run),
    inputGrids: receivableGrids(ledger.book),
    options: act,
    formatted: formatted.sheets,
  });
  const draftSheet = waited && sheetNamed(snapshot, sheetNameOf(waited.invoiceNumber))?.sheet;
  const isReplaced = formatted.sheets.every(({ name }) => name !== draftSheet);
  return {
    ...plan,
    removedSheets: draftSheet !== undefined && isReplaced && plan.sheets.length > 0 ? [draftSheet] : [],
  };
}
