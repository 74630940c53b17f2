import { addAll } from "../base/manyValues";
import { groupBy } from "../base/groupBy";

import type { Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { billedServiceOf } from "../documents/billedService";
import type { DocumentRegister } from "../documents/register";
import { amountsOfItems } from "../invoicing/invoiceLines";
import { sum, zero, type Decimal } from "../money/decimal";
import { minorDigits } from "../money/currency";
import { roundedAmount, type RatedItem } from "../rating/ratedItem";
import type { RatingContext } from "../rating/ratingContext";
import type { Settings } from "../settings/settings";
import type { WhatIfAnswer } from "./answer";
import { answerOf, type PriceDifference } from "./answerOf";
import type { Side } from "./billAnew";
import {
  billedNets,
  finalDocuments,
  netKey,
  ratedDocuments,
  runsInOrder,
  type RunDocument,
} from "./billedNet";
import type { OtherTerms } from "./otherTerms";
import { billedBeside, rateRun, watchFaults, type RatedRun, type WhatIfBook } from "./rateToday";
import { Repricing, type ItemChange } from "./repricing";
import { roundingAgrees } from "./sameShape";
import { WholeDocuments } from "./wholeDocuments";

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
      { item: group[0].item, amount: sum(group.map(({ amount }) => amount)) },
    ]),
  );
}

interface PreparedDocument extends RunDocument {
  /** What today's terms make of each contract; undefined where they give no amount. */
  readonly rated: ReadonlyMap<Contract, RatedRun | undefined>;
}

/** Items of a document that change, as they are today and by the other terms. */
type ChangedItems = Pick<ItemChange, "today" | "other">;

/** The rounded amounts of items as differences by price. */
function differences(
  { run, currency }: RunDocument,
  { today, other }: ChangedItems,
  settings: { readonly today: Settings; readonly other: Settings },
): PriceDifference[] {
  const [before, after] = [amountsByPrice(today, settings.today), amountsByPrice(other, settings.other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): PriceDifference[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const difference = (is?.amount ?? zero).minus(was?.amount ?? zero);
    if (difference.isZero()) return [];
    const { contract, price } = (is ?? was)!.item;
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

/**
 * What changes of a document. Line rounding rounds every item for itself, so only items that change are looked at;
 * invoice rounding shares one rounded sum over all of them.
 */
function changedItems(
  { run, rated }: PreparedDocument,
  repricing: Repricing,
  isRoundedOnce: boolean,
): ChangedItems {
  const today: RatedItem[] = [];
  const other: RatedItem[] = [];
  for (const [contract, before] of rated) {
    if (!before) continue;
    const changed = repricing.change(contract, run, before);
    const kept = isRoundedOnce ? changed.kept : [];
    addAll(today, [...kept, ...changed.today]);
    addAll(other, [...kept, ...changed.other]);
  }
  return { today, other };
}

/** Documents of which some are billed as a whole, by today's terms. */
function wholeOf(
  prepared: readonly PreparedDocument[],
  today: Omit<Side, "contractOf">,
  register: DocumentRegister,
): WholeDocuments {
  const documents = prepared.map(({ rated, ...document }) => ({
    ...document,
    isRated: (contract: Contract) => rated.get(contract) !== undefined,
  }));
  return new WholeDocuments(documents, { ...today, contractOf: (contract) => contract }, register);
}

const unratedOf = (prepared: readonly PreparedDocument[]): WhatIfAnswer["withoutAmount"] =>
  prepared.flatMap(({ run, rated }) =>
    [...rated].flatMap(([{ contractId }, each]) =>
      each ? [] : [{ contractId, period: run, reason: "today's terms give it no amount" }],
    ),
  );

/**
 * Reads what final documents of some periods bill (all of them where none is given) and meters their usage once. Kept
 * are today's nets by contract, price and period, and for each contract the quantity of every part of a period that one
 * price covers, so that other prices are multiplications. Of prices that rate every event alone the rows are kept as
 * well; contracts whose days or meters change, or which bill late usage, are rated anew from their rows.
 */
export function prepareWhatIf(book: WhatIfBook, periods: readonly Period[] = []): WhatIf {
  const { catalog, settings, register } = book;
  const faults = watchFaults();
  const standing = billedServiceOf(register, settings);
  const today: RatingContext = {
    ...book,
    report: faults.report,
    standing,
    billing: undefined,
    rated: new Map(),
  };
  const billed = billedBeside(register, settings);
  const documents = finalDocuments(register, periods);
  const nets = billedNets(documents, catalog);
  const byCustomer = settings.invoiceGrouping === "customer";
  const prepared = ratedDocuments(documents, catalog, standing, byCustomer).map(
    (document): PreparedDocument => {
      const rated = new Map(
        document.contracts.map((contract) => {
          faults.take();
          const run = rateRun(contract, document.run, billed(document.run), today);
          return [contract, faults.take() === undefined ? run : undefined] as const;
        }),
      );
      return { ...document, rated };
    },
  );
  const whole = wholeOf(prepared, { catalog, settings, context: today }, register);
  const runs = runsInOrder(documents.map(({ period }) => period));
  return {
    periods: runs,
    reprice: (terms) => {
      const repricing = new Repricing(
        { context: today, agreements: book.tables.terms, billed },
        register,
        terms,
      );
      const both = { today: settings, other: terms.settings };
      const isRoundedOnce = !roundingAgrees(settings, terms.settings) || settings.lineRounding === "invoice";
      const isWhole = whole.isWholeBy([book, terms]);
      const side = {
        ...terms,
        context: repricing.context,
        contractOf: (contract: Contract) => terms.catalog.contractById.get(contract.contractId) ?? contract,
      };
      const changed = [
        ...prepared
          .filter((document) => !isWhole(document))
          .flatMap((document) =>
            differences(document, changedItems(document, repricing, isRoundedOnce), both),
          ),
        ...whole.differences(isWhole, side, repricing),
      ];
      const withoutAmount = [...unratedOf(prepared), ...repricing.withoutAmount];
      return { periods: runs, withoutAmount, ...answerOf(nets, changed) };
    },
  };
}
