import type { Runner } from "../outcome";
import { aggregationRunners } from "./aggregation";
import { chargeRunners } from "./charges";
import { commitmentRunners } from "./commitments";
import { creditNotesRunner, creditRunners } from "./credits";
import { invoiceRunners } from "./invoices";
import { moneyRunners } from "./money";
import { periodRunners } from "./periods";
import { prorationRunners } from "./proration";
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
};

/** Topics whose vectors name no model. */
const byTopic: Readonly<Record<string, Runner>> = {
  terms: termsRunner,
  credit_notes: creditNotesRunner,
  reconciliation: reconciliationRunner,
};

/** Runs a vector through the engine, whatever it is about; undefined where the engine has no such rule. */
export const run: Runner = (vector) => (byTopic[vector.topic] ?? byModel[vector.model])?.(vector);
