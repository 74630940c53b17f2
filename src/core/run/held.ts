import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { formatPeriod, type Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import { billingOf } from "../invoicing/payers";
import type { Settings } from "../settings/settings";
import type { Issue } from "../issues/issue";

/** An invoice that waits, and the codes of the issues that it waits for. */
export interface HeldInvoice {
  readonly contractId: string;
  readonly period: string;
  readonly codes: readonly string[];
}

/** Codes of the errors that hold each contract. */
export function holdsByContract(issues: readonly Issue[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holds = new Map<string, Set<string>>();
  for (const { code, severity, holds: contracts } of issues) {
    if (severity !== "error") continue;
    for (const contractId of contracts) {
      const codes = holds.get(contractId);
      if (codes) codes.add(code);
      else holds.set(contractId, new Set([code]));
    }
  }
  return holds;
}

/**
 * Held contracts; where invoices are by customer, one held contract holds the customer's others of its currency. What is
 * agreed over several waits for all of them, and so does the contract that bears it.
 */
export function heldContracts(
  directly: Iterable<string>,
  catalog: Pick<Catalog, "contracts" | "customers" | "pools">,
  settings: Settings,
): ReadonlySet<string> {
  const held = new Set(directly);
  const isHeld = ({ contractId }: Contract) => held.has(contractId);
  const { ownerOf } = billingOf(catalog, settings);
  const groups = groupBy(catalog.contracts, (contract) => `${ownerOf(contract)}|${contract.currency}`);
  // A pool holds its carrier, which may be behind another pool or beside others on a document: until nothing changes.
  for (let before = -1; before < held.size;) {
    before = held.size;
    for (const { carrier, contracts: behind } of catalog.pools)
      if (carrier.contractId !== "" && behind.some(isHeld)) held.add(carrier.contractId);
    for (const group of groups.values())
      if (group.some(isHeld)) for (const { contractId } of group) held.add(contractId);
  }
  return held;
}

/** The held invoices of a run, by contract. */
export function heldInvoices(
  held: ReadonlySet<string>,
  holds: ReadonlyMap<string, ReadonlySet<string>>,
  run: Period,
): HeldInvoice[] {
  return [...held].sort(compareText).map((contractId) => ({
    contractId,
    period: formatPeriod(run),
    codes: [...(holds.get(contractId) ?? [])].sort(compareText),
  }));
}
