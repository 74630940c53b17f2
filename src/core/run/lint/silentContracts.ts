import { smallest } from "../../base/manyValues";
import { formatDay } from "../../calendar/day";
import { isMetered } from "../../catalog/readsUsage";
import { makeIssue } from "../../issues/issue";
import { spanOf } from "../../metering/usageIndex";
import { billingPeriods } from "../../rating/billingPeriods";
import { isUsageAbsent } from "../../rating/ratingContext";
import type { LintCheck } from "./lintCheck";

/** How many periods without usage somebody should know of. */
const SILENT = 3;

/**
 * Contracts whose meters are silent in the last three billing periods, as far as the workbook keeps usage of all of them:
 * one that holds a single month says nothing of earlier ones.
 */
export const silentContracts: LintCheck = ({ catalog, metered, contractIndex, period }) => {
  if (!metered) return [];
  const { usage, index } = metered;
  const spanOfContract = (contractId: string) => {
    const contract = contractIndex.get(contractId) ?? -1;
    return index.metersOf(contract).flatMap((meter) => spanOf(usage, index.rowsOf(contract, meter)) ?? []);
  };
  const spans = catalog.contracts.map((contract) => ({
    contract,
    days: spanOfContract(contract.contractId),
  }));
  const keptFrom = smallest(spans.flatMap(({ days }) => days.map(({ from }) => from)));
  return spans.flatMap(({ contract, days }) => {
    const { contractId, service, isSuspended, at } = contract;
    if (!isMetered(contract) || isSuspended || service.from > period.to) return [];
    const ended = billingPeriods(contract, { from: service.from, to: period.to }).filter(
      (billing) => billing.service.to <= period.to,
    );
    const last = ended.slice(-SILENT);
    const from = last[0]?.service.from;
    if (last.length < SILENT || from === undefined || keptFrom > from) return [];
    if (service.to < period.from || days.some(({ to }) => to >= from)) return [];
    const { to } = last[SILENT - 1]!.service;
    if (isUsageAbsent(metered, { from, to })) return [];
    const words = { to: formatDay(to) };
    return [makeIssue("NO_USAGE_3_PERIODS", { at, value: contractId, words })];
  });
};
