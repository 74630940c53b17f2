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
  /** The row that is first in the sheet. */
  readonly first: ContractRecord;
  /** In order of time, without overlap; empty where no row says when. */
  readonly phases: readonly ContractPhase[];
  /** Rows contradict each other, which is reported: on which days a price applies is not known. */
  readonly isInDoubt: boolean;
}

/** Columns that belong to the price where contracts and prices share a row. */
const OF_PRICES: ReadonlySet<string> = new Set(["discount", "setupFee", "freeUntil"]);

/** Days are never left to another row: a blank End date is open. */
const DAYS: ReadonlySet<string> = new Set(["startDate", "endDate"]);

/** Two rows of one contract agree where they are in force on the same days and no field says two things. */
function agrees(a: ContractRecord, b: ContractRecord): boolean {
  return (Object.keys(a) as (keyof ContractRecord)[]).every((field) => {
    if (field === "row" || OF_PRICES.has(field)) return true;
    if (!DAYS.has(field) && (a[field] === undefined || b[field] === undefined)) return true;
    return String(a[field]) === String(b[field]);
  });
}

/** What rows that agree say together; it is in the row that says most of it. */
function together(records: readonly ContractRecord[]): ContractRecord {
  const said = (record: ContractRecord) =>
    Object.values(record).filter((value) => value !== undefined).length;
  const [fullest, ...others] = [...records].sort((a, b) => said(b) - said(a) || a.row - b.row);
  const fields = Object.keys(fullest!).filter((field) => !OF_PRICES.has(field)) as (keyof ContractRecord)[];
  const filled = fields.map((field) => [
    field,
    fullest![field] ?? others.find((record) => record[field] !== undefined)?.[field],
  ]);
  return { ...fullest!, ...(Object.fromEntries(filled) as Partial<ContractRecord>) };
}

/** The service days of a contract row; a contract that ends before it starts is reported. */
function serviceOf(
  record: ContractRecord,
  tables: CatalogTables,
  report: Report,
  isLast: boolean,
): Period | undefined {
  const bound = tables.contracts.bound!;
  const holds = [record.contractId];
  const at = cellOf(bound, record.row, "endDate");
  if (record.status === "ended" && record.endDate === undefined) {
    const words = { column: "End date", right: "an ended contract needs its last day of service" };
    report(makeIssue("MISSING_VALUE", { at, words, holds }));
    return undefined;
  }
  const service = { from: record.startDate, to: record.endDate ?? LAST_DAY };
  // One that renews itself has no last day, until somebody says that it has ended.
  const goesOn = isLast && record.renewal === "auto" && record.status !== "ended";
  if (service.from <= service.to) return goesOn ? { ...service, to: LAST_DAY } : service;
  const words = { start: formatDay(service.from) };
  report(makeIssue("CONTRACT_DATES", { at, value: formatDay(service.to), words, holds }));
  return undefined;
}

interface MergedRows {
  record: ContractRecord;
  readonly rows: ContractRecord[];
}

/** Rows of one contract that say the same, each group with what it says together: the order of rows changes nothing. */
function mergeRows(records: readonly ContractRecord[], isOneSheet: boolean): MergedRows[] {
  const merged: MergedRows[] = [];
  for (const record of records) {
    const same = isOneSheet ? merged.find((group) => agrees(group.record, record)) : undefined;
    if (!same) merged.push({ record, rows: [record] });
    else {
      same.rows.push(record);
      same.record = together(same.rows);
    }
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

/** What would be right where rows of a contract are in force on the same days. */
const ofTwoSheets =
  "end the earlier row the day before the later one starts, or give one a Contract ID of its own";
const ofOneSheet =
  "give each row of the contract the Start date and End date of the contract, and write the days of a service in " +
  "Effective from and Effective to; or give one a Contract ID of its own";

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
    const rival = kept.find((candidate) => overlap(candidate.service, service) !== undefined);
    if (rival) {
      const [earlier, later] = rival.record.row < record.row ? [rival, phase] : [phase, rival];
      const isSame =
        earlier.record.plan === later.record.plan &&
        earlier.service.from === later.service.from &&
        earlier.service.to === later.service.to;
      const other = String(earlier.record.row + 1);
      const value = record.contractId;
      const days = formatLongPeriod(overlap(rival.service, service)!);
      const right = tables.isOneSheet ? ofOneSheet : ofTwoSheets;
      const words = isSame ? { column: "Contract ID", first: other } : { other, days, right };
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
    const lastStart = Math.max(...records.map(({ startDate }) => startDate));
    const dated = merged.flatMap(({ record, rows }): ContractPhase[] => {
      const service = serviceOf(record, tables, report, record.startDate === lastStart);
      return service ? [{ record, service, rows: new Set(rows.map(({ row }) => row)) }] : [];
    });
    const isComplete = dated.length === merged.length;
    const inOrder = dated.sort((a, b) => a.service.from - b.service.from || a.record.row - b.record.row);
    const phases = isComplete ? checkFollowing(inOrder, tables, report) : [];
    return { contractId, first: records[0], phases, isInDoubt: phases.length < merged.length };
  });
}
