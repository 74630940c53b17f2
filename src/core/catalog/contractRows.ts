import { groupBy } from "../base/groupBy";
import { formatDay, LAST_DAY } from "../calendar/day";
import { overlap, type Period } from "../calendar/period";
import { formatLongPeriod } from "../calendar/longDate";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { ContractRecord } from "./contracts.table";
import type { CatalogTables } from "./readTables";

/** Days of a contract under one row of Contracts: its plan, discount, tax and commitment. */
export interface ContractPhase {
  readonly record: ContractRecord;
  readonly service: Period;
  /** Sheet rows that say the same of the contract; in one sheet with its prices, each is a price of these days. */
  readonly rows: ReadonlySet<number>;
}

/** A contract as its rows in Contracts tell it: one row, or one for each plan it was on. */
export interface ContractRows {
  readonly contractId: string;
  /** The row that stands first in the sheet. */
  readonly first: ContractRecord;
  /** In order of time, without overlap; empty where no row says when. */
  readonly phases: readonly ContractPhase[];
}

/** Columns that belong to the price where contracts and prices share a row. */
const OF_PRICES: ReadonlySet<string> = new Set(["discount", "setupFee", "freeUntil"]);

/** Fields of two rows of one contract agree where the later one is blank or says the same. */
function agrees(first: ContractRecord, later: ContractRecord): boolean {
  return (Object.keys(first) as (keyof ContractRecord)[]).every((field) => {
    if (field === "row" || later[field] === undefined || OF_PRICES.has(field)) return true;
    return String(later[field]) === String(first[field]);
  });
}

/** The service days of a contract row; a contract that ends before it starts is reported. */
function serviceOf(record: ContractRecord, tables: CatalogTables, report: Report): Period | undefined {
  const bound = tables.contracts.bound!;
  const holds = [record.contractId];
  const at = cellOf(bound, record.row, "endDate");
  if (record.status === "ended" && record.endDate === undefined) {
    const words = { column: "End date", right: "an ended contract needs its last day of service" };
    report(makeIssue("MISSING_VALUE", { at, words, holds }));
    return undefined;
  }
  const service = { from: record.startDate, to: record.endDate ?? LAST_DAY };
  if (service.from <= service.to) return service;
  const words = { start: formatDay(service.from) };
  report(makeIssue("CONTRACT_DATES", { at, value: formatDay(service.to), words, holds }));
  return undefined;
}

/** Rows of one contract that say the same, as one. */
function mergeRows(records: readonly ContractRecord[], isOneSheet: boolean): ContractRecord[][] {
  const merged: ContractRecord[][] = [];
  for (const record of records) {
    const same = isOneSheet ? merged.find(([first]) => agrees(first!, record)) : undefined;
    if (same) same.push(record);
    else merged.push([record]);
  }
  return merged;
}

/** What a row of the contract leaves blank and the one before says goes on: the customer's name, terms and tax. */
const GOES_ON = [
  "customerName",
  "currency",
  "billingFrequency",
  "anchorDay",
  "paymentTerms",
  "taxCode",
  "taxRate",
  "commitmentPeriod",
  "poNumber",
] as const satisfies readonly (keyof ContractRecord)[];

function goOn(before: ContractRecord, record: ContractRecord): ContractRecord {
  const isTaxed = record.taxCode !== undefined || record.taxRate !== undefined;
  const fields = GOES_ON.filter((field) => !isTaxed || (field !== "taxCode" && field !== "taxRate"));
  const kept = Object.fromEntries(fields.map((field) => [field, record[field] ?? before[field]]));
  return { ...record, ...kept };
}

const MUST_AGREE = [
  "customerId",
  "currency",
  "billingFrequency",
  "anchorDay",
  "commitmentPeriod",
  "setupFee",
] as const;

/** Rows of one contract follow each other in time and agree in whom and how it is billed. */
function checkFollowing(
  phases: readonly ContractPhase[],
  tables: CatalogTables,
  report: Report,
): ContractPhase[] {
  const bound = tables.contracts.bound!;
  const kept: ContractPhase[] = [];
  for (const phase of phases) {
    const { record, service } = phase;
    const holds = [record.contractId];
    const rival = kept.find((each) => overlap(each.service, service) !== undefined);
    if (rival) {
      const [earlier, later] = rival.record.row < record.row ? [rival, phase] : [phase, rival];
      const isSame =
        earlier.record.plan === later.record.plan &&
        earlier.service.from === later.service.from &&
        earlier.service.to === later.service.to;
      const other = String(earlier.record.row + 1);
      const value = record.contractId;
      const days = formatLongPeriod(overlap(rival.service, service)!);
      const words = isSame ? { column: "Contract ID", first: other } : { other, days };
      const at = cellOf(bound, later.record.row, isSame ? "contractId" : "startDate");
      report(makeIssue(isSame ? "DUPLICATE_KEY" : "OVERLAPPING_CONTRACTS", { at, value, words, holds }));
      continue;
    }
    const first = kept[0];
    for (const field of first ? MUST_AGREE : []) {
      const [said, says] = [first!.record[field], record[field]];
      if (said === undefined || says === undefined || String(said) === String(says)) continue;
      const other = String(first!.record.row + 1);
      const words = {
        column: bound.definition.columns[field].title,
        contract: record.contractId,
        first: String(said),
        other,
      };
      report(
        makeIssue("CONTRACT_ROWS_DIFFER", {
          at: cellOf(bound, record.row, field),
          value: String(says),
          words,
          holds,
        }),
      );
    }
    const before = kept[kept.length - 1];
    kept.push(before ? { ...phase, record: goOn(before.record, record) } : phase);
  }
  return kept;
}

/**
 * Contracts with their rows. Several rows of one id are phases of it with dates that follow on, such as a change of
 * plan; where contracts and prices share a sheet, rows that say the same of the contract are further prices of it.
 */
export function contractsByRows(tables: CatalogTables, report: Report): ContractRows[] {
  const groups = groupBy(tables.contracts.good, ({ contractId }) => contractId);
  return [...groups].map(([contractId, records]) => {
    const merged = mergeRows(records, tables.isOneSheet);
    const dated = merged.flatMap((rows): ContractPhase[] => {
      const [record] = rows as [ContractRecord];
      const service = serviceOf(record, tables, report);
      return service ? [{ record, service, rows: new Set(rows.map(({ row }) => row)) }] : [];
    });
    const isComplete = dated.length === merged.length;
    const inOrder = dated.sort((a, b) => a.service.from - b.service.from || a.record.row - b.record.row);
    const phases = isComplete ? checkFollowing(inOrder, tables, report) : [];
    return { contractId, first: records[0]!, phases };
  });
}
