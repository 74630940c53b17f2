import {
  planFolding,
  type FoldingPlan,
  type Grid,
  type Snapshot,
  type UsageMark,
} from "../../../../core/api";
import { KnownRows } from "./knownRows";
import { NoOrder } from "./orderedIds";
import { headOfTable } from "./tableHead";
import { headOfText, OtherEncoding } from "./textHead";
import { UsageFolder, type Misread } from "./usageFolder";
import { CHANGED, FileFault, type Head, type UsageSource } from "./usageSource";

export type FoldedFiles =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** A source and how its rows add up. */
export interface Planned {
  readonly head: Head;
  readonly plan: FoldingPlan;
  /** Whether 1.234 among its quantities is for their column to decide. */
  readonly doubtsGroups: boolean;
}

/** Adds up rows of sources where they lie; undefined where their rows have to be read one by one. */
export type FoldElsewhere = (
  planned: readonly Planned[],
  marks: () => Iterable<UsageMark>,
) => Promise<readonly Grid[] | undefined>;

/** A file was read with decimal points, and its columns show commas: it is read again. */
class DecimalCommas extends Error {
  constructor(
    readonly source: UsageSource,
    readonly misread: Misread,
  ) {
    super("decimal commas");
  }
}

/** What was found out of sources while they were read. */
interface Found {
  /** Those that are no UTF-8. */
  readonly western: Set<UsageSource>;
  /** Those in which no point is a decimal sign by itself. */
  readonly commas: Set<UsageSource>;
  /** Those whose quantities show commas, so that none of them is decimal because of a point before three digits. */
  readonly groups: Set<UsageSource>;
}

/** Reads files once; rows that repeat others are added up with them, unless they are known already. */
async function foldOnce(
  files: readonly Planned[],
  known: KnownRows,
  areRepeatsKnown: boolean,
): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const { head, plan, doubtsGroups } of files) {
    const { source } = head;
    known.beginFile();
    const folder = new UsageFolder(plan, known, areRepeatsKnown, { ...head, doubtsGroups });
    await head.read((record) => folder.take(record));
    const grid = folder.build(source.sha256());
    const misread = folder.misreadPoints(grid);
    if (misread !== undefined) throw new DecimalCommas(source, misread);
    grids.push(grid);
  }
  return grids;
}

/** What is known of the rows of files once they were read, and their grids. */
async function foldFirst(files: readonly Planned[], marks: () => Iterable<UsageMark>) {
  const fold = async (known: KnownRows) => {
    known.noteMarks(marks());
    return { known, grids: await foldOnce(files, known, false) };
  };
  if (files.every(({ plan }) => plan.eventId !== undefined)) {
    try {
      return await fold(KnownRows.ordered());
    } catch (error) {
      // Mostly it is seen in the first rows.
      if (!(error instanceof NoOrder)) throw error;
    }
  }
  const rows = files.reduce((count, { head }) => count + head.rows, 0);
  return await fold(KnownRows.hashed(rows * 1.2));
}

/** Reads files and, where rows repeat others, reads them again with these rows as they are. */
async function foldAll(files: readonly Planned[], marks: () => Iterable<UsageMark>): Promise<Grid[]> {
  const { known, grids } = await foldFirst(files, marks);
  if (known.repeated.size === 0) return grids;
  const again = await foldOnce(files, known, true);
  for (const [index, { file }] of grids.entries())
    if (again[index]?.file?.sha256 !== file?.sha256)
      throw new FileFault(files[index]!.head.source.name, CHANGED);
  return again;
}

function headOf(source: UsageSource, { western, commas }: Found): Promise<Head> {
  const hasCommas = commas.has(source);
  return "titles" in source
    ? headOfTable(source, hasCommas)
    : headOfText(source, western.has(source), hasCommas);
}

async function readSources(
  snapshot: Snapshot,
  sources: readonly UsageSource[],
  found: Found,
  foldElsewhere: FoldElsewhere,
) {
  const heads: Head[] = [];
  for (const source of sources) heads.push(await headOf(source, found));
  const { plans } = planFolding(
    snapshot,
    heads.map(({ grid }) => grid),
  );
  const planned = heads.flatMap((head, index): Planned[] => {
    const plan = plans[index];
    return plan ? [{ head, plan, doubtsGroups: found.groups.has(head.source) }] : [];
  });
  const whole = new Map<UsageSource, Grid>();
  for (const [index, head] of heads.entries()) if (!plans[index]) whole.set(head.source, await head.whole());
  const others = { ...snapshot, usageFiles: [...(snapshot.usageFiles ?? []), ...whole.values()] };
  const { marks } = planFolding(
    others,
    planned.map(({ head }) => head.grid),
  );
  const folded = (await foldElsewhere(planned, marks)) ?? (await foldAll(planned, marks));
  const bySource = new Map(planned.map(({ head }, index) => [head.source, folded[index]!]));
  return sources.flatMap((source) => bySource.get(source) ?? whole.get(source) ?? []);
}

const nowhereElse: FoldElsewhere = () => Promise.resolve(undefined);

/**
 * Reads usage in bounded memory: rows that no price asks for one by one are added up by contract, meter, day and what
 * else tells them apart, exactly; rows that repeat others are found and kept as they are. Sources that can add up
 * their rows themselves may be asked to.
 */
export async function foldFiles(
  snapshot: Snapshot,
  sources: readonly UsageSource[],
  foldElsewhere = nowhereElse,
): Promise<FoldedFiles> {
  const found: Found = { western: new Set(), commas: new Set(), groups: new Set() };
  for (;;) {
    try {
      return { ok: true, grids: await readSources(snapshot, sources, found, foldElsewhere) };
    } catch (error) {
      if (error instanceof FileFault) return { ok: false, name: error.file, message: error.message };
      if (error instanceof OtherEncoding) found.western.add(error.source);
      else if (error instanceof DecimalCommas) found[error.misread].add(error.source);
      else throw error;
    }
  }
}
