import type { Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import type { DocumentRegister } from "../documents/register";
import { chainsOfRun, chargeAnew } from "../rating/rateAnew";
import { rateContract } from "../rating/rateContract";
import { rateFixedFees } from "../rating/fixedFees";
import type { RatedItem } from "../rating/ratedItem";
import { rateUsagePart } from "../rating/rateParts";
import type { RatingContext } from "../rating/ratingContext";
import type { WhatIfAnswer } from "./answer";
import type { OtherTerms } from "./otherTerms";
import { billedBeside, watchFaults, type RatedRun } from "./rateToday";
import { otherPrices, sharesOfDaysAgree, type OtherPrices } from "./sameShape";

/** What today's terms made of a workbook. */
export interface Today {
  readonly context: RatingContext;
  readonly agreements: OtherTerms["agreements"];
  readonly billed: (run: Period) => BilledService;
}

/** A contract by other terms; undefined where they change nothing of it. */
type Other = { readonly contract: Contract; readonly prices: OtherPrices } | undefined;

/** Items of a contract that other terms change. */
export interface ItemChange {
  readonly today: readonly RatedItem[];
  readonly other: readonly RatedItem[];
  /** Those of today that stay. */
  readonly kept: readonly RatedItem[];
}

const otherCurrency = (currency: string) => `its currency would be ${currency}`;

const nothingOf = ({ items }: RatedRun): ItemChange => ({ today: [], other: [], kept: items });

/** One question put to a prepared workbook: every contract is charged anew once, for all its runs. */
export class Repricing {
  readonly withoutAmount: WhatIfAnswer["withoutAmount"][number][] = [];
  private readonly faults = watchFaults();
  readonly context: RatingContext;
  private readonly billed: (run: Period) => BilledService;
  private readonly others = new Map<Contract, Other>();

  constructor(
    private readonly today: Today,
    register: DocumentRegister,
    private readonly terms: OtherTerms,
  ) {
    const { settings, catalog } = terms;
    this.context = { ...today.context, catalog, settings, report: this.faults.report, rated: new Map() };
    this.billed = billedBeside(register, settings);
  }

  private otherOf(contract: Contract): Other {
    if (this.others.has(contract)) return this.others.get(contract);
    const found = this.terms.catalog.contractById.get(contract.contractId);
    const daysAgree = sharesOfDaysAgree(this.today.context.settings, this.terms.settings);
    const areRulesSame = this.terms.agreements === this.today.agreements;
    const compared = found && otherPrices(contract, found, areRulesSame);
    const prices = compared && { ...compared, isSameShape: compared.isSameShape && daysAgree };
    const other = found && prices && !(prices.isSame && daysAgree) ? { contract: found, prices } : undefined;
    const before = this.today.context.rated.get(contract);
    if (other?.prices.isSameShape && before)
      this.context.rated.set(other.contract, chargeAnew(before, other.prices.priceOf, this.context));
    this.others.set(contract, other);
    return other;
  }

  /** What changes of a contract in a run; where the other terms give no amount, nothing does, and that is noted. */
  change(contract: Contract, run: Period, rated: RatedRun): ItemChange {
    const other = this.otherOf(contract);
    if (!other) return nothingOf(rated);
    if (other.contract.currency !== contract.currency)
      return this.note(contract, run, rated, otherCurrency(other.contract.currency));
    this.faults.take();
    const changed = this.changed(contract, other, run, rated);
    const fault = this.faults.take();
    return fault === undefined ? changed : this.note(contract, run, rated, fault);
  }

  /** All that a contract bills by the other terms after what was billed before; undefined where they change nothing. */
  rate(contract: Contract, run: Period, billed: BilledService): readonly RatedItem[] | undefined {
    const other = this.otherOf(contract);
    if (!other) return undefined;
    const { currency } = other.contract;
    this.faults.take();
    const { items } = rateContract(other.contract, run, billed, this.context);
    const fault =
      this.faults.take() ?? (currency === contract.currency ? undefined : otherCurrency(currency));
    if (fault === undefined) return items;
    this.withoutAmount.push({ contractId: contract.contractId, period: run, reason: fault });
    return undefined;
  }

  private changed(
    contract: Contract,
    { contract: other, prices }: NonNullable<Other>,
    run: Period,
    { items, isPlain }: RatedRun,
  ): ItemChange {
    if (!isPlain || !prices.isSameShape)
      return {
        today: items,
        other: rateContract(other, run, this.billed(run), this.context).items,
        kept: [],
      };
    return this.changedPrices(contract, other, prices.priceOf, run, items);
  }

  /** Prices of a contract stand for themselves: the others stay as they are. */
  private changedPrices(
    contract: Contract,
    other: Contract,
    priceOf: (price: Price) => Price,
    run: Period,
    items: readonly RatedItem[],
  ): ItemChange {
    const changes = (price: Price) => priceOf(price) !== price;
    const chains = chainsOfRun(contract, run, this.today.context);
    const isChanged = chains.map((parts) => parts.some(({ price }) => changes(price)));
    const metered = new Set(
      chains.flatMap((parts, index) => (isChanged[index] ? parts.map(({ price }) => price) : [])),
    );
    const hasOtherFees = contract.prices.some((price) => price.isFixed && changes(price));
    const isOther = ({ price, kind }: RatedItem) =>
      kind === "fixed" ? hasOtherFees : price !== undefined && metered.has(price);
    const fees = hasOtherFees ? rateFixedFees(other, run, this.today.billed(run), this.context) : [];
    const usage = chainsOfRun(other, run, this.context)
      .filter((_, index) => isChanged[index])
      .flat()
      .flatMap((part) => rateUsagePart(other, part, this.context) ?? []);
    return {
      today: items.filter(isOther),
      other: [...fees, ...usage],
      kept: items.filter((item) => !isOther(item)),
    };
  }

  private note({ contractId }: Contract, period: Period, rated: RatedRun, reason: string): ItemChange {
    this.withoutAmount.push({ contractId, period, reason });
    return nothingOf(rated);
  }
}
