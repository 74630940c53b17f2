import type { Draw } from "./draw";
import type { Customer, Document } from "./month";

/** Documents that nobody has paid yet; what a payment takes is gone from it. */
export class Pool {
  private readonly open: Set<Document>;

  constructor(
    readonly draw: Draw,
    readonly customers: readonly Customer[],
    documents: readonly Document[],
  ) {
    this.open = new Set(documents);
  }

  /** All that a customer has left, credit notes included; documents of the last days of a month come later. */
  of(customer: Customer, upTo = Infinity): Document[] {
    return [...this.open].filter((document) => document.customer === customer && document.day <= upTo);
  }

  take(documents: readonly Document[]): void {
    for (const document of documents) this.open.delete(document);
  }

  /** An invoice at random of which something holds; it is gone then. */
  invoice(holds: (document: Document) => boolean = () => true): Document | undefined {
    const found = [...this.open].filter((document) => document.cents > 0 && holds(document));
    if (found.length === 0) return undefined;
    const document = this.draw.of(found);
    this.take([document]);
    return document;
  }

  /** Several invoices of one customer, the oldest of those it has. */
  invoices(least: number, most: number): readonly Document[] {
    const count = this.draw.whole(least, most);
    const many = this.customers.filter(
      (customer) => this.of(customer).filter(({ cents }) => cents > 0).length >= count,
    );
    if (many.length === 0) return [];
    const own = this.of(this.draw.of(many)).filter(({ cents }) => cents > 0);
    const first = this.draw.whole(0, own.length - count);
    const taken = own.slice(first, first + count);
    this.take(taken);
    return taken;
  }
}
