import type { UnreadValues } from "../../../../core/api";
import { decodeUtf8 } from "../../../bytes/text";
import { FoldKeys } from "./foldKeys";
import type { TextRecord } from "./recordScanner";

/** Texts of a column whose kinds are remembered; a column with more of them is one of ids or notes. */
const MOST_KNOWN = 4096;

/** A column that nothing reads, and what its cells say all the same. */
export class UnreadColumn {
  private readonly known = new FoldKeys();
  private readonly seen = new Set<number>();

  constructor(
    readonly column: number,
    private readonly values: UnreadValues,
  ) {}

  kindAt({ text, starts, ends, count, written }: TextRecord): number {
    const { column, known } = this;
    const quoted = column < count ? written.get(column) : undefined;
    const bytes = quoted ?? text;
    const start = quoted || column >= count ? 0 : starts[column]!;
    const end = quoted ? quoted.length : column < count ? ends[column]! : 0;
    const ofText = () => this.values.kindOf(decodeUtf8(bytes.subarray(start, end)));
    if (known.size >= MOST_KNOWN) return ofText();
    known.begin(0);
    known.text(bytes, start, end);
    const key = known.find();
    if (known.valueOf(key) < 0) known.set(key, ofText());
    return known.valueOf(key);
  }

  /** Whether a cell of a kind is to be seen: the first of its kind, and any that is counted. */
  isShown(kind: number): boolean {
    if (this.values.isCounted(kind)) return true;
    if (this.seen.has(kind)) return false;
    this.seen.add(kind);
    return true;
  }
}
