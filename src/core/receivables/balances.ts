import type { Day } from "../calendar/day";
import type { Decimal } from "../money/decimal";
import type { OpenDocument, PostedRow, Receipt, Source } from "./book";
import type { ApplicationKind } from "./tables/applications.table";

/** Something put against a document, from a day on. What took effect only until a day is taken back by an opposite one. */
export interface Movement {
  readonly day: Day;
  readonly kind: ApplicationKind;
  readonly source: Source;
  readonly document: OpenDocument;
  readonly amount: Decimal;
  /** What of the document was open before. */
  readonly before: Decimal;
  /** The row that says so; undefined where the payment or credit note itself names its invoice. */
  readonly row: PostedRow | undefined;
}

/** Balances while days pass. */
export class Balances {
  private readonly open = new Map<OpenDocument, Decimal>();
  private readonly left = new Map<Receipt, Decimal>();

  openOf(document: OpenDocument): Decimal {
    return this.open.get(document) ?? document.total;
  }

  leftOf(receipt: Receipt): Decimal {
    return this.left.get(receipt) ?? receipt.amount;
  }

  move({ kind, source, document, amount }: Omit<Movement, "day" | "row" | "before">): void {
    this.open.set(document, this.openOf(document).minus(amount));
    if (source.type === "credit") this.open.set(source.document, this.openOf(source.document).plus(amount));
    else if (kind === "cash") this.left.set(source.receipt, this.leftOf(source.receipt).minus(amount));
  }
}
