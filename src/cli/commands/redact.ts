import { randomBytes } from "node:crypto";
import { Command } from "commander";
import { cellAddress, isKnownTable, parseNamedColumns, redactBook, type NamedColumn } from "../../core/api";
import { partsLeftBehind, redactedPackage } from "../../workbook/xlsx/texts/redactPackage";
import { counted } from "../counted";
import { writeCopy } from "../copyFile";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { sha256 } from "../sha256";

interface RedactOptions {
  readonly columns?: string;
  readonly key?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function parseColumns(text: string | undefined): readonly NamedColumn[] {
  if (text === undefined) return [];
  const named = parseNamedColumns(text);
  if (!named || named.length === 0)
    throw new CommandFailure(`--columns ${text}: write tables with columns, such as "Usage: Caller"`);
  const unknown = named.find(({ table }) => !isKnownTable(table));
  if (unknown) throw new CommandFailure(`--columns: there is no table ${unknown.table}`);
  return named;
}

/** So many of what stays behind are named; --json has all. */
const MOST_NAMED = 8;

function droppedText(dropped: readonly string[]): string {
  const more = dropped.length - MOST_NAMED;
  const named = dropped.slice(0, MOST_NAMED).join("; ");
  return `Left out: ${named}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

async function redact(path: string, options: RedactOptions): Promise<void> {
  const columns = parseColumns(options.columns);
  const { snapshot, package: source } = await openWorkbookFile(path);
  const key = options.key ?? randomBytes(16).toString("hex");
  const redaction = redactBook(snapshot, { columns, key, sha256 });
  if (redaction.sheets.length === 0)
    throw new CommandFailure(`${path}: no table of it is understood, so that nothing could be copied`);
  const output = await writeCopy(path, { format: "xlsx" }, "redact", options.out, () =>
    redactedPackage(source, snapshot, redaction),
  );
  const dropped = [...redaction.dropped, ...partsLeftBehind(source)];
  const cards = redaction.cards.map(({ at, masked, scheme }) => ({
    sheet: at.sheet,
    cell: cellAddress(at),
    masked,
    scheme,
  }));
  const lines = [
    ...redaction.columns.map(({ table, column, cells }) => `${table}: ${column}  ${counted(cells, "cell")}`),
    ...(dropped.length > 0 ? [droppedText(dropped)] : []),
    ...(cards.length > 0 ? [`Payment card numbers masked: ${String(cards.length)}`] : []),
    `Written to ${output}; pseudonyms are no anonymity: who knows the customers may tell them by their figures`,
  ];
  report(
    options.json
      ? `${JSON.stringify({ columns: redaction.columns, dropped, cards, output }, null, 2)}\n`
      : `${lines.join("\n")}\n`,
    exitStatus.done,
  );
}

export function redactCommand(): Command {
  return new Command("redact")
    .description("Writes a copy for others: understood tables and columns, personal values as pseudonyms.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .option("--columns <text>", 'more personal columns, as in the setting: "Usage: Caller; Contacts: Phone"')
    .option("--key <text>", "what pseudonyms are made with; default: drawn for each copy")
    .option("--out <file>", "the copy to write; default: out/BOOK-redact.xlsx")
    .addOption(jsonOption())
    .action(redact);
}
