import type { Period } from "../../calendar/period";
import type { Contract, Price } from "../../catalog/records";
import { wholePeriod } from "../../calendar/proration";
import type { BilledService } from "../../documents/billedService";
import { one, zero, type Decimal } from "../../money/decimal";
import type { ChargeKind } from "../../pricing/charge";
import { noRows, type ItemTerm, type RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";

/** What a run knows of a contract when it comes to a rule. */
export interface StepInput {
  readonly contract: Contract;
  readonly run: Period;
  /** What final documents bill: what a rule took, gave or capped before is read from here. */
  readonly billed: BilledService;
  /** What the run bills of the contract so far: its prices, late usage included, and what earlier rules made of it. */
  readonly items: readonly RatedItem[];
}

/** A rule over what the prices of a contract bill: the items that it adds. */
export type ContractStep = (input: StepInput, context: RatingContext) => readonly RatedItem[];

interface TermAmount {
  readonly contract: Contract;
  /** The price that it is taken of; undefined for what stands over several. */
  readonly price: Price | undefined;
  readonly kind: RatedItem["kind"];
  readonly term: ItemTerm;
  readonly part: Period;
  readonly amount: Decimal;
}

/** An amount that a rule adds, as an item of one line. */
export function termItem({ contract, price, kind, term, part, amount }: TermAmount): RatedItem {
  const line = { kind: stepOf(kind), tier: "", quantity: one, unitPrice: amount, flatFee: zero, amount };
  return {
    contract,
    price,
    kind,
    term,
    full: part,
    part,
    fraction: wholePeriod,
    late: undefined,
    quantity: undefined,
    rows: noRows,
    lines: [line],
    whole: amount,
    before: zero,
  };
}

/** The step of a charge that a line of an item is shown as, where documents tell steps apart. */
const stepOf = (kind: RatedItem["kind"]): ChargeKind =>
  kind === "discount" || kind === "maximum" ? kind : "usage";
