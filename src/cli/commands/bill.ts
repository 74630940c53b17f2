import { join } from "node:path";
import { Command, Option } from "commander";
import { billBook, sheetsHelp, type BillOptions } from "../bill/billBook";
import { billFolder } from "../bill/billFolder";
import { workersOption } from "../bill/workers";
import { billJson } from "../json/billJson";
import { report } from "../report";
import { asOfOption, jsonOption, keepUsageOption, periodOption, usageOption } from "../runOptions";
import { runStatus } from "../runStatus";
import { fileAt } from "../sameFile";
import { summary } from "../summary";
import { writeWholeFile } from "../writeWholeFile";

/** What `bill` takes without a workbook: the example that comes with Ratebook. */
const EXAMPLE = join(__dirname, "..", "..", "examples", "harbour.xlsx");

async function bill(
  path: string | undefined,
  options: BillOptions & { readonly workers?: number },
): Promise<void> {
  const bookPath = path ?? EXAMPLE;
  if ((await fileAt(bookPath).catch(() => undefined))?.isDirectory()) {
    await billFolder(bookPath, options);
    return;
  }
  const { run, planned, output, pieces } = await billBook(bookPath, options);
  await writeWholeFile(output.path, pieces);
  report(
    options.json
      ? `${JSON.stringify(billJson(run, output.shown, planned.beside), null, 2)}\n`
      : summary(run, planned, output.shown),
    runStatus(run),
  );
}

export function billCommand(): Command {
  return new Command("bill")
    .description(
      "Bills a period: writes a new workbook with invoices, lines, a reconciliation and every issue; of a folder one for each of its workbooks, and a register of them.",
    )
    .argument(
      "[book]",
      "the workbook (.xlsx or .xlsm), or a folder of workbooks; default: the bundled example",
    )
    .addOption(periodOption())
    .addOption(asOfOption())
    .option(
      "--out <file>",
      "the workbook to write; default: out/BOOK-PERIOD.xlsx, or .xlsm; for a folder the folder, default: out/FOLDER",
    )
    .addOption(usageOption())
    .addOption(keepUsageOption())
    .option("--number", "give final invoice numbers and the status Issued, as far as the Policy allows")
    .option("--by <name>", "who bills; default: who runs it")
    .addOption(new Option("--sheets <number>", sheetsHelp))
    .addOption(workersOption())
    .addOption(jsonOption("instead of the summary"))
    .action(bill);
}
