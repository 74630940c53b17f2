import type { Runner } from "../outcome";
import { aggregationRunners } from "./aggregation";
import { cashRunner, cashRunners } from "./cash";
import { chargeRunners } from "./charges";
import { commitmentRunners } from "./commitments";
import { creditNotesRunner, creditRunners } from "./credits";
import { invoiceRunners } from "./invoices";
import { moneyRunners } from "./money";
import { periodRunners } from "./periods";
import { prepaidCreditRunners } from "./prepaidCredit";
import { prorationRunners } from "./proration";
import { agingRunner, dunningRunner, keyFiguresRunner, openCredit, receivablesRunners } from "./receivables";
import { reconciliationRunner } from "./reconciliation";
import { termsRunner } from "./terms";

const byModel: Readonly<Record<string, Runner>> = {
  ...chargeRunners,
  ...moneyRunners,
  ...invoiceRunners,
  ...commitmentRunners,
  ...prorationRunners,
  ...periodRunners,
  ...aggregationRunners,
  ...creditRunners,
  ...receivablesRunners,
  ...cashRunners,
  ...prepaidCreditRunners,
};

/** Topics whose vectors name no model. */
const byTopic: Readonly<Record<string, Runner>> = {
  terms: termsRunner,
  credit_notes: (vector) => (vector.input.has("paid") ? openCredit(vector) : creditNotesRunner(vector)),
  reconciliation: reconciliationRunner,
  aging: agingRunner,
  kpis: keyFiguresRunner,
  dunning: dunningRunner,
  cash_application: cashRunner,
};

/** Runs a vector through the engine, whatever it is about; undefined where the engine has no such rule. */
export const run: Runner = (vector) => (byTopic[vector.topic] ?? byModel[vector.model])?.(vector);
