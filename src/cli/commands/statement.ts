import { basename, extname } from "node:path";
import { Command } from "commander";
import {
  formatDay,
  formatMoney,
  parseIsoDay,
  printStatements,
  reportPlan,
  statementSheets,
  statementsOf,
  statementTypes,
  type Statement,
} from "../../core/api";
import { statusOf, tellText } from "../documents/answer";
import { pdfOption, writeLedgerPapers } from "../documents/ledgerPapers";
import { CommandFailure } from "../exit";
import { statementJson } from "../json/statementJson";
import { issuesJson } from "../issueLines";
import { ledgerOfFile, writeReport } from "../receivables/ledgerFile";
import { report } from "../report";
import { asOfOption, jsonOption } from "../runOptions";
import { textTable } from "../textTable";

interface StatementOptions {
  readonly asOf?: string;
  readonly customer?: string;
  readonly from?: string;
  readonly out?: string;
  readonly pdf?: string;
  readonly json?: boolean;
}

function statementText({ customerId, customerName, currency, rows }: Statement): string {
  const columns = [
    ...["Date", "Type", "Document"].map((title) => ({ title })),
    ...["Debit", "Credit", "Balance"].map((title) => ({ title, isFigure: true })),
  ];
  const lines = rows.map(({ date, type, document, debit, credit, balance }) => [
    formatDay(date),
    statementTypes[type],
    document,
    ...[debit, credit, balance].map((amount) => (amount ? formatMoney(amount, currency) : "")),
  ]);
  return `${customerId} ${customerName}, ${currency}\n${textTable(columns, lines)}\n`;
}

async function statement(path: string, options: StatementOptions): Promise<void> {
  const { asOf, customer, from, out, pdf, json } = options;
  const first = from === undefined ? undefined : parseIsoDay(from);
  if (from !== undefined && first === undefined)
    throw new CommandFailure(`--from ${from}: write a date like 2026-10-01`);
  const { ledger, issues: found } = await ledgerOfFile(path, asOf);
  const statements = statementsOf(ledger, customer, first);
  if (customer !== undefined && statements.length === 0)
    throw new CommandFailure(
      `--customer ${customer}: it has no document and no payment up to ${formatDay(ledger.asOf)}`,
    );
  const proposal = `${basename(path, extname(path))}-statement.xlsx`;
  const output = await writeReport(path, out, proposal, () => reportPlan(statements, statementSheets));
  const print = () => printStatements(ledger, statements);
  const papers = await writeLedgerPapers(pdf, print, ledger.book.snapshot, path);
  const issues = [...found, ...papers.issues];
  const answer = {
    asOf: formatDay(ledger.asOf),
    statements: statements.map(statementJson),
    issues: issuesJson(issues),
    output,
    ...papers.json,
  };
  const written = output === "" ? "" : `Written to ${output}\n`;
  report(
    json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${statements.map(statementText).join("")}${tellText(papers.leftOut, issues)}${papers.lines}${written}`,
    statusOf(papers.leftOut, issues),
  );
}

export function statementCommand(): Command {
  return new Command("statement")
    .description("What each customer owes and how it came to it, row by row.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .option("--customer <id>", "of one customer; default: all")
    .option("--from <date>", "the first day; what was before is the opening balance")
    .addOption(asOfOption("the last day of Invoices, Payments and Applications"))
    .option("--out <file>", "a workbook to write with the statements")
    .addOption(pdfOption("each statement"))
    .addOption(jsonOption())
    .action(statement);
}
