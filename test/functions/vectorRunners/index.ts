import { agingRunner, agingRunners } from "./aging";
import { aggregationRunners } from "./aggregation";
import { cashRunner, cashRunners } from "./cash";
import { commitmentRunners } from "./commitments";
import { creditNotesRunner, creditRunners } from "./creditNotes";
import { keyFiguresRunner } from "./keyFigures";
import { periodRunners } from "./periods";
import { prepaidCreditRunners } from "./prepaidCredit";
import { prorationRunners } from "./proration";
import { ratedRows, ratingRunners } from "./rating";
import { remindersRunner } from "./reminders";
import { roundingRunners } from "./rounding";
import type { FunctionRunner, FunctionRunners } from "./sheet";
import { taxRunners } from "./taxes";
import { termsRunner } from "./terms";

const byModel: FunctionRunners = {
  ...ratingRunners,
  ...roundingRunners,
  ...taxRunners,
  ...commitmentRunners,
  ...prorationRunners,
  ...periodRunners,
  ...aggregationRunners,
  ...creditRunners,
  ...agingRunners,
  ...cashRunners,
  ...prepaidCreditRunners,
};

/** Topics whose vectors name no model. */
const byTopic: FunctionRunners = {
  terms: termsRunner,
  credit_notes: creditNotesRunner,
  reconciliation: async (vector, sheet) =>
    vector.input.hasOnly("rows") ? ratedRows(vector, sheet) : undefined,
  aging: agingRunner,
  kpis: keyFiguresRunner,
  dunning: remindersRunner,
  cash_application: cashRunner,
};

/** Runs a vector through the functions, whatever it is about; undefined where they have no such rule. */
export const runFunctions: FunctionRunner = async (vector, sheet) =>
  (byTopic[vector.topic] ?? byModel[vector.model])?.(vector, sheet);
