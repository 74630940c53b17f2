import { basename, extname } from "node:path";
import { Command } from "commander";
import {
  formatDay,
  formatMoney,
  groupBy,
  heldReasons,
  mailMerge,
  nextAct,
  planReminders,
  printReminders,
  remindCustomers,
  remindersPlan,
  sum,
  type RemindersRun,
} from "../../core/api";
import { counted } from "../counted";
import { statusOf, tellText } from "../documents/answer";
import { pdfOption, writeLedgerPapers } from "../documents/ledgerPapers";
import { remindersJson } from "../json/remindersJson";
import { issuesJson } from "../issueLines";
import { ledgerOfFile, writeReport } from "../receivables/ledgerFile";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { asOfOption, jsonOption, parseRunOptions } from "../runOptions";
import { textTable } from "../textTable";
import { writeWholeFile } from "../writeWholeFile";

interface RemindOptions {
  readonly asOf?: string;
  readonly accept?: boolean;
  readonly csv?: string;
  readonly pdf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** What all reminders of a currency ask for. */
function totalLines(reminders: RemindersRun["reminders"]): string {
  return [...groupBy(reminders, ({ row }) => row.currency ?? "")]
    .map(([currency, rows]) => {
      const amountDue = sum(rows.flatMap(({ row }) => row.amountDue ?? []));
      return `${counted(rows.length, "reminder")}, ${currency} ${formatMoney(amountDue, currency)}\n`;
    })
    .join("");
}

/** Invoices that are named of a reason; `--json` and the workbook have all. */
const SHOWN_HELD = 10;

/** Held, Waiting: 31 invoices, INV-1, INV-2 and 29 more. */
function heldLine(reason: string, items: RemindersRun["held"]): string {
  const shown = items.slice(0, SHOWN_HELD).map(({ invoiceNumber }) => invoiceNumber);
  const more = items.length > shown.length ? ` and ${String(items.length - shown.length)} more` : "";
  return `Held, ${reason}: ${shown.join(", ")}${more}\n`;
}

function remindersText({ ledger, reminders, held }: RemindersRun): string {
  const columns = ["Customer", "Level", "Invoices", "Overdue", "Amount due"].map((title, index) => ({
    title,
    isFigure: index > 2,
  }));
  const rows = reminders.map(({ row }) => {
    const money = (amount = row.overdue) =>
      amount ? `${row.currency ?? ""} ${formatMoney(amount, row.currency ?? "")}` : "";
    return [
      row.customerName ?? "",
      String(row.level ?? ""),
      row.invoices ?? "",
      money(),
      money(row.amountDue),
    ];
  });
  const shown = rows.length > 0 ? textTable(columns, rows) : "None is due.\n";
  return [
    `Reminders as of ${formatDay(ledger.asOf)}\n`,
    shown,
    totalLines(reminders),
    ...[...groupBy(held, ({ reason }) => reason)].map(([reason, items]) =>
      heldLine(heldReasons[reason], items),
    ),
  ].join("");
}

async function remind(path: string, options: RemindOptions): Promise<void> {
  const { asOf, accept, csv, pdf, out, json } = options;
  const day = parseRunOptions(asOf === undefined ? {} : { asOf }).asOf;
  const { ledger, issues: found, file } = await ledgerOfFile(path, asOf);
  const { snapshot } = ledger.book;
  const run = remindCustomers(ledger, accept ? { runId: nextAct(snapshot) } : undefined);
  const inBook = async (): Promise<string> => {
    const target = await chooseBook(path, file.package, { suffix: "remind", out });
    await writeBook(file.package, target.path, planReminders(run, actOptions(day, undefined)));
    return target.shown;
  };
  const alone = () =>
    writeReport(path, out, `${basename(path, extname(path))}-remind.xlsx`, () => remindersPlan(run));
  const output = await (accept ? inBook() : alone());
  if (csv !== undefined) {
    const text = mailMerge(run.reminders.map(({ row }) => row));
    await writeWholeFile(csv, new TextEncoder().encode(text));
  }
  const print = () => printReminders(ledger, run.reminders);
  const papers = await writeLedgerPapers(pdf, print, snapshot, path);
  const issues = [...found, ...papers.issues];
  const answer = {
    asOf: formatDay(ledger.asOf),
    ...remindersJson(run),
    issues: issuesJson(issues),
    output,
    ...papers.json,
  };
  const written = output === "" ? "" : `Written to ${output}\n`;
  report(
    json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${remindersText(run)}${tellText(papers.leftOut, issues)}${papers.lines}${written}`,
    statusOf(papers.leftOut, issues),
  );
}

export function remindCommand(): Command {
  return new Command("remind")
    .description("Prepares reminders by level, with fee, interest and text; --accept keeps them as sent.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .option("--accept", "write them as Sent rows into the workbook: their history")
    .option("--csv <file>", "a file for a mail merge to write")
    .addOption(pdfOption("each reminder"))
    .addOption(asOfOption("the last day of Invoices, Payments and Applications"))
    .option("--out <file>", "the workbook to write; with --accept by default out/BOOK-remind.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(remind);
}
