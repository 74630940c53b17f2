import { Command } from "commander";
import { cellAddress, checkBook, type Issue } from "../../core/api";
import { exitStatus } from "../exit";
import { issueJson } from "../json/issueJson";
import { notReadJson } from "../json/notReadJson";
import { notReadLines } from "../notRead";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { jsonOption, keepUsageOption, parseRunOptions, periodOption, usageOption } from "../runOptions";
import { sha256 } from "../sha256";
import { withUsageFiles } from "../usage/usageFiles";
import { userName } from "../userName";

interface CheckOptions {
  readonly period?: string;
  readonly usage?: readonly string[];
  readonly keepUsage?: boolean;
  readonly json?: boolean;
}

function line({ at, code, message }: Issue): string {
  return `${at.sheet}!${cellAddress(at)}  ${code}  ${message}`;
}

async function check(path: string, options: CheckOptions): Promise<void> {
  const runOptions = parseRunOptions(options);
  const book = await openWorkbookFile(path);
  const { snapshot } = await withUsageFiles(book.snapshot, path, options);
  const { issues, notRead } = checkBook(snapshot, { ...runOptions, review: { by: userName(), sha256 } });
  const text = options.json
    ? `${JSON.stringify({ issues: issues.map(issueJson), notRead: notRead.map(notReadJson) }, null, 2)}\n`
    : [...issues.map(line), ...notReadLines(notRead)].map((printed) => `${printed}\n`).join("") ||
      "No issues.\n";
  report(text, issues.some(({ severity }) => severity === "error") ? exitStatus.attention : exitStatus.done);
}

export function checkCommand(): Command {
  return new Command("check")
    .description("Reads and validates a workbook; prints every issue as Sheet!Cell  CODE  message.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .addOption(periodOption())
    .addOption(usageOption())
    .addOption(keepUsageOption())
    .addOption(jsonOption())
    .action(check);
}
