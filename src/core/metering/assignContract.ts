import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { contains } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import { suggester, type SuggestId } from "../catalog/suggest";
import { CellKind } from "../grid/grid";
import type { IssueCode } from "../issues/issueCodes";
import { viewCell, type BoundTable } from "../schema/bind";
import { shownText } from "../schema/column";
import type { Meters } from "./meters";
import { usageTable, type UsageColumns } from "./usage.table";

interface AssignFault {
  readonly code: IssueCode;
  readonly field: "contractId" | "customerId";
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
}

export type FoundContract =
  | { readonly ok: true; readonly contract: number }
  /** No fault: the contract's own row is broken and has been reported; the row only counts as rejected. */
  | {
      readonly ok: false;
      readonly isUnknown: boolean;
      readonly fault?: AssignFault;
      readonly holds: readonly string[];
    };

/** Keys of the usage meters that a contract's prices read. */
function metersOf(contract: Contract, meters: Meters): ReadonlySet<string> {
  return new Set(
    contract.prices.filter(({ isFixed }) => !isFixed).map(({ meter }) => meters.get(meter).sourceKey),
  );
}

/** Finds the contract of each usage row by its Contract ID, else by customer and meter; each distinct id once. */
export class ContractFinder {
  private readonly indexById: ReadonlyMap<string, number>;
  private readonly meters: readonly ReadonlySet<string>[];
  private readonly byCustomer: ReadonlyMap<string, readonly number[]>;
  private readonly suggestContract: SuggestId;
  private readonly suggestCustomer: SuggestId;
  private readonly known = new Map<string, FoundContract>();

  constructor(
    private readonly bound: BoundTable<UsageColumns>,
    private readonly catalog: Catalog,
    meters: Meters,
  ) {
    const { contracts } = catalog;
    this.indexById = new Map(contracts.map(({ contractId }, index) => [contractId, index]));
    this.suggestContract = suggester(() => this.indexById.keys());
    this.suggestCustomer = suggester(() => catalog.customers.keys());
    this.meters = contracts.map((contract) => metersOf(contract, meters));
    this.byCustomer = groupBy(contracts.keys(), (index) => contracts[index]!.customer.customerId);
  }

  find(sheetRow: number, meter: string, day: Day | undefined): FoundContract {
    const contractId = this.idAt(sheetRow, "contractId");
    if (contractId !== "") {
      let found = this.known.get(contractId);
      if (!found) this.known.set(contractId, (found = this.findById(contractId)));
      return found;
    }
    const customerId = this.idAt(sheetRow, "customerId");
    if (customerId !== "") return this.findByCustomer(customerId, meter, day);
    const field = this.bound.columnOf.has("contractId") ? "contractId" : "customerId";
    const words = { column: usageTable.columns[field].title, right: "the contract that used it" };
    return {
      ok: false,
      isUnknown: true,
      fault: { code: "MISSING_VALUE", field, value: "", words },
      holds: [],
    };
  }

  private idAt(sheetRow: number, field: "contractId" | "customerId"): string {
    const column = this.bound.columnOf.get(field);
    if (column === undefined) return "";
    const cell = viewCell(this.bound.grid, sheetRow, column);
    return cell.kind === CellKind.blank ? "" : shownText(cell);
  }

  private findById(id: string): FoundContract {
    const index = this.indexById.get(id);
    if (index !== undefined) return { ok: true, contract: index };
    if (this.catalog.unreadable.has(id)) return { ok: false, isUnknown: false, holds: [] };
    const words = { hint: this.suggestContract(id) };
    return {
      ok: false,
      isUnknown: true,
      fault: { code: "UNKNOWN_CONTRACT", field: "contractId", value: id, words },
      holds: [],
    };
  }

  private findByCustomer(id: string, meter: string, day: Day | undefined): FoundContract {
    const { contracts, customers } = this.catalog;
    const own = this.byCustomer.get(id) ?? [];
    if (own.length === 0) {
      const words = { hint: this.suggestCustomer(id) };
      const code = customers.has(id) ? "UNKNOWN_CONTRACT" : "UNKNOWN_CUSTOMER";
      return {
        ok: false,
        isUnknown: true,
        fault: { code, field: "customerId", value: id, words },
        holds: [],
      };
    }
    const inForce = own.filter((index) => day === undefined || contains(contracts[index]!.service, day));
    const candidates = inForce.length > 0 ? inForce : own;
    const priced = candidates.filter((index) => this.meters[index]!.has(nameKey(meter)));
    const [only, ...rivals] = priced.length > 0 ? priced : candidates;
    if (rivals.length === 0) return { ok: true, contract: only! };
    const words = { count: String(rivals.length + 1), meter };
    const holds = [only!, ...rivals].map((index) => contracts[index]!.contractId);
    return {
      ok: false,
      isUnknown: false,
      fault: { code: "AMBIGUOUS_CONTRACT", field: "customerId", value: id, words },
      holds,
    };
  }
}
