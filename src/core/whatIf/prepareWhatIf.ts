import { groupBy } from "../base/groupBy";

import type { Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { billedServiceOf } from "../documents/billedService";
import { amountsOfItems } from "../invoicing/invoiceLines";
import { sum, zero, type Decimal } from "../money/decimal";
import { minorDigits } from "../money/currency";
import { chargeAnew, rateMetered } from "../rating/rateAnew";
import { rateContract } from "../rating/rateContract";
import { roundedAmount, type RatedItem } from "../rating/ratedItem";
import type { RatingContext } from "../rating/ratingContext";
import type { Settings } from "../settings/settings";
import type { WhatIfAnswer } from "./answer";
import { answerOf, type PriceDifference } from "./answerOf";
import { billedNets, finalDocuments, netKey, ratedDocuments, type RunDocument } from "./billedNet";
import type { OtherTerms } from "./otherTerms";
import { billedBeside, rateRun, watchFaults, type RatedRun, type WhatIfBook } from "./rateToday";
import { isSameContract, roundingAgrees, sameShape, sharesOfDaysAgree } from "./sameShape";

/** Final documents of a workbook with all that is needed to rate them by other terms. */
export interface WhatIf {
  readonly periods: readonly Period[];
  /** Today's nets, and what they would be. */
  readonly reprice: (terms: OtherTerms) => WhatIfAnswer;
}

type ByPrice = ReadonlyMap<string, { readonly item: RatedItem; readonly amount: Decimal }>;

/** The rounded amounts of items by contract and price. */
function amountsByPrice(items: readonly RatedItem[], settings: Settings): ByPrice {
  const keyOf = ({ contract, price }: RatedItem) => `${contract.contractId}|${price?.priceId ?? ""}`;
  const amounts = settings.lineRounding === "invoice" ? amountsOfItems(items, settings) : undefined;
  let step = 0;
  const rounded = items.map((item) => {
    const digits = minorDigits(item.contract.currency);
    const first = step;
    step += item.lines.length;
    const amount = amounts
      ? sum(amounts.slice(first, step))
      : roundedAmount(item, digits, settings.roundingMode);
    return { item, amount };
  });
  return new Map(
    [...groupBy(rounded, ({ item }) => keyOf(item))].map(([key, group]) => [
      key,
      { item: group[0]!.item, amount: sum(group.map(({ amount }) => amount)) },
    ]),
  );
}

interface PreparedDocument extends RunDocument {
  /** What today's terms make of each contract; undefined where they give no amount. */
  readonly rated: ReadonlyMap<Contract, RatedRun | undefined>;
  readonly amounts: ByPrice;
}

function differences(document: PreparedDocument, other: ByPrice): PriceDifference[] {
  const { amounts, run, currency } = document;
  return [...new Set([...amounts.keys(), ...other.keys()])].flatMap((key): PriceDifference[] => {
    const [today, then] = [amounts.get(key), other.get(key)];
    const difference = (then?.amount ?? zero).minus(today?.amount ?? zero);
    if (difference.isZero()) return [];
    const { contract, price } = (then ?? today)!.item;
    const named = {
      contractId: contract.contractId,
      priceId: price?.priceId ?? "",
      product: price?.product ?? "Minimum commitment",
      currency,
    };
    // Lines of other systems name no price: theirs is the one of the product.
    const byProduct = netKey({ ...named, priceId: "" }, run);
    const customerId = contract.customer.customerId;
    return [{ ...named, customerId, key: netKey(named, run), byProduct, period: run, difference }];
  });
}

/** What other terms make of the contracts of a workbook, each charged anew once. */
class Repricing {
  readonly withoutAmount: WhatIfAnswer["withoutAmount"][number][] = [];
  private readonly faults = watchFaults();
  private readonly context: RatingContext;
  private readonly billed: ReturnType<typeof billedBeside>;
  private readonly others = new Map<Contract, { other: Contract | undefined; isMetered: boolean }>();

  constructor(
    private readonly today: RatingContext,
    private readonly billedToday: ReturnType<typeof billedBeside>,
    book: WhatIfBook,
    private readonly terms: OtherTerms,
  ) {
    this.context = { ...today, settings: terms.settings, report: this.faults.report, rated: new Map() };
    this.billed = billedBeside(book.register, terms.settings);
  }

  /** The contract by the other terms; undefined where they change nothing of it. */
  otherOf(contract: Contract): { other: Contract | undefined; isMetered: boolean } {
    const known = this.others.get(contract);
    if (known) return known;
    const found = this.terms.contractById.get(contract.contractId);
    const daysAgree = sharesOfDaysAgree(this.today.settings, this.terms.settings);
    const isSame = found !== undefined && daysAgree && isSameContract(contract, found);
    const priceOf = found && !isSame && daysAgree ? sameShape(contract, found) : undefined;
    const before = this.today.rated.get(contract);
    if (found && priceOf && before)
      this.context.rated.set(found, chargeAnew(before, found, priceOf, this.context));
    const answer = { other: isSame ? undefined : found, isMetered: priceOf !== undefined };
    this.others.set(contract, answer);
    return answer;
  }

  /** What a run bills of a contract by the other terms; undefined, and noted, where they give no amount. */
  rate(contract: Contract, run: Period, rated: RatedRun): readonly RatedItem[] | undefined {
    const { other, isMetered } = this.otherOf(contract);
    if (!other) return rated.items;
    if (other.currency !== contract.currency)
      return this.note(contract, run, `its currency would be ${other.currency}`);
    this.faults.take();
    const items =
      isMetered && rated.isPlain
        ? rateMetered(other, run, this.billedToday(run), this.context)
        : rateContract(other, run, this.billed(run), this.context).items;
    const fault = this.faults.take();
    return fault === undefined ? items : this.note(contract, run, fault);
  }

  private note({ contractId }: Contract, period: Period, reason: string): undefined {
    this.withoutAmount.push({ contractId, period, reason });
  }

  /** Whether a document has to be looked at. */
  touches({ contracts }: PreparedDocument): boolean {
    return (
      !roundingAgrees(this.today.settings, this.terms.settings) ||
      contracts.some((contract) => this.otherOf(contract).other !== undefined)
    );
  }
}

/** The amounts of a document by the other terms; a contract without an amount counts as it is today. */
function otherAmounts({ run, rated }: PreparedDocument, repricing: Repricing, settings: Settings): ByPrice {
  const items = [...rated].flatMap(([contract, today]) =>
    today ? (repricing.rate(contract, run, today) ?? today.items) : [],
  );
  return amountsByPrice(items, settings);
}

const runsInOrder = (documents: readonly { readonly period: Period }[]): Period[] =>
  [...groupBy(documents, ({ period }) => `${String(period.from)} ${String(period.to)}`).values()]
    .map(([first]) => first!.period)
    .sort((a, b) => a.from - b.from || a.to - b.to);

/**
 * Reads what final documents of some periods bill (all of them where none is given) and meters their usage once. Kept
 * are today's nets by contract, price and period, and for each contract the quantity of every part of a period that one
 * price covers, so that other prices are multiplications. Of prices that rate every event alone the rows are kept as
 * well; contracts whose days or meters change, or which bill late usage, are rated anew from their rows.
 */
export function prepareWhatIf(book: WhatIfBook, periods: readonly Period[] = []): WhatIf {
  const { catalog, settings, register } = book;
  const faults = watchFaults();
  const today: RatingContext = { ...book, report: faults.report, rated: new Map() };
  const billed = billedBeside(register, settings);
  const documents = finalDocuments(register, periods);
  const nets = billedNets(documents, catalog);
  const byCustomer = settings.invoiceGrouping === "customer";
  const prepared = ratedDocuments(documents, catalog, billedServiceOf(register, settings), byCustomer).map(
    (document): PreparedDocument => {
      const rated = new Map(
        document.contracts.map((contract) => {
          faults.take();
          const run = rateRun(contract, document.run, billed(document.run), today);
          return [contract, faults.take() === undefined ? run : undefined] as const;
        }),
      );
      const items = [...rated.values()].flatMap((each) => each?.items ?? []);
      return { ...document, rated, amounts: amountsByPrice(items, settings) };
    },
  );
  const runs = runsInOrder(documents);
  const unrated = prepared.flatMap(({ run, rated }) =>
    [...rated].flatMap(([{ contractId }, each]) =>
      each ? [] : [{ contractId, period: run, reason: "today's terms give it no amount" }],
    ),
  );
  return {
    periods: runs,
    reprice: (terms) => {
      const repricing = new Repricing(today, billed, book, terms);
      const changed = prepared
        .filter((document) => repricing.touches(document))
        .flatMap((document) =>
          differences(document, otherAmounts(document, repricing, terms.settings)),
        );
      const withoutAmount = [...unrated, ...repricing.withoutAmount];
      return { periods: runs, withoutAmount, ...answerOf(nets, changed) };
    },
  };
}
