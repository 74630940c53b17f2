import { nameKey } from "../base/name";
import { CellKind } from "../grid/grid";
import type { BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";

/** Rows of Usage that a column nobody reads says not to bill as they are. */
export interface NotCounted {
  readonly count: number;
  /** The first of the texts that say so. */
  readonly value: string;
  /** A Filter for Meters that leaves them out; empty where none does. */
  readonly filter: string;
}

const setOf = (words: string) => new Set(words.split(" ").map(nameKey));
const yes = setOf("y yes true 1 x ja j oui si s wahr billable chargeable charged abrechenbar ok");
const no = setOf("n no false 0 nein non falsch none");
/** A tick has no letters to compare. */
const isTick = (text: string): boolean => /^[✓✔☑]$/u.test(text);
/** Headers under which yes means that the row is billed. */
const billed =
  /^(?:is)?(?:billable|chargeable|invoiceable|tobill|tobebilled|tobeinvoiced|bill|charge|invoice|billit|abrechenbar|verrechenbar|berechenbar|abrechnen|berechnen|facturable|fakturierbar|counts?|valid)$/;
/** Headers under which yes means that it is not. */
const left =
  /^(?:is)?(?:excluded?|void(?:ed)?|cancell?ed|deleted?|ignored?|skip(?:ped)?|test(?:data|call|row)?|duplicate|waived|free|freeofcharge|nocharge|nonbillable|notbillable|unbillable|donotbill|storno|storniert|goodwill|kulanz|internal|warranty|(?:already)?(?:billed|invoiced)|reversal|reversed|credited|berechnet|abgerechnet|fakturiert|facture)$/;
/** Headers of the document that has billed a row. */
const documents = /^(?:invoice|inv|bill|rechnungs?)(?:no|nr|number|nummer|id|ref|reference)$/;
const states = /status|state$|result|outcome|disposition|zustand|billing|type|class/;
const stopped =
  /^(?:cancell?ed|void(?:ed)?|test|failed|failure|rejected|deleted|error|refunded|reversed|excluded?|declined|aborted|duplicate|draft|waived|storniert|fehlgeschlagen|abgebrochen|ungultig|gratis|annule)$|(?:non|not|un)billable|donotbill|nocharge|freeofcharge|nichtabrechnen|nichtberechnen/;
const factors = /^(?:multiplier|factor|faktor|weight|weighting|coefficient|koeffizient|multiplikator)$/;

export type Verdict = "counts" | "counts not" | "says nothing";

/** How a column is to be understood by its header: what each of its cells says of its row. */
export function judgeOf(header: string): ((key: string, text: string) => Verdict) | undefined {
  const key = nameKey(header);
  if (billed.test(key)) return (said, text) => (yes.has(said) || isTick(text) ? "counts" : "counts not");
  if (left.test(key) || documents.test(key))
    return (said, text) => ((said === "" && !isTick(text)) || no.has(said) ? "counts" : "counts not");
  if (factors.test(key))
    return (_said, text) => (text === "" || Number(text) === 1 ? "counts" : "counts not");
  const ofState = states.test(key);
  return (said) => {
    if (ofState ? stopped.test(said) : /^(?:non|not|un)billable$|^donotbill$/.test(said)) return "counts not";
    return "says nothing";
  };
}

/** Rows of which a column says that they are not billed, or not once; undefined where it says so of none. */
export function notCountedBy(bound: BoundTable, column: number, header: string): NotCounted | undefined {
  const judge = judgeOf(header);
  if (!judge) return undefined;
  const known = new Map<string, Verdict>();
  let count = 0;
  let value: string | undefined;
  let counting: string | undefined;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    if (bound.skipped.has(row) || isBlankRow(bound, row)) continue;
    const cell = viewCell(bound.grid, row, column);
    const text = cell.kind === CellKind.error ? "" : shownText(cell);
    let verdict = known.get(text);
    if (!verdict) known.set(text, (verdict = judge(nameKey(text), text)));
    if (verdict === "counts not") {
      // A row of a file may stand for several that say the same.
      count += Math.abs(bound.grid.file?.counts?.[row] ?? 0) || 1;
      value ??= text;
    } else counting ??= text;
  }
  if (count === 0) return undefined;
  const isFactor = factors.test(nameKey(header));
  const isYes = counting !== undefined && yes.has(nameKey(counting));
  const isBlank = counting === "" && (left.test(nameKey(header)) || documents.test(nameKey(header)));
  const kept = isYes ? counting! : '""';
  const filter = isFactor ? "" : isYes || isBlank ? `${header} = ${kept}` : `${header} <> ${value!}`;
  return { count, value: value!, filter };
}

function isBlankRow({ grid, columnOf }: BoundTable, row: number): boolean {
  return [...columnOf.values()].every((index) => viewCell(grid, row, index).kind === CellKind.blank);
}
