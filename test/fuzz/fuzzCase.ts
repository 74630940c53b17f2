import type { Snapshot } from "../../src/core/api";
import { mutateCsv } from "./mutateCsv";
import { mutatePackage } from "./mutatePackage";
import { outcomeOfPackage, outcomeOfRows, outcomeOfSums, type Outcome } from "./outcome";
import { Random } from "./random";
import { csvBook, csvSeeds, packageSeeds } from "./seeds";

export type FuzzKind = "packages" | "files";

/** What a case came to: the same bill, a refusal, a difference that an issue names, another bill, or a fault of ours. */
export interface Verdict {
  readonly how: string;
  readonly result: "same" | "refused" | "named" | "other" | "fault";
  /** What is wrong, for a fault. */
  readonly fault: string;
}

const SPREAD = 1_000_003;
const PIECES = [1, 13, 4096, 1_000_000];

function isOneLine({ refused }: { readonly refused: string }): boolean {
  return refused.trim() !== "" && !/[\n\r]/.test(refused) && refused.length < 2000;
}

/** A fault in what was said, whatever was read. */
function faultIn(outcome: Outcome): string | undefined {
  if ("refused" in outcome)
    return isOneLine(outcome) ? undefined : `no one line: ${outcome.refused.slice(0, 300)}`;
  return /NaN|Infinity|undefined/.test(outcome.figures)
    ? `no figures: ${outcome.figures.slice(0, 300)}`
    : undefined;
}

function judgePackage(how: string, isDetectable: boolean, outcome: Outcome, base: Outcome): Verdict {
  const fault = faultIn(outcome);
  if (fault !== undefined) return { how, result: "fault", fault };
  if ("refused" in outcome) return { how, result: "refused", fault: "" };
  if ("refused" in base) return { how, result: "other", fault: "" };
  if (outcome.figures === base.figures) return { how, result: "same", fault: "" };
  if (outcome.issues !== base.issues) return { how, result: "named", fault: "" };
  return isDetectable
    ? {
        how,
        result: "fault",
        fault: `another bill and nothing is said:\n${base.figures}\n---\n${outcome.figures}`,
      }
    : { how, result: "other", fault: "" };
}

function judgeFile(how: string, rows: Outcome, sums: Outcome): Verdict {
  const fault = faultIn(rows) ?? faultIn(sums);
  if (fault !== undefined) return { how, result: "fault", fault };
  if ("refused" in rows || "refused" in sums) {
    if ("refused" in rows === "refused" in sums) return { how, result: "refused", fault: "" };
    const [one, other] = [rows, sums].map((outcome) => ("refused" in outcome ? outcome.refused : "a bill"));
    return { how, result: "fault", fault: `rows: ${one ?? ""}; sums: ${other ?? ""}` };
  }
  for (const part of ["figures", "controlTotals", "issues"] as const)
    if (rows[part] !== sums[part])
      return { how, result: "fault", fault: `${part} of rows and sums:\n${rows[part]}\n---\n${sums[part]}` };
  return { how, result: "same", fault: "" };
}

/** Bytes of a case, so that they can be kept. */
export function bytesOfCase(kind: FuzzKind, seed: number, index: number) {
  const random = new Random(seed * SPREAD + index);
  if (kind === "packages") {
    const base = random.pick(packageSeeds());
    return { base, ...mutatePackage(base, random), random };
  }
  const text = random.pick(csvSeeds());
  return { base: Buffer.from(text), ...mutateCsv(text, random), random };
}

const bases = new Map<Buffer, Outcome>();

async function baseOf(bytes: Buffer): Promise<Outcome> {
  let outcome = bases.get(bytes);
  if (!outcome) bases.set(bytes, (outcome = await outcomeOfPackage(bytes)));
  return outcome;
}

let book: Snapshot | undefined;

/** Runs one case; what throws is a fault too. */
export async function runCase(kind: FuzzKind, seed: number, index: number): Promise<Verdict> {
  const { base, bytes, how, isDetectable, random } = bytesOfCase(kind, seed, index);
  try {
    if (kind === "packages")
      return judgePackage(how, isDetectable, await outcomeOfPackage(bytes), await baseOf(base));
    const snapshot = (book ??= csvBook());
    return judgeFile(
      how,
      outcomeOfRows(bytes, snapshot),
      await outcomeOfSums(bytes, snapshot, random.pick(PIECES)),
    );
  } catch (error) {
    return {
      how,
      result: "fault",
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
