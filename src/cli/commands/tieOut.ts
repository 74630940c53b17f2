import { basename, extname } from "node:path";
import { Command } from "commander";
import {
  fileFindingsSheet,
  findTieOut,
  formatDay,
  formatMoney,
  reportPlan,
  tieOutBook,
  tieOuts,
} from "../../core/api";
import { readDataFile } from "../../workbook/formats/readDataFile";
import { CommandFailure, exitStatus } from "../exit";
import { findingJson } from "../json/findingJson";
import { numberJson } from "../json/numberJson";
import { readBytes } from "../readBytes";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { ledgerOfFile, writeReport } from "../receivables/ledgerFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";

interface TieOutOptions {
  readonly from: string;
  readonly asOf: string;
  readonly out?: string;
  readonly json?: boolean;
}

const known = tieOuts.map(({ id }) => id).join(", ");

async function tieOut(path: string, file: string, { from, asOf, out, json }: TieOutOptions): Promise<void> {
  const source = findTieOut(from);
  if (!source) throw new CommandFailure(`--from ${from}: there is no such list; there are ${known}`);
  const opened = await ledgerOfFile(path, asOf);
  const read = readDataFile(await readBytes(file), basename(file));
  if (!read.ok) throw new CommandFailure(`${file}: ${read.failure.message}`);
  const tied = tieOutBook(opened, source, read.grid);
  if (!tied.ok) throw new CommandFailure(`${file}: ${tied.reason}`);
  const { matched, findings, totals } = tied.tie;
  const issues = [...opened.issues, ...tied.issues];
  const proposal = `${basename(path, extname(path))}-tie-out.xlsx`;
  const output = await writeReport(path, out, proposal, () => reportPlan(findings, [fileFindingsSheet]));
  const answer = {
    source: from,
    asOf: formatDay(opened.ledger.asOf),
    matched,
    findings: findings.map(findingJson),
    totals: totals.map(({ currency, ours, theirs, difference }) => ({
      currency,
      ours: numberJson(ours),
      theirs: numberJson(theirs),
      difference: numberJson(difference),
    })),
    issues: issuesJson(issues),
    output,
  };
  const lines = [
    `${String(matched)} items agree as of ${answer.asOf}`,
    ...findings.map(({ code, invoiceNumber, difference, currency, cause }) =>
      [code, invoiceNumber, `${currency} ${formatMoney(difference, currency)}: ${cause}`].join("  "),
    ),
    ...totals.map(({ currency, ours, theirs, difference }) => {
      const [mine, their, apart] = [ours, theirs, difference].map((amount) => formatMoney(amount, currency));
      return `${currency}  ours ${mine!}, theirs ${their!}, difference ${apart!}`;
    }),
    ...(output === "" ? [] : [`Written to ${output}`]),
  ];
  report(
    json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : lines.map((line) => `${line}\n`).join("") + issueLines(issues),
    findings.length > 0 ? exitStatus.attention : statusOfIssues(issues),
  );
}

export function tieOutCommand(): Command {
  return new Command("tie-out")
    .description("Compares what is open with the list of another system, item by item.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .argument("<file>", "the list of open items, as CSV")
    .requiredOption("--from <id>", `the list: ${known}`)
    .requiredOption("--as-of <date>", "the day of the list, yyyy-mm-dd")
    .option("--out <file>", "a workbook to write with the findings")
    .addOption(jsonOption())
    .action(tieOut);
}
