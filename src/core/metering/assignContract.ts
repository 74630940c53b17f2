import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { contains } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import { suggestId } from "../catalog/suggest";
import { CellKind } from "../grid/grid";
import type { IssueCode } from "../grid/issueCodes";
import { viewCell, type BoundTable } from "../schema/bind";
import { shownText } from "../schema/column";
import type { Meters } from "./meters";
import type { UsageColumns } from "./usage.table";

interface AssignFault {
  readonly code: IssueCode;
  readonly field: "contractId" | "customerId";
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
}

export type FoundContract =
  | { readonly ok: true; readonly contract: number }
  /** No fault: the contract's own row is broken and has been reported; the row only counts as rejected. */
  | { readonly ok: false; readonly fault?: AssignFault; readonly holds: readonly string[] };

export interface ContractFinder {
  readonly find: (sheetRow: number, meter: string, day: Day | undefined) => FoundContract;
}

/** Keys of the usage meters that a contract's prices read. */
function metersOf(contract: Contract, meters: Meters): ReadonlySet<string> {
  return new Set(
    contract.prices.filter(({ isFixed }) => !isFixed).map(({ meter }) => meters.get(meter).sourceKey),
  );
}

/** Finds the contract of each usage row by its Contract ID, else by customer and meter; each distinct id once. */
export function assignContract(
  bound: BoundTable<UsageColumns>,
  catalog: Catalog,
  meterDefinitions: Meters,
): ContractFinder {
  const { contracts, unreadable, customers } = catalog;
  const indexById = new Map(contracts.map(({ contractId }, index) => [contractId, index]));
  const meters = contracts.map((contract) => metersOf(contract, meterDefinitions));
  const byCustomer = groupBy(contracts.keys(), (index) => contracts[index]!.customer.customerId);
  const byId = new Map<string, FoundContract>();

  const findById = (id: string): FoundContract => {
    const index = indexById.get(id);
    if (index !== undefined) return { ok: true, contract: index };
    if (unreadable.has(id)) return { ok: false, holds: [] };
    const words = { hint: suggestId(id, indexById.keys()) };
    return {
      ok: false,
      fault: { code: "UNKNOWN_CONTRACT", field: "contractId", value: id, words },
      holds: [],
    };
  };

  const findByCustomer = (id: string, meter: string, day: Day | undefined): FoundContract => {
    const own = byCustomer.get(id) ?? [];
    if (own.length === 0) {
      const words = { hint: suggestId(id, customers.keys()) };
      const code = customers.has(id) ? "UNKNOWN_CONTRACT" : "UNKNOWN_CUSTOMER";
      return { ok: false, fault: { code, field: "customerId", value: id, words }, holds: [] };
    }
    const inForce = own.filter((index) => day === undefined || contains(contracts[index]!.service, day));
    const candidates = inForce.length > 0 ? inForce : own;
    const priced = candidates.filter((index) => meters[index]!.has(nameKey(meter)));
    if (candidates.length === 1 || priced.length === 1)
      return { ok: true, contract: priced[0] ?? candidates[0]! };
    const rivals = priced.length > 0 ? priced : candidates;
    const words = { count: String(rivals.length), meter };
    const holds = rivals.map((index) => contracts[index]!.contractId);
    return { ok: false, fault: { code: "AMBIGUOUS_CONTRACT", field: "customerId", value: id, words }, holds };
  };

  const idAt = (sheetRow: number, field: "contractId" | "customerId"): string => {
    const column = bound.columnOf.get(field);
    if (column === undefined) return "";
    const cell = viewCell(bound.grid, sheetRow, column);
    return cell.kind === CellKind.blank ? "" : shownText(cell);
  };

  const find: ContractFinder["find"] = (sheetRow, meter, day) => {
    const contractId = idAt(sheetRow, "contractId");
    if (contractId !== "") {
      let found = byId.get(contractId);
      if (!found) byId.set(contractId, (found = findById(contractId)));
      return found;
    }
    const customerId = idAt(sheetRow, "customerId");
    if (customerId !== "") return findByCustomer(customerId, meter, day);
    const field = bound.columnOf.has("contractId") ? "contractId" : "customerId";
    const words = {
      column: field === "contractId" ? "Contract ID" : "Customer ID",
      right: "the contract that used it",
    };
    return { ok: false, fault: { code: "MISSING_VALUE", field, value: "", words }, holds: [] };
  };
  return { find };
}
