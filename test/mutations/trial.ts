import { groupBy } from "../../src/core/base/groupBy";
import { Decimal } from "../../src/core/api";
import { randomIndex, randomOf, type Random } from "../../scripts/example/random";
import { runEngine, type EngineRun } from "../intake/engineRun";
import type { GoodBook } from "./goodBook";
import { goodBooks } from "./goodBooks";
import { cellMutations } from "./kinds/cells";
import { headerMutations } from "./kinds/headers";
import { layoutMutations } from "./kinds/layouts";
import { rowMutations } from "./kinds/rows";
import { sheetMutations } from "./kinds/sheets";
import { misplacedMutations } from "./kinds/misplaced";
import { slipMutations } from "./kinds/slips";
import { pick, type Mutation } from "./mutation";
import { reckon, type Bills } from "./reckon";
import { sheetsOf, snapshotOf, type Sheet } from "./sheet";

export const mutations: readonly Mutation[] = [
  ...headerMutations,
  ...rowMutations,
  ...cellMutations,
  ...sheetMutations,
  ...slipMutations,
  ...layoutMutations,
  ...misplacedMutations,
];

/**
 * What came of a mutated book: the right bill; another or none, and the run says so; another, and nothing says so; or
 * the right bill with something said although nothing was wrong.
 */
export type Verdict = "same" | "said" | "silent" | "false alarm";

export interface Trial {
  readonly seed: string;
  readonly book: string;
  readonly kinds: readonly string[];
  readonly verdict: Verdict;
  /** Who is billed what, what was right, and what the run says: enough to find the fault. */
  readonly story: string;
}

export function bill(sheets: readonly Sheet[]): Promise<EngineRun> {
  return snapshotOf(sheets).then((snapshot) =>
    runEngine(snapshot, { period: "2026-10", giveNumbers: false }),
  );
}

export function billsOf({ invoices }: EngineRun): Bills {
  return Object.fromEntries(
    [...groupBy(invoices, ({ contractId }) => contractId)].map(([contractId, documents]) => {
      const total = documents.reduce((sum, { subtotal }) => sum.plus(subtotal), new Decimal(0));
      return [contractId, `${total.toFixed(2)} ${documents.map(({ currency }) => currency)[0]!}`];
    }),
  );
}

/** Issues of codes that the untouched book does not have. */
function newIssues(run: EngineRun, before: EngineRun): EngineRun["issues"] {
  return run.issues.filter(({ code }) => !before.issues.some((issue) => issue.code === code));
}

/** Nothing is nothing in every currency, and needs no document. */
const owed = (bill: string | undefined): string => (bill?.startsWith("0.00 ") === false ? bill : "");

/** The contracts whose bill is not the one that is right. */
function wrongContracts(run: EngineRun, wanted: Bills): string[] {
  const found = billsOf(run);
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].filter(
    (id) => owed(wanted[id]) !== owed(found[id]),
  );
}

/** Notes that a text was read as a number or a date: they do not say that a bill is another one. */
const readingNotes = new Set(["NUMBER_AS_TEXT", "DATE_AS_TEXT"]);

/** What is not as it was. */
interface Touched {
  readonly sheets: ReadonlySet<string>;
  /** Titles of their tables: where one is not found, the message names it. */
  readonly tables: ReadonlySet<string>;
}

/**
 * Whether a run says why a contract is not billed right: the contract waits, or an error or a warning is about a sheet
 * or a table that was touched, and about this contract or no contract in particular; or about any, where nothing is
 * billed: it may be the contracts' names that are not read.
 */
function isSaid(contractId: string, run: EngineRun, { sheets, tables }: Touched): boolean {
  const isNamed = run.issues.some(({ code, sheet, severity, message, holds, besides }) => {
    if (severity === "info" || readingNotes.has(code)) return false;
    const isAbout = sheets.has(sheet) || besides.some((other) => sheets.has(other));
    const names = [...sheets, ...tables].some((name) => message.includes(name));
    const isOfThis = holds.length === 0 || holds.includes(contractId) || run.invoices.length === 0;
    return (isAbout || names) && isOfThis;
  });
  return run.exit === 2 || run.held.includes(contractId) || isNamed;
}

/** The sheets that are not as they were, and their tables. */
function touchedSheets(before: readonly Sheet[], after: readonly Sheet[]): Touched {
  const texts = new Map(before.map((sheet) => [sheet.name, JSON.stringify(sheet)]));
  const kept = new Set(after.map(({ name }) => name));
  const changed = [
    ...after.filter((sheet) => texts.get(sheet.name) !== JSON.stringify(sheet)),
    ...before.filter(({ name }) => !kept.has(name)),
  ];
  return {
    sheets: new Set(changed.map(({ name }) => name)),
    tables: new Set(changed.flatMap(({ table }) => table ?? [])),
  };
}

/** The way in which dates or numbers are written; two at once would be a book that nobody can read. */
const writingOf = ({ kind }: Mutation): string =>
  /^(?:cells|slips): (?:a )?(date|number|currency|unit)/.exec(kind)?.[1] ?? kind;

const merges = ({ kind }: Mutation): boolean => kind === "cells: merged down";

/**
 * Up to three mutations, those that change what is meant first: they are reckoned in the first layout. Cells are merged
 * when everything is where it stays.
 */
function chosenMutations(random: Random, leading: Mutation): Mutation[] {
  const chosen = [leading];
  for (let count = randomIndex(random, 3); count > 0; count--) {
    const other = pick(random, mutations)!;
    const isNew = chosen.every((earlier) => writingOf(earlier) !== writingOf(other));
    if (isNew && other.effect !== "other meaning") chosen.push(other);
  }
  return [...chosen.filter((mutation) => !merges(mutation)), ...chosen.filter(merges)];
}

const cleanRuns = new Map<string, Promise<EngineRun>>();

function cleanRun({ name, tables }: GoodBook): Promise<EngineRun> {
  const known = cleanRuns.get(name) ?? bill(sheetsOf(tables));
  cleanRuns.set(name, known);
  return known;
}

const storyOf = (run: EngineRun, wanted: Bills): string =>
  `billed ${JSON.stringify(billsOf(run))}, right ${JSON.stringify(wanted)}, held ${run.held.join()}; ` +
  (run.issues.map(({ code, severity, sheet, cell }) => `${severity} ${code} ${sheet}!${cell}`).join(", ") ||
    "nothing said");

/** The book with which an index begins, or the next that the mutation suits. */
function bookFor(index: number, leading: Mutation): GoodBook {
  const first = index + Math.floor(index / mutations.length);
  const books = goodBooks.map((_, offset) => goodBooks[(first + offset) % goodBooks.length]!);
  return books.find(({ tables }) => leading.apply(sheetsOf(tables), randomOf(leading.kind))) ?? books[0]!;
}

/** The sheets of a book after the mutations that suit it, and what they have to bill. */
function mutate(book: GoodBook, leading: Mutation, random: Random) {
  const sheets = sheetsOf(book.tables);
  let wanted: Bills = book.bills;
  const applied: Mutation[] = [];
  for (const mutation of chosenMutations(random, leading)) {
    if (!mutation.apply(sheets, random)) continue;
    applied.push(mutation);
    if (mutation.effect === "other meaning") wanted = reckon(sheets);
  }
  return { sheets, wanted, applied };
}

/** Mutates one good book and bills it. The same seed and index do the same on every machine. */
export async function tryOne(seed: number, index: number): Promise<Trial> {
  const name = `${String(seed)}/${String(index)}`;
  const leading = mutations[index % mutations.length]!;
  const book = bookFor(index, leading);
  const { sheets, wanted, applied } = mutate(book, leading, randomOf(name));
  const run = await bill(sheets);
  const alarms = newIssues(run, await cleanRun(book));
  const touched = touchedSheets(sheetsOf(book.tables), sheets);
  const wrong = wrongContracts(run, wanted);
  const isSilent = wrong.some((contractId) => !isSaid(contractId, run, touched));
  const isHarmless = applied.every(({ effect }) => effect === "harmless");
  let verdict: Verdict = wrong.length === 0 ? "same" : isSilent ? "silent" : "said";
  if (isHarmless && !isSilent && (alarms.length > 0 || wrong.length > 0)) verdict = "false alarm";
  const kinds = applied.map(({ kind }) => kind);
  return { seed: name, book: book.name, kinds, verdict, story: storyOf(run, wanted) };
}
