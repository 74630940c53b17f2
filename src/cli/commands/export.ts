import { basename, join } from "node:path";
import { Command } from "commander";
import { exportBook, exports, findExport } from "../../core/api";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { sha256 } from "../sha256";
import { writeWholeFile } from "../writeWholeFile";

interface ExportOptions {
  readonly to: string;
  readonly out?: string;
  readonly json?: boolean;
}

const known = exports.map(({ id }) => id).join(", ");

async function exportTables(path: string, { to, out = join("out", to), json }: ExportOptions): Promise<void> {
  const target = findExport(to);
  if (!target) throw new CommandFailure(`--to ${to}: there is no such export; there are ${known}`);
  const { snapshot } = await openWorkbookFile(path);
  const files = [];
  for (const { path: name, text, rows } of exportBook(target, snapshot)) {
    const file = join(out, ...name.split("/"));
    await writeWholeFile(file, new TextEncoder().encode(text));
    files.push({ name: basename(name), path: file, rows, sha256: sha256([text]) });
  }
  if (files.length === 0)
    throw new CommandFailure(
      `${path}: it holds nothing for this export; ratebook check says what it lacks`,
    );
  const lines = files.map((file) => `${file.path}  ${String(file.rows)} ${file.rows === 1 ? "row" : "rows"}`);
  report(
    json ? `${JSON.stringify({ target: to, files, output: out }, null, 2)}\n` : `${lines.join("\n")}\n`,
    exitStatus.done,
  );
}

export function exportCommand(): Command {
  return new Command("export")
    .description("Writes the workbook's tables as files for other systems.")
    .argument("<book>", "the workbook (.xlsx or .xlsm), billed or not")
    .requiredOption("--to <id>", `the export: ${known}`)
    .option("--out <folder>", "where the files go; default: out/ID")
    .addOption(jsonOption())
    .action(exportTables);
}
