import { Command } from "commander";
import { cardFinderOf, cardsInCells, cellAddress } from "../../core/api";
import { cardsBeside, maskCards } from "../../workbook/xlsx/texts/cardTexts";
import { counted } from "../counted";
import { writeCopy } from "../copyFile";
import { CommandFailure, exitStatus } from "../exit";
import { openWorkbookFile, type WorkbookFile } from "../openWorkbookFile";
import { report } from "../report";
import { jsonOption } from "../runOptions";

interface ScanOptions {
  readonly mask?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

/** A card as it is shown: where it is, and its last four digits. */
interface FoundCard {
  readonly sheet: string;
  readonly cell: string;
  readonly masked: string;
  readonly scheme: string;
  /** cell, comment, formula, or the part of the file. */
  readonly where: string;
}

function cardsOf({ snapshot, package: source }: WorkbookFile): FoundCard[] {
  const find = cardFinderOf(snapshot);
  const inCells = cardsInCells(snapshot, find).map(({ at, masked, scheme }): FoundCard => ({
    sheet: at.sheet,
    cell: cellAddress(at),
    masked,
    scheme,
    where: "cell",
  }));
  return [...inCells, ...cardsBeside(source, find, new Set(inCells.map(({ masked }) => masked)))];
}

function cardText({ sheet, cell, masked, scheme, where }: FoundCard): string {
  const at = [sheet, cell].filter((part) => part !== "").join("!");
  const found = where === "cell" ? at : [at, `(${where})`].filter((part) => part !== "").join(" ");
  return `${found}  ${masked}  ${scheme}\n`;
}

function summary(cards: readonly FoundCard[], output: string): string {
  if (cards.length === 0) return "No payment card number found.\n";
  const found = `${counted(cards.length, "payment card number")} found`;
  return output === "" ? `${found}; --mask writes a copy without them.\n` : `${found}; masked in ${output}\n`;
}

async function scan(path: string, { mask, out, json }: ScanOptions): Promise<void> {
  if (out !== undefined && !mask)
    throw new CommandFailure("--out names the copy that --mask writes: give --mask too");
  const file = await openWorkbookFile(path);
  const cards = cardsOf(file);
  const output = mask
    ? await writeCopy(path, file.package, "scan", out, () =>
        maskCards(file.package, cardFinderOf(file.snapshot)),
      )
    : "";
  report(
    json
      ? `${JSON.stringify({ cards, output }, null, 2)}\n`
      : `${cards.map(cardText).join("")}${summary(cards, output)}`,
    cards.length > 0 ? exitStatus.attention : exitStatus.done,
  );
}

export function scanCommand(): Command {
  return new Command("scan")
    .description(
      "Looks for payment card numbers in cells, comments and properties; shows their last four digits.",
    )
    .argument("<book>", "the workbook (.xlsx or .xlsm)")
    .option("--mask", "write a copy with all but the last four digits of each as stars")
    .option("--out <file>", "the copy to write; default: out/BOOK-scan.xlsx, or .xlsm")
    .addOption(jsonOption())
    .action(scan);
}
