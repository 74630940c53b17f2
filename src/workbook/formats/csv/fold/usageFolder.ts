import type { FoldingPlan, Grid } from "../../../../core/api";
import { hasCommaBesidePoint, showsComma } from "../decimalCommas";
import { DayReader } from "./fieldDay";
import { FigureReader, MOST_SCALED } from "./fieldFigures";
import { FoldedGrid, type RowShape } from "./foldedGrid";
import type { KnownRows } from "./knownRows";
import { LikeRows, type FoldingTools } from "./likeRows";
import type { TextRecord } from "./recordScanner";
import { RowKey } from "./rowKey";
import { RowMark } from "./rowMark";
import type { Head } from "./usageSource";
import { UnusualRows } from "./unusualRows";
import { UnreadColumn } from "./unreadColumn";

const COLON = 58;
/** So many rows stay as they are below the header, and below a row that is none: what is said of the table stays so. */
const WITNESSES = 2;
/** In place of the row of a sum: the rows of this key are not added up. */
const ROW_BY_ROW = -2;
const nothingLeftOut = () => false;
const asItIs: RowShape = { leftOut: nothingLeftOut, count: 0 };

/** Where points were taken for decimal signs: in all of a file, or before three digits of its quantities. */
export type Misread = "commas" | "groups";

interface FoldedHead extends Pick<Head, "source" | "delimiter" | "takesPoint"> {
  readonly doubtsGroups: boolean;
}

/** Adds up the rows of one file as they come. */
export class UsageFolder implements FoldingTools {
  private readonly takesPoint: boolean;
  readonly grid: FoldedGrid;
  readonly key: RowKey;
  private readonly likeRows: LikeRows;
  private readonly unusual: UnusualRows;
  private readonly mark: RowMark;
  readonly figure: FigureReader;
  readonly day = new DayReader();
  readonly receivedDay = new DayReader();
  private readonly needed: ReadonlySet<number>;
  readonly unread: readonly UnreadColumn[];
  private readonly wholeSums = new Set<number>();
  readonly notations = new Set<number>();
  private recordIndex = -1;
  private hasTitles = false;
  private sinceBreak = 0;
  private isAfterRepeat = false;

  constructor(
    readonly plan: FoldingPlan,
    readonly known: KnownRows,
    /** Whether repeated rows are known already; until then they are looked for. */
    private readonly areRepeatsKnown: boolean,
    { source, delimiter, takesPoint, doubtsGroups }: FoldedHead,
  ) {
    this.takesPoint = takesPoint;
    this.grid = new FoldedGrid(source.name, delimiter, plan.date, plan.received, plan.quantity, takesPoint);
    this.figure = new FigureReader(takesPoint && !doubtsGroups);
    const read = [plan.meter, plan.date, plan.quantity, ...plan.kept];
    this.needed = new Set(plan.received === undefined ? read : [...read, plan.received]);
    this.unread = [...plan.unread].map(
      ([column, values]) => new UnreadColumn(column, values, plan.labelsSummary),
    );
    this.key = new RowKey(this);
    this.likeRows = new LikeRows(this);
    this.unusual = new UnusualRows(plan, this.needed);
    this.mark = new RowMark(plan, known, this.day, this.figure);
  }

  take(record: TextRecord): void {
    this.recordIndex++;
    if (this.recordIndex <= this.plan.headerRow) {
      if (this.recordIndex === this.plan.headerRow) this.unusual.noteTitles(record);
      this.grid.add(record, asItIs, this.hasTitles);
      this.hasTitles ||= !record.isBlank();
      return;
    }
    const isFolded = !this.areRepeatsKnown && this.likeRows.fold(record);
    if (!isFolded && !record.isBlank()) this.place(record);
  }

  build(sha256: string): Grid {
    return this.grid.build(this.wholeSums, sha256);
  }

  /** What of its points was taken for decimal signs although its columns show commas. */
  misreadPoints(built: Grid): Misread | undefined {
    if (!this.takesPoint) return undefined;
    const { columns } = built;
    const quantity = columns[this.plan.quantity];
    const hasComma = quantity !== undefined && showsComma(quantity);
    // Of quantities those that were read tell, not their sums, which have decimals of their own.
    const others = { ...built, columns: columns.filter((column) => column !== quantity) };
    if ((hasComma && this.figure.hasFraction) || hasCommaBesidePoint(others)) return "commas";
    return hasComma && this.figure.hasGrouped ? "groups" : undefined;
  }

  /** Puts a row where it belongs: into a sum, or as it is. */
  private place(record: TextRecord): void {
    const { date, eventId } = this.plan;
    const hasId = eventId !== undefined && !record.isBlankAt(eventId);
    const isDay = date < record.count && this.day.read(record.view, record.starts[date]!, record.ends[date]!);
    const isFigure = this.readFigure(record);
    this.mark.make(record, hasId, isDay, isFigure);
    if (!this.areRepeatsKnown) this.mark.note(record, hasId);
    if (this.unusual.is(record)) {
      this.grid.add(record, asItIs);
      // What closes rows above it, such as a total, closes those alone.
      if (this.isKeyless(record)) this.breakSums();
    } else if (this.isRepeated(hasId)) {
      this.grid.add(record, asItIs);
      if (this.saysTotal(record)) this.breakSums();
    } else if (this.isWitness(isFigure)) this.grid.add(record, asItIs);
    else if (!isFigure || !this.isDated(record, isDay)) this.addAlone(record, hasId);
    else this.addToSum(record, hasId);
  }

  private isKeyless(record: TextRecord): boolean {
    const { plan } = this;
    return [plan.meter, plan.date, ...plan.kept].some((column) => record.isBlankAt(column));
  }

  private breakSums(): void {
    this.key.keys.forget();
    this.sinceBreak = 0;
  }

  private readFigure({ text, starts, ends, count }: TextRecord): boolean {
    const { quantity } = this.plan;
    return quantity < count && this.figure.read(text, starts[quantity]!, ends[quantity]!);
  }

  /** Whether a row with the same Event ID, or without one and the same in every cell, is known or to be known. */
  private isRepeated(hasId: boolean): boolean {
    if (!this.areRepeatsKnown) return false;
    const isRepeated = this.known.isRepeated();
    if (hasId) return isRepeated;
    // The row behind one that repeats another shows that the next repeated one does not follow it.
    const isKept = isRepeated || this.isAfterRepeat;
    this.isAfterRepeat = isRepeated;
    return isKept;
  }

  /** The first rows, and the first of each notation: what they show of their columns is seen in them. */
  private isWitness(isFigure: boolean): boolean {
    if (this.sinceBreak < WITNESSES) {
      this.sinceBreak++;
      return true;
    }
    const { notation } = this.figure;
    if (!isFigure || notation === 0 || this.notations.has(notation)) return false;
    this.notations.add(notation);
    return true;
  }

  /** Whether a date is one that its row can be added up by: a day, or a text without a time. */
  private isDated({ text, starts, ends }: TextRecord, isDay: boolean): boolean {
    const { date } = this.plan;
    if (isDay) return true;
    this.day.end = ends[date]!;
    return !text.subarray(starts[date], ends[date]).includes(COLON);
  }

  /** Whether a field has words of a total: the row may be one, which closes those above it. */
  private saysTotal(record: TextRecord): boolean {
    for (let column = 0; column < record.count; column++)
      if (column !== this.plan.eventId && this.plan.labelsSummary(record.textAt(column))) return true;
    return false;
  }

  private addsUpAt(record: TextRecord): boolean {
    const { meter, contract, addsUp } = this.plan;
    return addsUp(contract === undefined ? "" : record.textAt(contract), record.textAt(meter));
  }

  /** A row of its own, without what nobody reads. */
  private addAlone(record: TextRecord, hasId: boolean): void {
    const shown = this.unread.filter((unread) => unread.isShown(unread.kindAt(record)));
    const isShown = (column: number) => shown.some((unread) => unread.column === column);
    this.grid.add(record, {
      leftOut: (column) => !this.needed.has(column) && !isShown(column),
      count: hasId ? -1 : 1,
    });
  }

  private addToSum(record: TextRecord, hasId: boolean): void {
    const { plan, key, figure, grid } = this;
    const { keys } = key;
    key.make(record, hasId, true);
    const found = keys.find();
    const row = keys.valueOf(found);
    if (row >= 0 && grid.fold(row, figure.value, MOST_SCALED)) return;
    if (row === -1 && this.saysTotal(record)) {
      grid.add(record, asItIs);
      this.breakSums();
      return;
    }
    if (row === ROW_BY_ROW || (row < 0 && !this.addsUpAt(record))) {
      keys.set(found, ROW_BY_ROW);
      this.addAlone(record, hasId);
      return;
    }
    const added = grid.add(record, {
      dayEnd: this.day.end,
      receivedEnd: key.receivedEnd(record),
      leftOut: (column) => column === plan.eventId || column === plan.quantity,
      count: hasId ? -1 : 1,
    });
    grid.begin(added, figure.value);
    if (figure.isWhole) this.wholeSums.add(added);
    keys.set(found, added);
  }
}
