import { groupBy } from "../base/groupBy";
import type { Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import type { DocumentRegister } from "../documents/register";
import { ruledContracts, type RuledBook } from "../invoicing/documentRules";
import { sum, type Decimal } from "../money/decimal";
import { rateContract } from "../rating/rateContract";
import type { RatedItem } from "../rating/ratedItem";
import type { PriceDifference } from "./answerOf";
import { BillAnew, type BilledLine, type Side } from "./billAnew";
import { netKey, runsInOrder, type RunDocument } from "./billedNet";
import type { Repricing } from "./repricing";
import { remembers } from "./sameShape";

/** A document with the contracts that today's terms give an amount. */
export interface WholeDocument extends RunDocument {
  readonly isRated: (contract: Contract) => boolean;
}

/** A run as today's terms bill it. */
interface RunToday {
  readonly lines: readonly BilledLine[];
  readonly items: ReadonlyMap<Contract, readonly RatedItem[]>;
}

interface Runs {
  readonly run: Period;
  readonly documents: readonly WholeDocument[];
  readonly today: RunToday;
}

const totalOf = (lines: readonly BilledLine[]): Decimal => sum(lines.map(({ line }) => line.amount));

/**
 * Documents that cannot be reckoned price by price: rules are over them, or what their contracts owe depends on what was
 * billed before. They are billed anew run by run on both sides, and the difference counts.
 */
export class WholeDocuments {
  private readonly known = new Map<string, readonly Runs[]>();

  constructor(
    private readonly documents: readonly WholeDocument[],
    private readonly today: Side,
    private readonly register: DocumentRegister,
  ) {}

  /** Which documents are such by today's terms or by others. */
  isWholeBy(books: readonly RuledBook[]): (document: RunDocument) => boolean {
    const ruled = books.map(ruledContracts);
    const isMeant = ({ contractId }: Contract) =>
      ruled.some((test) => test(contractId)) ||
      books.some(({ catalog }) => remembers(catalog.contractById.get(contractId)));
    return ({ contracts }) => contracts.some(isMeant);
  }

  /** What other terms change on such documents, line by line. */
  differences(isWhole: (document: RunDocument) => boolean, other: Side, repricing: Repricing) {
    const anew = new BillAnew(other, this.register);
    return this.runsOf(isWhole).flatMap(({ run, documents, today: { lines, items } }) => {
      const after = anew.run(run, documents, (contract, billed) => {
        const own = items.get(contract);
        return own && (repricing.rate(contract, run, billed) ?? own);
      });
      return lineDifferences(run, { before: lines, after }, this.today.catalog);
    });
  }

  /** The runs of such documents as today's terms bill them: the same for every question about them. */
  private runsOf(isWhole: (document: RunDocument) => boolean): readonly Runs[] {
    const whole = this.documents.filter(isWhole);
    const key = whole.map((document) => this.documents.indexOf(document)).join(" ");
    const known = this.known.get(key) ?? this.billToday(whole);
    this.known.set(key, known);
    return known;
  }

  private billToday(whole: readonly WholeDocument[]): readonly Runs[] {
    const anew = new BillAnew(this.today, this.register);
    return runsInOrder(whole.map(({ run }) => run)).map((run) => {
      const documents = whole.filter((each) => each.run.from === run.from && each.run.to === run.to);
      const rated = new Set(documents.flatMap(({ contracts, isRated }) => contracts.filter(isRated)));
      const items = new Map<Contract, readonly RatedItem[]>();
      const lines = anew.run(run, documents, (contract, billed) => {
        if (!rated.has(contract)) return undefined;
        const own = rateContract(contract, run, billed, this.today.context).items;
        items.set(contract, own);
        return own;
      });
      return { run, documents, today: { lines, items } };
    });
  }
}

function lineDifferences(
  run: Period,
  { before, after }: { readonly before: readonly BilledLine[]; readonly after: readonly BilledLine[] },
  { contractById }: Catalog,
): PriceDifference[] {
  const keyOf = ({ line, currency }: BilledLine) => netKey({ ...line, currency }, run);
  const [was, is] = [groupBy(before, keyOf), groupBy(after, keyOf)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): PriceDifference[] => {
    const [old, now] = [was.get(key) ?? [], is.get(key) ?? []];
    const difference = totalOf(now).minus(totalOf(old));
    if (difference.isZero()) return [];
    const { line, currency } = [...now, ...old][0]!;
    const { contractId, priceId, product, item } = line;
    const contract = item?.contract ?? contractById.get(contractId);
    const named = { contractId, priceId, product, currency };
    const customerId = contract?.customer.customerId ?? "";
    const byProduct = netKey({ ...named, priceId: "" }, run);
    return [{ ...named, customerId, key, byProduct, period: run, difference }];
  });
}
