import { zero, type Decimal } from "../../money/decimal";
import type { OpenDocument } from "../book";
import type { Ledger } from "../ledger";
import type { Payment } from "../book";
import { oldestFirst } from "./shares";
import type { Item } from "./fit";

/** An item whose open amount falls as payments take it. */
class LiveItem implements Item {
  constructor(
    readonly document: OpenDocument,
    public open: Decimal,
    /** As a double, to look through thousands quickly; what decides is `open`. */
    public size: number,
  ) {}
}

interface Entry {
  readonly size: number;
  readonly item: LiveItem;
}

/** The first place of an entry of at least a size. */
function firstIndexOfSize(entries: readonly Entry[], size: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.size < size) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What one customer has open in one currency, oldest due first. */
export class OpenItems {
  private live: LiveItem[];
  private readonly byDocument: ReadonlyMap<OpenDocument, LiveItem>;
  /** Settled items that are still among `live`: taken out together, so that taking one costs little. */
  private settled = 0;
  private readonly bySize: Entry[];
  private total: Decimal;
  /** The highest rate of discount that any of them may earn. */
  readonly highestRate: number;

  constructor(documents: readonly OpenDocument[], openOf: (document: OpenDocument) => Decimal) {
    this.live = documents
      .map((document) => new LiveItem(document, openOf(document), openOf(document).toNumber()))
      .sort(oldestFirst);
    this.byDocument = new Map(this.live.map((item) => [item.document, item]));
    this.bySize = this.live.map((item) => ({ size: item.size, item })).sort((a, b) => a.size - b.size);
    this.total = this.live.reduce((all, { open }) => all.plus(open), zero);
    const rates = documents.flatMap(({ terms }) => terms?.discounts.map(({ rate }) => rate.toNumber()) ?? []);
    this.highestRate = rates.reduce((most, rate) => Math.max(most, rate), 0);
  }

  /** All that is open, credits included. */
  get all(): readonly Item[] {
    if (this.settled > 0) this.live = this.live.filter(({ size }) => size !== 0);
    this.settled = 0;
    return this.live;
  }

  /** How many are open. */
  get count(): number {
    return this.live.length - this.settled;
  }

  get sum(): Decimal {
    return this.total;
  }

  of(document: OpenDocument): Item | undefined {
    const item = this.byDocument.get(document);
    return item?.open.isZero() === false ? item : undefined;
  }

  /** Those whose open amount is within bounds, roughly: the caller looks again. */
  sized(from: number, to: number): Item[] {
    const found: Item[] = [];
    for (let index = firstIndexOfSize(this.bySize, from); index < this.bySize.length; index++) {
      const { size, item } = this.bySize[index]!;
      if (size > to) break;
      if (item.size === size && size !== 0) found.push(item);
    }
    return found;
  }

  /** Those due before a day, credits aside, if they come to about an amount between bounds. */
  pastDue(before: number, from: number, to: number): readonly Item[] {
    let size = 0;
    let count = 0;
    for (const item of this.live) {
      if (item.document.due >= before) break;
      count++;
      if (!item.document.isCredit) size += item.size;
    }
    if (count === 0 || size < from || size > to) return [];
    return this.live.slice(0, count).filter(({ document, size: open }) => !document.isCredit && open !== 0);
  }

  /** Takes an amount off a document; one below 0 is added. */
  take(document: OpenDocument, amount: Decimal): void {
    const item = this.byDocument.get(document);
    if (!item || amount.isZero()) return;
    item.open = item.open.minus(amount);
    item.size = item.open.toNumber();
    this.total = this.total.minus(amount);
    if (item.open.isZero()) this.settled++;
    else this.bySize.splice(firstIndexOfSize(this.bySize, item.size), 0, { size: item.size, item });
  }
}

const keyOf = ({ customerId, currency }: { readonly customerId: string; readonly currency: string }) =>
  `${currency}|${customerId}`;

/** What everybody has open, by customer and currency. */
export class OpenBook {
  private readonly groups = new Map<string, OpenItems>();
  private readonly nothing = new OpenItems([], () => zero);

  constructor({ documents, openOf }: Ledger) {
    const byKey = new Map<string, OpenDocument[]>();
    for (const document of documents) {
      if (openOf(document).isZero()) continue;
      const group = byKey.get(keyOf(document));
      if (group) group.push(document);
      else byKey.set(keyOf(document), [document]);
    }
    for (const [key, group] of byKey) this.groups.set(key, new OpenItems(group, openOf));
  }

  /** Nothing where nobody knows whose the payment is. */
  of(party: Payment | OpenDocument): OpenItems {
    return (party.customerId === "" ? undefined : this.groups.get(keyOf(party))) ?? this.nothing;
  }
}
