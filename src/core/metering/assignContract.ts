import { knownValue } from "../base/knownValue";
import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { contains } from "../calendar/period";
import type { Catalog } from "../catalog/records";
import { parentsOf } from "../catalog/terms/families";
import { suggester, type SuggestId } from "../catalog/suggest";
import { CellKind } from "../grid/grid";
import type { IssueCode } from "../issues/issueCodes";
import { viewCell, type BoundTable } from "../schema/bind";
import { cureOfError } from "../schema/viewCell";
import { hasLostDigits, shownText } from "../schema/column";
import type { Meters } from "./meters";
import { metersReadBy } from "./readers";
import { partyFields, usageTable, type PartyField, type UsageColumns } from "./usage.table";

interface AssignFault {
  readonly code: IssueCode;
  readonly field: PartyField;
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

function unknown(fault: AssignFault): FoundContract {
  return { ok: false, isUnknown: true, fault, holds: [] };
}

/** What was found for a customer's usage of a meter, by day: a customer can have thousands of contracts. */
type ByDay = Map<Day | undefined, FoundContract>;

/** Finds the contract of each usage row by its Contract ID, else by customer and meter; each distinct id once. */
export class ContractFinder {
  private readonly indexById: ReadonlyMap<string, number>;
  private readonly byCustomer: ReadonlyMap<string, readonly number[]>;
  private readonly suggestContract: SuggestId;
  private readonly suggestCustomer: SuggestId;
  private readonly byName: ReadonlyMap<string, readonly string[]>;
  private readonly metersOf: (contract: number) => ReadonlySet<string>;
  /** A customer's contracts by the key of a meter that their prices read. */
  private readonly pricedOf = new Map<string, ReadonlyMap<string, readonly number[]>>();
  private readonly known = new Map<string, FoundContract>();
  private readonly unknownCustomers = new Map<string, FoundContract>();
  /** What was found for a contract and a customer that rows name beside it. */
  private readonly besideContract = new Map<number, Map<string, FoundContract>>();
  private readonly ofCustomer = new Map<string, Map<string, ByDay>>();

  constructor(
    private readonly bound: BoundTable<UsageColumns>,
    private readonly catalog: Catalog,
    meters: Meters,
    /** False where Contracts itself cannot be read: its ids are not known then, which has been said once. */
    private readonly areContractsKnown = true,
  ) {
    const { contracts, customers } = catalog;
    this.indexById = new Map(contracts.map(({ contractId }, index) => [contractId, index]));
    this.suggestContract = suggester(() => this.indexById.keys());
    this.suggestCustomer = suggester(() => customers.keys());
    this.metersOf = (index) => metersReadBy(contracts[index]!, meters);
    this.byCustomer = groupBy(contracts.keys(), (index) => contracts[index]!.customer.customerId);
    const names = groupBy(customers.values(), ({ customerName }) => nameKey(customerName));
    this.byName = new Map(
      [...names].map(([key, namesakes]) => [key, namesakes.map(({ customerId }) => customerId)]),
    );
  }

  find(row: number, meter: string, day: Day | undefined): FoundContract {
    for (const field of partyFields) {
      const id = this.idAt(row, field);
      if (id === "") continue;
      return field === "contractId"
        ? this.withCustomer(this.findById(id, row), row)
        : this.findByCustomer(id, field, row, meter, day);
    }
    const field = partyFields.find((party) => this.bound.columnOf.has(party)) ?? "contractId";
    const words = { column: usageTable.columns[field].title, right: "the contract that used it" };
    return unknown({ code: "MISSING_VALUE", field, value: "", words });
  }

  private idAt(row: number, field: PartyField): string {
    const column = this.bound.columnOf.get(field);
    if (column === undefined) return "";
    const cell = viewCell(this.bound.grid, row, column);
    return cell.kind === CellKind.blank ? "" : shownText(cell);
  }

  /** The fault of an id that is an error, or lost digits on its way here; whose it was cannot be told. */
  private unusable(row: number, field: PartyField, value: string): FoundContract | undefined {
    const cell = viewCell(this.bound.grid, row, knownValue(this.bound.columnOf, field));
    const words = { column: usageTable.columns[field].title };
    if (cell.kind === CellKind.error)
      return unknown({ code: "ERROR_CELL", field, value, words: { ...words, cure: cureOfError(value) } });
    if (!hasLostDigits(cell)) return undefined;
    return unknown({ code: "ID_DIGITS_LOST", field, value, words });
  }

  private findById(id: string, row: number): FoundContract {
    let found = this.known.get(id);
    if (!found) this.known.set(id, (found = this.unusable(row, "contractId", id) ?? this.lookUp(id)));
    return found;
  }

  /** A row that names a contract and a customer whose contract it is not says two things. */
  private withCustomer(found: FoundContract, row: number): FoundContract {
    const named = found.ok && this.bound.columnOf.has("customerId") ? this.idAt(row, "customerId") : "";
    if (!found.ok || named === "" || !this.catalog.customers.has(named)) return found;
    let ofContract = this.besideContract.get(found.contract);
    if (!ofContract) this.besideContract.set(found.contract, (ofContract = new Map<string, FoundContract>()));
    let known = ofContract.get(named);
    if (!known)
      ofContract.set(
        named,
        (known = this.isOf(found.contract, named) ? found : this.torn(found.contract, named)),
      );
    return known;
  }

  /** Whether a contract is of a customer, or of one below it. */
  private isOf(contract: number, customerId: string): boolean {
    const { customerId: own } = this.catalog.contracts[contract]!.customer;
    return own === customerId || parentsOf(own, this.catalog.customers).includes(customerId);
  }

  private torn(contract: number, value: string): FoundContract {
    const { contractId, customer } = this.catalog.contracts[contract]!;
    const others = (this.byCustomer.get(value) ?? []).map(
      (index) => this.catalog.contracts[index]!.contractId,
    );
    const words = { contract: contractId, customer: customer.customerId };
    return {
      ok: false,
      isUnknown: false,
      fault: { code: "OTHER_CUSTOMER", field: "customerId", value, words },
      holds: [contractId, ...others],
    };
  }

  private lookUp(id: string): FoundContract {
    const index = this.indexById.get(id);
    if (index !== undefined) return { ok: true, contract: index };
    if (this.catalog.unreadable.has(id) || !this.areContractsKnown)
      return { ok: false, isUnknown: false, holds: [] };
    const words = { hint: this.suggestContract(id) };
    return unknown({ code: "UNKNOWN_CONTRACT", field: "contractId", value: id, words });
  }

  private findByCustomer(
    id: string,
    field: PartyField,
    row: number,
    meter: string,
    day: Day | undefined,
  ): FoundContract {
    let byMeter = this.ofCustomer.get(id);
    if (!byMeter) this.ofCustomer.set(id, (byMeter = new Map<string, ByDay>()));
    let byDay = byMeter.get(meter);
    if (!byDay) byMeter.set(meter, (byDay = new Map<Day | undefined, FoundContract>()));
    let found = byDay.get(day);
    if (!found) {
      found =
        this.unknownCustomers.get(id) ??
        this.unusable(row, field, id) ??
        this.lookUpCustomer(id, field, meter, day);
      byDay.set(day, found);
      // Unknown is unknown, whatever the meter and the day.
      if (!found.ok && found.isUnknown) this.unknownCustomers.set(id, found);
    }
    return found;
  }

  private lookUpCustomer(id: string, field: PartyField, meter: string, day: Day | undefined): FoundContract {
    const { customers } = this.catalog;
    const isId = field === "customerId" && customers.has(id);
    const ids = isId ? [id] : (this.byName.get(nameKey(id)) ?? []);
    const contractIndexes = this.contractsOf(ids);
    if (contractIndexes.length === 0) {
      const isInDoubt = [id, ...ids].some((customerId) => this.catalog.customersInDoubt.has(customerId));
      if (!this.areContractsKnown || isInDoubt) return { ok: false, isUnknown: false, holds: [] };
      const words = { hint: this.suggestCustomer(id) };
      const code = ids.length > 0 ? "UNKNOWN_CONTRACT" : "UNKNOWN_CUSTOMER";
      return unknown({ code, field, value: id, words });
    }
    if (ids.length > 1) return this.ambiguous(contractIndexes, field, id, meter);
    const rivals = this.rivalsAmong(contractIndexes, ids[0]!, meter, day);
    if (rivals.length === 1) return { ok: true, contract: rivals[0]! };
    return this.ambiguous(rivals, field, id, meter);
  }

  /** The list that is kept where there is one customer: it is asked for once a meter and day. */
  private contractsOf(customerIds: readonly string[]): readonly number[] {
    const [first, ...others] = customerIds.map((customerId) => this.byCustomer.get(customerId) ?? []);
    return first ? [first, ...others].reduce((all, contracts) => [...all, ...contracts]) : [];
  }

  /** Contracts in force on the day that price the meter; where there are none, what comes nearest to it. */
  private rivalsAmong(
    contractIndexes: readonly number[],
    customerId: string,
    meter: string,
    day: Day | undefined,
  ): readonly number[] {
    const isInForce = (index: number) =>
      day === undefined || contains(this.catalog.contracts[index]!.service, day);
    const priced = this.pricedBy(customerId, contractIndexes).get(nameKey(meter)) ?? [];
    const pricedInForce = priced.filter(isInForce);
    if (pricedInForce.length > 0) return pricedInForce;
    const inForce = contractIndexes.filter(isInForce);
    if (inForce.length > 0) return inForce;
    return priced.length > 0 ? priced : contractIndexes;
  }

  private pricedBy(
    customerId: string,
    contractIndexes: readonly number[],
  ): ReadonlyMap<string, readonly number[]> {
    let priced = this.pricedOf.get(customerId);
    if (!priced) {
      const pairs = contractIndexes.flatMap((index) =>
        [...this.metersOf(index)].map((meter) => ({ meter, index })),
      );
      const groups = groupBy(pairs, ({ meter }) => meter);
      priced = new Map([...groups].map(([meter, group]) => [meter, group.map(({ index }) => index)]));
      this.pricedOf.set(customerId, priced);
    }
    return priced;
  }

  private ambiguous(
    rivals: readonly number[],
    field: PartyField,
    value: string,
    meter: string,
  ): FoundContract {
    const holds = rivals.map((index) => this.catalog.contracts[index]!.contractId);
    const words = { count: String(rivals.length), meter };
    return { ok: false, isUnknown: false, fault: { code: "AMBIGUOUS_CONTRACT", field, value, words }, holds };
  }
}
