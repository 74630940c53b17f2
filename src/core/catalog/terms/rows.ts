import { nameKey } from "../../base/name";
import { FIRST_DAY, LAST_DAY, type Day } from "../../calendar/day";
import type { Period } from "../../calendar/period";
import type { CellRef } from "../../grid/grid";
import { makeIssue, type Report } from "../../issues/issue";
import { cellOf } from "../../schema/readRecords";
import type { Columns, RecordOf } from "../../schema/table";
import type { Settings } from "../../settings/settings";
import type { ReadTable } from "../readTable";
import type { Contract, Customer } from "../records";
import { suggestId } from "../suggest";

/** The days from one to another; a blank end is open. */
export const daysBetween = (from: Day | undefined, to: Day | undefined): Period => ({
  from: from ?? FIRST_DAY,
  to: to ?? LAST_DAY,
});

/** What rows of terms are resolved against. */
export interface TermsContext {
  readonly contracts: readonly Contract[];
  readonly customers: ReadonlyMap<string, Customer>;
  readonly settings: Settings;
  readonly report: Report;
}

/** Whom a row of terms is for. */
interface PartyRow {
  readonly row: number;
  readonly contractId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly plan?: string | undefined;
}

const partyTitles = { contractId: "Contract ID", customerId: "Customer ID", plan: "Plan" } as const;
type PartyField = keyof typeof partyTitles;

/** A row of terms with its cells and the contracts that it is for. */
export interface TermRow<R> {
  readonly record: R;
  readonly contracts: readonly Contract[];
  readonly at: (field: keyof R & string) => CellRef;
  /** Reports that a cell, as it stands beside others of its row, means nothing: the row's contracts wait. */
  readonly refuse: (field: keyof R & string, reason: string) => void;
  /** Reports that the contracts which a row is for are in several currencies: they all wait. */
  readonly reportCurrencies: (contracts: readonly Contract[]) => void;
  /** It was found to make no sense. */
  readonly isRefused: () => boolean;
}

function isFor(contract: Contract, { contractId, customerId, plan }: PartyRow): boolean {
  if (contractId !== undefined) return contract.contractId === contractId;
  if (customerId !== undefined) return contract.customer.customerId === customerId;
  return plan !== undefined && contract.plans.some((phase) => phase.plan === nameKey(plan));
}

/** Names whom a row is for: one of the columns that may say it, and one that is known. */
function checkParty(
  row: TermRow<PartyRow>,
  takes: readonly PartyField[],
  { contracts, customers, report }: TermsContext,
): void {
  const { contractId, customerId } = row.record;
  const filled = takes.filter((field) => row.record[field] !== undefined);
  const names = takes.map((field) => partyTitles[field]).join(", ");
  if (filled.length !== 1)
    row.refuse(filled[1] ?? takes[0]!, `one of ${names} names whom it is for, and only one`);
  else if (contractId !== undefined && row.contracts.length === 0) {
    const hint = suggestId(
      contractId,
      contracts.map((contract) => contract.contractId),
    );
    report(makeIssue("UNKNOWN_CONTRACT", { at: row.at("contractId"), value: contractId, words: { hint } }));
  } else if (customerId !== undefined && !customers.has(customerId)) {
    const hint = suggestId(customerId, customers.keys());
    report(makeIssue("UNKNOWN_CUSTOMER", { at: row.at("customerId"), value: customerId, words: { hint } }));
  }
}

/** The rows of a table of terms; `takes` are the columns of which one says whom a row is for. */
export function termRows<C extends Columns>(
  { bound, good }: ReadTable<C>,
  takes: readonly PartyField[],
  context: TermsContext,
): TermRow<RecordOf<C>>[] {
  if (!bound) return [];
  return good.map((record) => {
    let refused = false;
    const party = record as PartyRow;
    const contracts = context.contracts.filter((contract) => isFor(contract, party));
    const row: TermRow<RecordOf<C>> = {
      record,
      contracts,
      at: (field) => cellOf(bound, record.row, field),
      refuse: (field, reason) => {
        refused = true;
        const value = record[field];
        const holds = contracts.map(({ contractId }) => contractId);
        const shown = value === undefined ? "" : String(value);
        context.report(makeIssue("BAD_TERMS", { at: row.at(field), value: shown, words: { reason }, holds }));
      },
      reportCurrencies: (members) => {
        refused = true;
        const [first, ...others] = [...new Set(members.map(({ currency }) => currency))];
        const words = {
          column: "Currency",
          holder: "what stands over several contracts",
          currency: first ?? "",
        };
        const holds = members.map(({ contractId }) => contractId);
        const at = row.at(takes[takes.length - 1] as keyof RecordOf<C> & string);
        context.report(makeIssue("CURRENCY_MISMATCH", { at, value: others.join(", "), words, holds }));
      },
      isRefused: () => refused,
    };
    checkParty(row, takes, context);
    return row;
  });
}

/** Ids stand under Price ID of the lines: each is given once. */
export function refuseRepeats<R>(rows: readonly TermRow<R>[], field: keyof R & string): void {
  const seen = new Set<unknown>();
  for (const row of rows) {
    if (seen.has(row.record[field])) row.refuse(field, "another row has this id");
    seen.add(row.record[field]);
  }
}
