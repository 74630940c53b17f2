import { Command } from "commander";
import {
  creditedBy,
  creditInvoice,
  formatDay,
  formatMoney,
  nextAct,
  openReview,
  planCredit,
  typedAmount,
  type CreditRun,
  type Decimal,
} from "../../core/api";
import { CommandFailure } from "../exit";
import { creditJson } from "../json/creditJson";
import { logoFor } from "../logo";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { ledgerOfFile } from "../receivables/ledgerFile";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { refuseOvertaken } from "../review/refuseOvertaken";
import { asOfOption, jsonOption, namedUsageOption, parseRunOptions } from "../runOptions";
import { sha256 } from "../sha256";
import { userName } from "../userName";

interface CreditCommandOptions {
  readonly usage?: readonly string[];
  readonly line?: string;
  readonly amount?: string;
  readonly reason?: string;
  readonly rebill?: boolean;
  readonly by?: string;
  readonly approvedBy?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function parseLine(line: string | undefined): number | undefined {
  if (line === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(line)) return Number(line);
  throw new CommandFailure(`--line ${line}: write the number of a line, such as 2`);
}

function parseAmount(amount: string | undefined): Decimal | undefined {
  if (amount === undefined) return undefined;
  const value = typedAmount(amount);
  if (value) return value;
  throw new CommandFailure(`--amount ${amount}: write a net amount above 0, such as 125.50`);
}

/** What cannot be asked for together. */
function checkOptions({ line, amount, reason, rebill, approvedBy }: CreditCommandOptions): void {
  if (rebill && (line !== undefined || amount !== undefined))
    throw new CommandFailure("--rebill credits all that is left: leave --line and --amount out");
  if (rebill && reason !== undefined)
    throw new CommandFailure("--rebill gives the reason code REBILL: leave --reason out");
  if (approvedBy?.trim() === "") throw new CommandFailure("--approved-by: write the name of a person");
}

function creditText({ note, left, rebilled }: CreditRun): string {
  const { currency = "", corrects = "", invoiceNumber, status } = note;
  const { net, tax } = creditedBy(note);
  const show = (amount: Decimal) => formatMoney(amount, currency);
  const waits = status === "issued" ? "" : ", which waits for approval";
  return [
    `Credit note ${invoiceNumber}${waits}: ${currency} ${show(net.plus(tax))} of ${corrects} `,
    `(net ${show(net)}, tax ${show(tax)}); left: net ${show(left.net)}, tax ${show(left.tax)}\n`,
    ...rebilled.map(({ number, total }) => `Billed again: ${number}, ${currency} ${show(total)}\n`),
  ].join("");
}

async function credit(path: string, number: string, options: CreditCommandOptions): Promise<void> {
  checkOptions(options);
  const { line, amount, reason, rebill = false } = options;
  const by = options.by?.trim() ?? userName();
  const approvedBy = options.approvedBy?.trim();
  const day = parseRunOptions(options.asOf === undefined ? {} : { asOf: options.asOf }).asOf;
  const shares = { line: parseLine(line), amount: parseAmount(amount) };
  const {
    issues: found,
    ledger,
    file,
  } = await ledgerOfFile(
    path,
    options.asOf,
    // What is billed again is rated from all usage.
    { usageFiles: "if at hand", usage: options.usage },
  );
  const act = actOptions(day, by);
  const result = creditInvoice(ledger, {
    ...shares,
    number,
    reasonCode: reason,
    isRebill: rebill,
    by,
    approvedBy,
    when: act.when,
    runId: nextAct(ledger.book.snapshot),
    opened: openReview(file.snapshot, sha256),
  });
  if (!result.ok) throw new CommandFailure(result.reason);
  const { run } = result;
  const output = await chooseBook(path, file.package, { suffix: "credit", out: options.out });
  const { settings, snapshot } = ledger.book;
  const logo = await logoFor(settings.logo, path, snapshot.pictures.length > 0);
  const plan = planCredit(run, { ...act, logo });
  if (run.note.isFinal) await refuseOvertaken(path, file);
  await writeBook(file.package, output.path, plan);
  const issues = [...found, ...run.issues, ...run.logIssues];
  const answer = {
    asOf: formatDay(ledger.asOf),
    credit: creditJson(run),
    issues: issuesJson(issues),
    output: output.shown,
  };
  report(
    options.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${creditText(run)}${issueLines(issues)}Written to ${output.shown}\n`,
    statusOfIssues(issues),
  );
}

export function creditCommand(): Command {
  return new Command("credit")
    .description(
      "Credits an invoice, a line of it or an amount; issues a credit note that waited for approval.",
    )
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .argument("<invoice>", "the issued invoice, or the DRAFT- key of a credit note that waits for approval")
    .option("--line <number>", "the line to credit; default: the whole invoice")
    .option("--amount <net>", "the net amount to credit; default: all that is left")
    .option("--reason <code>", "why: a reason code")
    .option("--rebill", "credit all that is left with the reason REBILL, and bill contract and period again")
    .option("--by <name>", "who makes it; default: who runs it")
    .option(
      "--approved-by <name>",
      "who approves it: needed above the Approval limit of Settings, or with a Policy",
    )
    .addOption(asOfOption("the last day of Invoices, Payments and Applications"))
    .addOption(namedUsageOption())
    .option("--out <file>", "the workbook to write; default: out/BOOK-credit.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(credit);
}
