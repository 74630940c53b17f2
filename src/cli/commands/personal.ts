import { basename, extname, join } from "node:path";
import { Command } from "commander";
import { cellAddress, customerFiles } from "../../core/api";
import { counted } from "../counted";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";
import { writeWholeFile } from "../writeWholeFile";

interface PersonalOptions {
  readonly customer: string;
  readonly out?: string;
  readonly json?: boolean;
}

async function personal(path: string, { customer, out, json }: PersonalOptions): Promise<void> {
  const { snapshot } = await openWorkbookFile(path);
  const found = customerFiles(snapshot, customer);
  if (!found) throw new CommandFailure(`${path}: there is no customer ${customer}`);
  const folderName = `${basename(path, extname(path))}-personal-${found.customerId.replace(/[^\w-]/g, "_")}`;
  const output = out ?? join("out", folderName);
  const files = [];
  for (const { path: name, text, rows, table } of found.files) {
    const file = join(output, name);
    await writeWholeFile(file, new TextEncoder().encode(text));
    files.push({ path: file, table, rows });
  }
  const mentions = found.mentions.map((at) => ({ sheet: at.sheet, cell: cellAddress(at) }));
  const lines = [
    ...files.map((file) => `${file.path}  ${counted(file.rows, "row")}`),
    ...mentions.map(
      ({ sheet, cell }) => `${sheet}!${cell}  names the customer as well; look whether it is about it`,
    ),
  ];
  report(
    json
      ? `${JSON.stringify({ customerId: found.customerId, files, mentions, output }, null, 2)}\n`
      : lines.map((line) => `${line}\n`).join(""),
    exitStatus.done,
  );
}

export function personalCommand(): Command {
  return new Command("personal")
    .description("Writes everything that a workbook holds about a customer as files, to hand over.")
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .requiredOption("--customer <id>", "whose data")
    .option("--out <folder>", "where the files go; default: out/BOOK-personal-ID")
    .addOption(jsonOption())
    .action(personal);
}
