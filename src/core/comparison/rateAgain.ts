import { once } from "../base/once";
import type { Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import { billedServiceOf, type BilledService } from "../documents/billedService";
import { amountsOfItems } from "../invoicing/invoiceLines";
import { registerBefore, registerUntil } from "../invoicing/registerChanges";
import { sum, type Decimal } from "../money/decimal";
import { rateContract } from "../rating/rateContract";
import type { RatedItem } from "../rating/ratedItem";
import type { RatingContext } from "../rating/ratingContext";
import { saysNoAmount } from "../rating/saysNoAmount";
import type { Settings } from "../settings/settings";
import type { ComparedBook } from "./comparedBook";
import { netUnderRules, type DocumentRules } from "./ruledDocument";

/** What a document comes to before tax and adjustments, and what it was rated from. */
export interface RatedAgain {
  readonly net: Decimal;
  readonly items: readonly RatedItem[];
}

/** Usage and earlier documents of one book, ready to rate contracts of either for the days of a run. */
export interface Rater {
  readonly rate: (contract: Contract) => readonly RatedItem[] | undefined;
}

export function raterOf(book: ComparedBook, settings: Settings, run: Period): Rater {
  const beside = registerBefore(book.register, run);
  const billed: BilledService = billedServiceOf(beside, settings);
  const before = once(() => billedServiceOf(registerUntil(beside, run.to), settings));
  let hasFault = false;
  const context: RatingContext = {
    catalog: book.catalog,
    contractIndex: book.contractIndex,
    metered: book.metered,
    meters: book.meters,
    settings,
    report: (issue) => {
      if (saysNoAmount(issue)) hasFault = true;
    },
    standing: billed,
    billing: { run, billed },
    rated: new Map(),
  };
  return {
    rate: (contract) => {
      hasFault = false;
      // Usage may have been billed late; progress is all that was reported less all that was billed until then.
      const isProgress = contract.agreed.projects.progress.length > 0;
      const { items } = rateContract(contract, run, isProgress ? before() : billed, context);
      return hasFault ? undefined : items;
    },
  };
}

/**
 * The net of a document over the contracts that it bills, under the rules over documents where there are any; undefined
 * where one of them has no amount.
 */
export function rateDocument(
  contracts: readonly { readonly contract: Contract; readonly rater: Rater }[],
  settings: Settings,
  rules: DocumentRules | undefined,
): RatedAgain | undefined {
  const rated: { readonly contract: Contract; readonly items: readonly RatedItem[] }[] = [];
  for (const { contract, rater } of contracts) {
    const items = rater.rate(contract);
    if (!items) return undefined;
    rated.push({ contract, items });
  }
  const items = rated.flatMap((each) => each.items);
  const net = rules ? netUnderRules(rated, rules, settings) : sum(amountsOfItems(items, settings));
  return { items, net };
}
