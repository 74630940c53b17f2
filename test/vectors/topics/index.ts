import type { Vector } from "../vector";
import type { Ways, WaysByGiven, WaysByModel } from "../ways";
import { accountBalanceWays } from "./accountBalances";
import { aging, agingWays } from "./aging";
import { aggregationWays } from "./aggregation";
import { billingPeriodWays } from "./billingPeriods";
import { cashApplication } from "./cashApplication";
import { chargeWays } from "./charges";
import { commitmentWays } from "./commitments";
import { creditNotes, creditNoteWays } from "./creditNotes";
import { discountWays } from "./discounts";
import { keyFigures } from "./keyFigures";
import { periodShareWays } from "./periodShares";
import { prepaidCreditWays } from "./prepaidCredit";
import { prorationWays } from "./proration";
import { reconciliation } from "./reconciliation";
import { dunningWays, reminders } from "./reminders";
import { roundingWays } from "./rounding";
import { taxWays } from "./taxes";
import { terms } from "./terms";

const byModel: WaysByModel = {
  ...chargeWays,
  ...roundingWays,
  ...discountWays,
  ...taxWays,
  ...commitmentWays,
  ...prorationWays,
  ...periodShareWays,
  ...billingPeriodWays,
  ...aggregationWays,
  ...creditNoteWays,
  ...agingWays,
  ...dunningWays,
  ...accountBalanceWays,
  ...prepaidCreditWays,
};

/** Topics whose vectors name no model. */
const byTopic: Readonly<Record<string, WaysByGiven>> = {
  terms,
  credit_notes: creditNotes,
  reconciliation,
  aging,
  kpis: keyFigures,
  dunning: reminders,
  cash_application: cashApplication,
};

/** How a vector is put to the engine and to the functions, whatever it is about. */
export const waysOf = (vector: Vector): Ways =>
  (byTopic[vector.topic] ? byTopic[vector.topic]!(vector) : byModel[vector.model]) ?? {};
