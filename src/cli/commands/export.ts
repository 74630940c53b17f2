import { basename, join, relative, resolve } from "node:path";
import { Command } from "commander";
import {
  cellAddress,
  currencyTotals,
  exportBook,
  exportNamed,
  exports,
  planExport,
  templateRefusal,
  type Export,
  type ExportFile,
  type ExportRun,
} from "../../core/api";
import { bytesOfExport, type ReadFiles } from "../../workbook/formats/exportedFile";
import { counted } from "../counted";
import { chosenBy } from "../documents/chosenDocuments";
import { CommandFailure, exitStatus, type ExitStatus } from "../exit";
import { leftOutJson } from "../json/leftOutJson";
import { totalsJson } from "../json/totalsJson";
import { openWorkbookFile } from "../openWorkbookFile";
import { outputPath } from "../outputPath";
import { issueLines, issuesJson, statusOfIssues } from "../issueLines";
import { actOptions, writeBook } from "../writeBook";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { sha256 } from "../sha256";
import { writeWholeFile } from "../writeWholeFile";

interface ExportOptions {
  readonly to: string;
  readonly invoices?: string;
  readonly drafts?: boolean;
  readonly again?: boolean;
  readonly template?: string;
  readonly out?: string;
  readonly save?: string;
  readonly bom?: boolean;
  readonly raw?: boolean;
  readonly json?: boolean;
}

/** A file of the export with its bytes, ready to be written. */
interface MadeFile extends Pick<ExportFile, "rows" | "documents"> {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const known = exports.map(({ id }) => id).join(", ");

/** The user's blank file of the other system, where the export takes one. */
async function readTemplate(target: Export, path: string | undefined) {
  const takes = target.kind === "documents" ? target.template?.when : undefined;
  if (path !== undefined && !takes)
    throw new CommandFailure(`--template: ${target.id} takes none; leave it out`);
  if (path === undefined) return undefined;
  const template = await openWorkbookFile(path);
  const refusal = templateRefusal(target, template.snapshot);
  if (refusal !== undefined) throw new CommandFailure(`--template ${path}: ${refusal}`);
  return template;
}

function madeFiles(run: ExportRun, out: string, files: ReadFiles): MadeFile[] {
  return run.files.map(({ path, content, rows, documents }) => {
    const bytes = bytesOfExport(content, files);
    const parts = path.split("/");
    return {
      name: basename(path),
      path: join(out, ...parts),
      bytes,
      sha256: sha256([bytes]),
      rows,
      documents,
    };
  });
}

const fileJson = ({ name, path, rows, documents, sha256: hash }: MadeFile) => ({
  name,
  path,
  documents: documents.length,
  rows,
  sha256: hash,
  totals: totalsJson(currencyTotals(documents)),
});

function text(run: ExportRun, files: readonly MadeFile[], output: string): string {
  const lines = [
    ...files.map(({ path, rows, documents }) => {
      const holds = run.logged ? `${counted(documents.length, "document")}, ` : "";
      return `${path}  ${holds}${counted(rows, "row")}`;
    }),
    ...run.leftOut.map(
      ({ invoiceNumber, code, at, message }) =>
        `${invoiceNumber}  ${at.sheet}!${cellAddress(at)}  ${code}  ${message}`,
    ),
    ...(run.already > 0
      ? [`${counted(run.already, "document")} exported before; --again writes them again`]
      : []),
    ...(files.length === 0 ? ["Nothing to export: no file is written"] : []),
    ...(run.logged && output !== "" ? [`Written to ${output}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join("") + issueLines(run.issues);
}

/** Nothing to export and nothing to say about it: the workbook has no such tables. */
function refuseEmpty(path: string, { files, logged }: ExportRun): void {
  const hasDocuments = logged && (logged.source.register.invoicesBound ?? logged.source.register.linesBound);
  if (files.length === 0 && !hasDocuments)
    throw new CommandFailure(`${path}: it holds nothing for this export; ratebook check says what it lacks`);
}

async function exportTables(path: string, options: ExportOptions): Promise<void> {
  const { to, out = join("out", to), json, save } = options;
  const chosenOf = chosenBy(options.invoices);
  const { snapshot, package: source } = await openWorkbookFile(path);
  const holds = chosenOf(snapshot);
  const target = exportNamed(to, snapshot);
  if (!target) throw new CommandFailure(`--to ${to}: there is no such export; there are ${known}`);
  if (typeof target === "string") throw new CommandFailure(`--to ${to}: ${target}`);
  const template = await readTemplate(target, options.template);
  const act = actOptions(undefined, undefined);
  const run = exportBook(target, snapshot, {
    holds,
    withDrafts: options.drafts === true,
    isAgain: options.again === true,
    isRaw: options.raw === true,
    hasBom: options.bom === true,
    when: act.when,
    sha256,
    template: template?.snapshot,
  });
  refuseEmpty(path, run);
  if (!template && target.kind === "documents" && target.template?.when === "needed")
    throw new CommandFailure(
      `--to ${to}: give the blank file of your ${target.title} with --template FILE.xlsx`,
    );
  const files = madeFiles(run, out, { template: template?.package, book: { package: source, snapshot } });
  const hashes = new Map(run.files.map(({ path: name }, index) => [name, files[index]?.sha256 ?? ""]));
  const plan = planExport(run, (name) => hashes.get(name) ?? "", act);
  const book = plan && {
    plan,
    path: await outputPath({
      path: save ?? join(out, basename(path)),
      name: save === undefined ? join(out, basename(path)) : `--save ${save}`,
      reads: [path, ...(options.template === undefined ? [] : [options.template])],
      proposal: basename(path),
      extensions: [".xlsx", ".xlsm"],
    }),
  };
  for (const file of files) await writeWholeFile(file.path, file.bytes);
  if (book) await writeBook(source, book.path, book.plan);
  const output = book
    ? relative(process.cwd(), resolve(save ?? join(out, basename(path))))
    : run.logged
      ? ""
      : out;
  const status: ExitStatus = run.leftOut.length > 0 ? exitStatus.attention : statusOfIssues(run.issues);
  const answer = {
    target: to,
    files: files.map(fileJson),
    leftOut: run.leftOut.map(leftOutJson),
    already: run.already,
    issues: issuesJson(run.issues),
    output,
  };
  report(json ? `${JSON.stringify(answer, null, 2)}\n` : text(run, files, output), status);
}

export function exportCommand(): Command {
  return new Command("export")
    .description("Writes documents or tables as files for other systems, each document once.")
    .argument("<book>", "the workbook (.xlsx or .xlsm), billed or not")
    .requiredOption("--to <id>", `the export: ${known}`)
    .option(
      "--invoices <filter>",
      "which documents: numbers, A..B, Column=value between commas; default: all issued",
    )
    .option("--drafts", "also documents that are not issued yet")
    .option("--again", "also documents that were exported before")
    .option("--template <file>", "the blank .xlsx of the other system, to be filled")
    .option("--out <folder>", "where the files go; default: out/ID")
    .option("--save <file>", "the workbook to write, with Exports and Run log; default: BOOK's name in --out")
    .option("--bom", "begin CSV files with a byte order mark, for Excel")
    .option("--raw", "leave texts that begin like a formula as they are")
    .addOption(jsonOption())
    .action(exportTables);
}
