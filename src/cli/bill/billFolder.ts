import { basename, extname, isAbsolute, join, parse, relative, resolve } from "node:path";
import { Decimal, groupBy, planBilledBooks, sharedNumbers, type BookResult } from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure } from "../exit";
import { orUnread } from "../fileFault";
import { folderContents } from "../folderContents";
import { ProgressLine } from "../progressLine";
import { report } from "../report";
import { parseRunOptions } from "../runOptions";
import { fileAt, isSameFile } from "../sameFile";
import { writeWholeFile } from "../writeWholeFile";
import { faultText, printNotice } from "../fault";
import { sheetLimit, type BillOptions } from "./billBook";
import { folderJson, folderStatus, folderSummary, type BilledFolder } from "./folderReport";
import { billInThreads, type Answer } from "./workers";

const REGISTER = "register.xlsx";
const BILLED = [".xlsx", ".xlsm"];
/** Workbooks too: each is refused by name, and not passed over. */
const OF_OTHER_FORMATS = [".xls", ".xlsb", ".ods", ".numbers"];

const hasEnding = (name: string, endings: readonly string[]) => endings.includes(extname(name).toLowerCase());

type FolderOptions = BillOptions & { readonly workers?: number | undefined };

/** The workbooks of a folder by name, and the folders in it. */
async function contentsOf(folder: string) {
  const { files, folders } = await folderContents(folder);
  const books = files.filter((name) => hasEnding(name, [...BILLED, ...OF_OTHER_FORMATS]));
  if (!books.some((name) => hasEnding(name, BILLED)))
    throw new CommandFailure(`${folder}: the folder holds no workbook (.xlsx or .xlsm)`);
  return { books, folders };
}

/** Folders in a folder are not read; that of the output is none of them. */
function sayFoldersWithin(folder: string, within: readonly string[], out: string): void {
  const others = within.filter((name) => {
    const path = relative(resolve(folder, name), resolve(out));
    return path.startsWith("..") || isAbsolute(path);
  });
  for (const name of others)
    printNotice(`${folder}: the folder “${name}” in it is not read; bill it by itself if it is meant`);
}

/** The folder to write into; never the one that is read, whose workbooks a later run would bill. */
async function outputFolder(folder: string, out: string | undefined): Promise<string> {
  const path = out ?? join("out", basename(resolve(folder)));
  const [read, written] = [await orUnread(folder, fileAt(folder)), await fileAt(path)];
  if (written && !written.isDirectory())
    throw new CommandFailure(`--out ${path}: it is a file; for a folder name the folder to write into`);
  if (read && written && isSameFile(read, written))
    throw new CommandFailure(`--out ${path}: it is the folder that is read; name another one`);
  return path;
}

const blank = {
  period: "",
  asOf: "",
  documents: 0,
  lines: 0,
  held: 0,
  waiting: 0,
  errors: 0,
  warnings: 0,
  totals: [],
  seller: "",
  numbers: [],
  output: "",
} as const;

const refused = (book: string, reason: string): BookResult => ({ ...blank, book, status: "refused", reason });

/** Writes a billed workbook, and what became of it. */
async function taken(book: string, answer: Answer): Promise<BookResult> {
  if (!answer.ok) return refused(book, answer.reason);
  try {
    await writeWholeFile(answer.path, answer.bytes);
  } catch (error) {
    return refused(book, faultText(error));
  }
  const totals = answer.figures.totals.map(({ currency, subtotal, tax, total }) => ({
    currency,
    subtotal: new Decimal(subtotal),
    tax: new Decimal(tax),
    total: new Decimal(total),
  }));
  return { ...answer.figures, totals, book, reason: "" };
}

/**
 * Why workbooks are refused by their names alone, by name: those of formats that are not read, and those that would be
 * written to one file, as m.xlsx and m.xlsm may be.
 */
function refusedByName(names: readonly string[]): ReadonlyMap<string, string> {
  const billable = names.filter((name) => hasEnding(name, BILLED));
  const others = names.filter((name) => hasEnding(name, OF_OTHER_FORMATS));
  const twins = [...groupBy(billable, (name) => parse(name).name).values()].flatMap(([one, other]) =>
    one !== undefined && other !== undefined ? [[one, other] as const, [other, one] as const] : [],
  );
  return new Map([
    ...others.map(
      (name) => [name, "this format is not read; open it in Excel and save it as .xlsx"] as const,
    ),
    ...twins.map(
      ([name, twin]) =>
        [name, `${twin} would be written to the same file; give one of them another name`] as const,
    ),
  ]);
}

/** Says how far it came when somebody stops it; what was written is whole. */
function whileStoppable(done: () => number, count: number): () => void {
  const stop = (signal: NodeJS.Signals) => {
    printNotice(
      `stopped: ${String(done())} of ${String(count)} workbooks are billed and whole; there is no register`,
    );
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", stop);
  return () => void process.off("SIGINT", stop);
}

/** What became of each of the named workbooks of a folder, in their order. */
async function billEach(
  folder: string,
  names: readonly string[],
  out: string,
  { workers, out: _out, json: _json, ...options }: FolderOptions,
): Promise<BookResult[]> {
  const results = new Map(
    [...refusedByName(names)].map(([name, reason]) => [name, refused(name, reason)] as const),
  );
  const progress = new ProgressLine(
    `Billing ${basename(resolve(folder))}`,
    `of ${String(names.length)} workbooks`,
  );
  const billed = () => [...results.values()].filter(({ status }) => status !== "refused").length;
  const release = whileStoppable(billed, names.length);
  const read = names.filter((name) => !results.has(name));
  const paths = read.map((name) => join(folder, name));
  await billInThreads(paths, { options, folder: out }, workers, async (index, answer) => {
    const name = read[index]!;
    results.set(name, await taken(name, answer));
    progress.update(results.size);
  }).finally(() => progress.stop());
  release();
  return names.map((name) => results.get(name)!);
}

/** Bills every workbook of a folder by itself and writes a register of what became of them. */
export async function billFolder(folder: string, { workers, ...options }: FolderOptions): Promise<void> {
  if (options.usage)
    throw new CommandFailure(
      "--usage goes with one workbook: nobody could say to which of a folder rows belong",
    );
  // Options that no workbook could be billed with are wrong once, and not once a workbook.
  parseRunOptions(options);
  sheetLimit(options.sheets);
  const { books: names, folders } = await contentsOf(folder);
  const out = await outputFolder(folder, options.out);
  sayFoldersWithin(folder, folders, out);
  const results = await billEach(folder, names, out, { ...options, workers });
  const register = join(out, REGISTER);
  await writeWholeFile(register, applyPlan(emptyPackage(), planBilledBooks(results)));
  const billed: BilledFolder = {
    folder,
    results,
    shared: sharedNumbers(results),
    register: relative(process.cwd(), resolve(register)),
  };
  report(
    options.json ? `${JSON.stringify(folderJson(billed), null, 2)}\n` : folderSummary(billed),
    folderStatus(billed),
  );
}
