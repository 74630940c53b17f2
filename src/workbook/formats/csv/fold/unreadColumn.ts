import { decimalSignsIn, type UnreadValues } from "../../../../core/api";
import { decodeUtf8 } from "../../../bytes/text";
import { FieldCodes } from "./fieldCodes";
import type { TextRecord } from "./recordScanner";

/** Texts of a column whose kinds are remembered; a column with more of them is one of ids or notes. */
const MOST_KNOWN = 4096;
/** Decimals behind a point or a comma, and words of a total, are to be seen once beside any kind. */
const NOTES = 8;

/** A column that nothing reads, and what its cells say all the same. */
export class UnreadColumn {
  private readonly known = new FieldCodes();
  private readonly kinds: number[] = [];
  private readonly seen = new Set<number>();

  constructor(
    readonly column: number,
    private readonly values: UnreadValues,
    private readonly labelsSummary: (text: string) => boolean,
  ) {}

  kindAt({ text, view, starts, ends, count, written }: TextRecord): number {
    const { column } = this;
    const quoted = written.size > 0 ? written.get(column) : undefined;
    if (quoted) return this.kindOf(decodeUtf8(quoted));
    const [start, end] = column < count ? [starts[column]!, ends[column]!] : [0, 0];
    const ofText = () => this.kindOf(decodeUtf8(text.subarray(start, end)));
    if (this.known.size >= MOST_KNOWN) return ofText();
    return (this.kinds[this.known.codeOf(view, start, end)] ??= ofText());
  }

  private kindOf(text: string): number {
    const signs = decimalSignsIn([text]);
    const note = (signs.has(".") ? 1 : 0) + (signs.has(",") ? 2 : 0) + (this.labelsSummary(text) ? 4 : 0);
    return this.values.kindOf(text) * NOTES + note;
  }

  /** The kind of a cell that says what another has said; -1 for one that says something new. */
  knownKindAt({ view, starts, ends, count }: TextRecord): number {
    const { column, known } = this;
    const code = column < count ? known.find(view, starts[column]!, ends[column]!) : known.find(view, 0, 0);
    return code < 0 ? -1 : this.kinds[code]!;
  }

  /** Whether a cell of a kind is to be seen: the first of its kind, and any that is counted. */
  isShown(kind: number): boolean {
    if (this.values.isCounted(Math.floor(kind / NOTES))) return true;
    if (this.seen.has(kind)) return false;
    this.seen.add(kind);
    return true;
  }
}
