import { randomBytes } from "node:crypto";
import { Command } from "commander";
import { eraseCustomer, planErase, type Erasure } from "../../core/api";
import { partsLeftBehind } from "../../workbook/xlsx/texts/redactPackage";
import { counted } from "../counted";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { actOptions, chooseBook, writeBook } from "../writeBook";
import { report } from "../report";
import { asOfOption, jsonOption, parseRunOptions } from "../runOptions";
import { sha256 } from "../sha256";

interface EraseOptions {
  readonly customer: string;
  readonly reason: string;
  readonly key?: string;
  readonly by?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function text(
  { customerId, columns, kept }: Erasure,
  notSearched: readonly string[],
  output: string,
): string {
  const named = ({ table, column }: Erasure["columns"][number]) =>
    column === "" ? table : `${table}: ${column}`;
  const lines = [
    `${customerId} is a pseudonym from here on`,
    ...columns.map((each) => `  ${named(each)}  ${counted(each.cells, "cell")}`),
    ...kept.map(({ table, rows }) => `  ${table}  ${counted(rows, "row")} kept`),
    ...(notSearched.length > 0 ? [`Not searched, look yourself: ${notSearched.join(", ")}`] : []),
    `Written to ${output}; destroy earlier copies, they still hold the names`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

async function erase(path: string, options: EraseOptions): Promise<void> {
  const reason = options.reason.trim();
  if (reason === "") throw new CommandFailure("--reason: say why, such as the request and its date");
  const { asOf } = parseRunOptions(options.asOf === undefined ? {} : { asOf: options.asOf });
  const { snapshot, package: source } = await openWorkbookFile(path);
  const write = actOptions(asOf, options.by?.trim());
  const key = options.key ?? randomBytes(16).toString("hex");
  const result = eraseCustomer(snapshot, options.customer, { key, sha256, day: write.when.day });
  if (!result.ok) throw new CommandFailure(`${path}: ${result.reason}`);
  const { erasure } = result;
  const output = await chooseBook(path, source, { suffix: "erase", out: options.out });
  await writeBook(source, output.path, planErase(snapshot, erasure, reason, write));
  const { customerId, columns, kept } = erasure;
  const notSearched = partsLeftBehind(source);
  report(
    options.json
      ? `${JSON.stringify({ customerId, columns, kept, notSearched, output: output.shown }, null, 2)}\n`
      : text(erasure, notSearched, output.shown),
    exitStatus.done,
  );
}

export function eraseCommand(): Command {
  return new Command("erase")
    .description(
      "Replaces what is personal of a former customer by pseudonyms, but in issued documents and the logs, which have to be kept.",
    )
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .requiredOption("--customer <id>", "whose data")
    .requiredOption("--reason <text>", "why, kept in the Run log; do not name the person")
    .option("--key <text>", "what pseudonyms are made with; default: drawn and forgotten")
    .option("--by <name>", "who erases; default: who runs it")
    .addOption(asOfOption("now"))
    .option("--out <file>", "the workbook to write; default: out/BOOK-erase.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(erase);
}
