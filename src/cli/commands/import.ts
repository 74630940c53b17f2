import { basename } from "node:path";
import { Command } from "commander";
import { importNamed, imports, planImport, type Imported } from "../../core/api";
import { decodeText } from "../../workbook/formats/csv/decodeText";
import { readDataFile } from "../../workbook/formats/readDataFile";
import { CommandFailure, exitStatus } from "../exit";
import { findingJson } from "../json/findingJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { readBytes } from "../readBytes";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { jsonOption } from "../runOptions";

interface ImportOptions {
  readonly from: string;
  readonly table?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const known = imports.map(({ id }) => id).join(", ");

function text({ rows, added, leftOut, findings, issues }: Imported, output: string): string {
  const lines = [
    `${String(rows)} rows read`,
    ...added.map(({ table, rows: count }) => `${table}: ${String(count)} added`),
    ...leftOut.map(({ reason, rows: count }) => `${String(count)} ${reason}`),
    ...findings.map(({ code, contractId, cause }) => `${code}  ${contractId}  ${cause}`),
    output === "" ? "Nothing to add: no file is written" : `Written to ${output}`,
  ];
  return lines.map((line) => `${line}\n`).join("") + issueLines(issues);
}

async function importFile(path: string, file: string, options: ImportOptions): Promise<void> {
  const { from, table, out, json } = options;
  const { snapshot, package: parts } = await openWorkbookFile(path);
  const source = importNamed(from, snapshot);
  if (!source) throw new CommandFailure(`--from ${from}: there is no such import; there are ${known}`);
  const bytes = await readBytes(file);
  const name = basename(file);
  const read = readDataFile(bytes, name);
  const result = source.read({
    snapshot,
    file: { name, text: decodeText(bytes), grid: read.ok ? read.grid : undefined, table },
  });
  if (!result.ok) throw new CommandFailure(`${file}: ${result.reason}`);
  const { imported } = result;
  const act = actOptions(undefined, undefined);
  const plan = planImport(source, name, imported, snapshot, act);
  const target = plan && (await chooseBook(path, parts, { suffix: "import", out, reads: [file] }));
  if (plan && target) await writeBook(parts, target.path, plan);
  const output = target?.shown ?? "";
  const answer = {
    source: from,
    rows: imported.rows,
    added: imported.added,
    leftOut: imported.leftOut,
    findings: imported.findings.map(findingJson),
    issues: issuesJson(imported.issues),
    output,
  };
  report(
    json ? `${JSON.stringify(answer, null, 2)}\n` : text(imported, output),
    imported.findings.length > 0 ? exitStatus.attention : statusOfIssues(imported.issues),
  );
}

export function importCommand(): Command {
  return new Command("import")
    .description("Adds rows that files of other systems bring; the same file again adds nothing.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .argument("<file>", "the file of the other system")
    .requiredOption("--from <id>", `the import: ${known}`)
    .option("--table <name>", "the table of its rows; default: the file's name")
    .option("--out <file>", "the workbook to write; default: out/BOOK-import.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(importFile);
}
