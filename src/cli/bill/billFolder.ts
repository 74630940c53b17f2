import { readdir } from "node:fs/promises";
import { basename, extname, join, parse, relative, resolve } from "node:path";
import { Decimal, groupBy, planBilledBooks, sharedNumbers, type BookResult } from "../../core/api";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { CommandFailure } from "../exit";
import { orUnread } from "../fileFault";
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
const BOOKS = [".xlsx", ".xlsm"];

/** The workbooks of a folder by name; those that Excel has open leave a lock file beside them. */
async function booksIn(folder: string): Promise<string[]> {
  const entries = await orUnread(folder, readdir(folder, { withFileTypes: true }));
  const names = entries
    .filter((entry) => !entry.isDirectory() && BOOKS.includes(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("~$") && !name.startsWith("."));
  if (names.length === 0)
    throw new CommandFailure(`${folder}: the folder holds no workbook (.xlsx or .xlsm)`);
  return names.sort();
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

/** Workbooks that would be written to one file, as m.xlsx and m.xlsm may be: the other one by name. */
function twinsAmong(names: readonly string[]): ReadonlyMap<string, string> {
  const byStem = groupBy(names, (name) => parse(name).name);
  return new Map(
    [...byStem.values()].flatMap(([one, other]) =>
      one !== undefined && other !== undefined ? [[one, other] as const, [other, one] as const] : [],
    ),
  );
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

/** Bills every workbook of a folder by itself and writes a register of what became of them. */
export async function billFolder(
  folder: string,
  { workers, ...options }: BillOptions & { readonly workers?: number },
): Promise<void> {
  if (options.usage)
    throw new CommandFailure(
      "--usage goes with one workbook: nobody could say to which of a folder rows belong",
    );
  // Options that no workbook could be billed with are wrong once, and not once a workbook.
  parseRunOptions(options);
  sheetLimit(options.sheets);
  const names = await booksIn(folder);
  const out = await outputFolder(folder, options.out);
  const { out: _out, json, ...given } = options;
  const results: BookResult[] = [];
  const progress = new ProgressLine(
    `Billing ${basename(resolve(folder))}`,
    `of ${String(names.length)} workbooks`,
  );
  let done = 0;
  const release = whileStoppable(() => done, names.length);
  const twins = twinsAmong(names);
  const places = [...names.keys()].filter((place) => !twins.has(names[place]!));
  for (const [place, name] of names.entries()) {
    const twin = twins.get(name);
    if (twin !== undefined)
      results[place] = refused(
        name,
        `${twin} would be written to the same file; give one of them another name`,
      );
  }
  const paths = places.map((place) => join(folder, names[place]!));
  await billInThreads(paths, { options: given, folder: out }, workers, async (index, answer) => {
    const place = places[index]!;
    results[place] = await taken(names[place]!, answer);
    progress.update(++done);
  }).finally(() => progress.stop());
  const register = join(out, REGISTER);
  await writeWholeFile(register, applyPlan(emptyPackage(), planBilledBooks(results)));
  release();
  const billed: BilledFolder = {
    folder,
    results,
    shared: sharedNumbers(results),
    register: relative(process.cwd(), resolve(register)),
  };
  report(
    json ? `${JSON.stringify(folderJson(billed), null, 2)}\n` : folderSummary(billed),
    folderStatus(billed),
  );
}
