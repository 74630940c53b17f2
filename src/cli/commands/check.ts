import { Command } from "commander";
import { cellAddress, checkBook, type Issue } from "../../core/api";
import { exitStatus } from "../exit";
import { issueJson } from "../json";
import { readBook } from "../openWorkbookFile";
import { parseRunOptions, periodOption } from "../runOptions";

interface CheckOptions {
  readonly period?: string;
  readonly json?: boolean;
}

function line({ at, code, message }: Issue): string {
  return `${at.sheet}!${cellAddress(at)}  ${code}  ${message}`;
}

async function check(path: string, options: CheckOptions): Promise<void> {
  const { snapshot } = await readBook(path);
  const issues = checkBook(snapshot, parseRunOptions(options));
  if (options.json) process.stdout.write(`${JSON.stringify({ issues: issues.map(issueJson) }, null, 2)}\n`);
  else process.stdout.write(issues.map((issue) => `${line(issue)}\n`).join("") || "No issues.\n");
  process.exitCode = issues.some(({ severity }) => severity === "error")
    ? exitStatus.attention
    : exitStatus.done;
}

export function checkCommand(): Command {
  return new Command("check")
    .description("Reads and validates a workbook; prints every issue as Sheet!Cell  CODE  message.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .addOption(periodOption())
    .option("--json", "print one JSON object instead")
    .action(check);
}
