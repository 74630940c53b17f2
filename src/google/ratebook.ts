import manifest from "../../package.json";
import {
  billPeriod,
  cellAddress,
  checkBook,
  currencyTotals,
  formatMoney,
  formatPeriod,
  parametersText,
  parseIsoDay,
  planWrites,
  sortIssues,
  type BillingRun,
  type Issue,
  type Snapshot,
} from "../core/api";
import { GooglePort } from "../workbook/google/googlePort";
import type { PortFailure, PortResult } from "../workbook/port/port";
import "./appsScript";
import { sha256 } from "./sha256";

const TITLE = "Ratebook";
/** As many lines as a message shows without scrolling. */
const SHOWN = 12;
const SHEETS = 50;

const say = (text: string): void => {
  const ui = SpreadsheetApp.getUi();
  ui.alert(TITLE, text, ui.ButtonSet.OK);
};

class Failed extends Error {
  constructor({ message, details = "" }: PortFailure) {
    super(details === "" ? message : `${message}\n\n${details}`);
  }
}

function valueOf<Value>(result: PortResult<Value>): Value {
  if (result.ok) return result.value;
  throw new Failed(result.failure);
}

const openPort = (): GooglePort =>
  new GooglePort({
    spreadsheet: SpreadsheetApp.getActiveSpreadsheet(),
    formatDate: (date, timeZone, format) => Utilities.formatDate(date, timeZone, format),
    linkedText: (text, url) => SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl(url).build(),
    choiceRule: (choices) =>
      SpreadsheetApp.newDataValidation().requireValueInList(choices, true).setAllowInvalid(true).build(),
    chartTypes: Charts.ChartType,
  });

/** Now, by the clock of the spreadsheet. */
function now(): { readonly day: number; readonly time: number } {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const text = Utilities.formatDate(new Date(), timeZone, "yyyy-MM-dd'T'HH:mm:ss");
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(":").map(Number);
  return { day: parseIsoDay(text.slice(0, 10))!, time: (hours * 3600 + minutes * 60 + seconds) / 86_400 };
}

const person = (): string => Session.getActiveUser().getEmail() || "Google Sheets";
const review = () => ({ by: person(), sha256 });

function issueLines(issues: readonly Issue[]): string {
  const told = sortIssues(issues).filter(({ severity }) => severity !== "info");
  const lines = told.slice(0, SHOWN).map(({ at, message }) => `${at.sheet}!${cellAddress(at)}  ${message}`);
  if (told.length > SHOWN) lines.push(`… and ${String(told.length - SHOWN)} more`);
  return lines.length === 0 ? "No issues." : lines.join("\n");
}

function summaryOf(run: BillingRun): string {
  const totals = currencyTotals(run.invoices).map(
    ({ currency, total }) => `${currency} ${formatMoney(total, currency)}`,
  );
  const documents = `${formatPeriod(run.book.period)}: ${String(run.invoices.length)} documents`;
  const held = run.held.length === 0 ? [] : [`${String(run.held.length)} held; see the sheet Issues.`];
  return [documents, ...totals, ...held].join("\n");
}

async function withMessage(act: () => Promise<string>): Promise<void> {
  try {
    say(await act());
  } catch (reason) {
    say(reason instanceof Error ? reason.message : String(reason));
  }
}

function planOf(snapshot: Snapshot, giveNumbers: boolean) {
  const billed = billPeriod(snapshot, { period: undefined, asOf: undefined, giveNumbers, review: review() });
  if (!billed.ok) throw new Error(billed.reason);
  const { run } = billed;
  if (run.closedPeriod !== undefined)
    throw new Error(`${run.closedPeriod} is closed and not billed any more.`);
  const { plan } = planWrites(run, snapshot, {
    when: now(),
    who: person(),
    engineVersion: manifest.version,
    sha256,
    parameters: parametersText(run, giveNumbers),
    sheetLimit: SHEETS,
    logo: undefined,
  });
  return { run, plan };
}

async function billBook(giveNumbers: boolean): Promise<string> {
  const port = openPort();
  const before = valueOf(await port.read());
  const { run, plan } = planOf(before, giveNumbers);
  valueOf(await port.apply(plan, before));
  return summaryOf(run);
}

/** Puts the menu beside those of Google; called when the spreadsheet is opened. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu(TITLE)
    .addItem("Check", "ratebookCheck")
    .addItem("Bill: write drafts", "ratebookBill")
    .addItem("Bill: give numbers", "ratebookBillAndNumber")
    .addToUi();
}

/** Says what is wrong with the tables, cell by cell. */
export const ratebookCheck = (): Promise<void> =>
  withMessage(async () => {
    const snapshot = valueOf(await openPort().read());
    const { issues } = checkBook(snapshot, {
      period: undefined,
      asOf: undefined,
      giveNumbers: false,
      review: review(),
    });
    return issueLines(issues);
  });

/** Bills the latest period that has usage, as drafts. */
export const ratebookBill = (): Promise<void> => withMessage(() => billBook(false));

/** Bills it with final numbers, as far as the policy of the workbook allows. */
export const ratebookBillAndNumber = (): Promise<void> => withMessage(() => billBook(true));
