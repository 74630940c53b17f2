import { randomIndex, randomOf, type Random } from "../../scripts/example/random";
import { runEngine, type EngineRun } from "../intake/engineRun";
import { goodBooks, type GoodBook } from "./goodBooks";
import { cellMutations } from "./kinds/cells";
import { headerMutations } from "./kinds/headers";
import { rowMutations } from "./kinds/rows";
import { sheetMutations } from "./kinds/sheets";
import { pick, type Mutation } from "./mutation";
import { reckon, type Bills } from "./reckon";
import { sheetsOf, snapshotOf, type Sheet } from "./sheet";

export const mutations: readonly Mutation[] = [
  ...headerMutations,
  ...rowMutations,
  ...cellMutations,
  ...sheetMutations,
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
  const bills = new Map<string, number>();
  for (const { contractId, subtotal } of invoices)
    bills.set(contractId, (bills.get(contractId) ?? 0) + Number(subtotal));
  return Object.fromEntries([...bills].map(([id, amount]) => [id, amount.toFixed(2)]));
}

/** Issues as code and sheet, without those that the untouched book has as well. */
function newIssues(run: EngineRun, before: EngineRun): EngineRun["issues"] {
  const known = new Set(
    before.issues.map(({ code, value }: { code: string; value?: string }) => code + (value ?? "")),
  );
  return run.issues.filter(({ code, severity }) => severity !== "info" && !known.has(code));
}

/** The contracts whose bill is not the one that is right. */
function wrongContracts(run: EngineRun, wanted: Bills): string[] {
  const found = billsOf(run);
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].filter(
    (id) => (wanted[id] ?? "0.00") !== (found[id] ?? "0.00"),
  );
}

/** Whether something that a run says is about the sheets that were touched. */
function saysSo(run: EngineRun, said: EngineRun["issues"], touched: ReadonlySet<string>): boolean {
  return run.exit === 2 || said.some(({ sheet }) => touched.has(sheet));
}

/** The names of sheets that are not as they were. */
function touchedSheets(before: readonly Sheet[], after: readonly Sheet[]): Set<string> {
  const texts = new Map(before.map((sheet) => [sheet.name, JSON.stringify(sheet)]));
  const kept = new Set(after.map(({ name }) => name));
  return new Set([
    ...after.filter((sheet) => texts.get(sheet.name) !== JSON.stringify(sheet)).map(({ name }) => name),
    ...before.map(({ name }) => name).filter((name) => !kept.has(name)),
  ]);
}

/** Up to three mutations, those that change what is meant first: they are reckoned in the first layout. */
function chosenMutations(random: Random, leading: Mutation): Mutation[] {
  const count = randomIndex(random, 3);
  const others = Array.from({ length: count }, () => pick(random, mutations)!);
  const isLate = ({ effect }: Mutation) => effect !== "other meaning";
  const all = [leading, ...others.filter((other) => isLate(other) && other.kind !== leading.kind)];
  return all.sort((a, b) => Number(isLate(a)) - Number(isLate(b)));
}

const cleanRuns = new Map<string, Promise<EngineRun>>();

function cleanRun({ name, tables }: GoodBook): Promise<EngineRun> {
  const known = cleanRuns.get(name) ?? bill(sheetsOf(tables));
  cleanRuns.set(name, known);
  return known;
}

const storyOf = (run: EngineRun, wanted: Bills, said: EngineRun["issues"]): string =>
  `billed ${JSON.stringify(billsOf(run))}, right ${JSON.stringify(wanted)}, held ${run.held.join()}; ` +
  (said.map(({ code, severity, sheet, cell }) => `${severity} ${code} ${sheet}!${cell}`).join(", ") ||
    "nothing said");

/** Mutates one good book and bills it. The same seed and index do the same on every machine. */
export async function tryOne(seed: number, index: number): Promise<Trial> {
  const name = `${String(seed)}/${String(index)}`;
  const random = randomOf(name);
  const leading = mutations[index % mutations.length]!;
  const book = goodBooks[(index + Math.floor(index / mutations.length)) % goodBooks.length]!;
  const sheets = sheetsOf(book.tables);
  const before = sheetsOf(book.tables);
  let wanted = reckon(sheets);
  const applied: Mutation[] = [];
  for (const mutation of chosenMutations(random, leading)) {
    if (!mutation.apply(sheets, random)) continue;
    applied.push(mutation);
    if (mutation.effect === "other meaning") wanted = reckon(sheets);
  }
  const run = await bill(sheets);
  const said = newIssues(run, await cleanRun(book));
  const wrong = wrongContracts(run, wanted);
  let verdict: Verdict = "same";
  if (wrong.length > 0) verdict = saysSo(run, said, touchedSheets(before, sheets)) ? "said" : "silent";
  else if (said.length > 0 && applied.every(({ effect }) => effect === "harmless")) verdict = "false alarm";
  const kinds = applied.map(({ kind }) => kind);
  return { seed: name, book: book.name, kinds, verdict, story: storyOf(run, wanted, said) };
}
