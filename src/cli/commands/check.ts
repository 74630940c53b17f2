import { Command } from "commander";
import { cellAddress, checkBook, type Issue } from "../../core/api";
import { exitStatus } from "../exit";
import { issueJson, notReadJson } from "../json";
import { notReadLines } from "../notRead";
import { readBook } from "../openWorkbookFile";
import { parseRunOptions, periodOption } from "../runOptions";
import { withUsageFiles } from "../usageFiles";

interface CheckOptions {
  readonly period?: string;
  readonly usage?: readonly string[];
  readonly json?: boolean;
}

function line({ at, code, message }: Issue): string {
  return `${at.sheet}!${cellAddress(at)}  ${code}  ${message}`;
}

async function check(path: string, options: CheckOptions): Promise<void> {
  const book = await readBook(path);
  const { snapshot } = await withUsageFiles(book.snapshot, options.usage ?? []);
  const { issues, notRead } = checkBook(snapshot, parseRunOptions(options));
  const result = { issues: issues.map(issueJson), notRead: notReadJson(notRead) };
  if (options.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else {
    const lines = [...issues.map(line), ...notReadLines(notRead)];
    process.stdout.write(lines.map((each) => `${each}\n`).join("") || "No issues.\n");
  }
  process.exitCode = issues.some(({ severity }) => severity === "error")
    ? exitStatus.attention
    : exitStatus.done;
}

export function checkCommand(): Command {
  return new Command("check")
    .description("Reads and validates a workbook; prints every issue as Sheet!Cell  CODE  message.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .addOption(periodOption())
    .option("--usage <file...>", "CSV files whose rows are checked with those of Usage")
    .option("--json", "print one JSON object instead")
    .action(check);
}
