import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { ContractRecord } from "./contracts.table";
import type { CatalogTables } from "./readTables";

/** Fields of two rows of one contract agree where the later one is blank or says the same. */
function agrees(first: ContractRecord, later: ContractRecord): boolean {
  return (Object.keys(first) as (keyof ContractRecord)[]).every((field) => {
    if (field === "row" || later[field] === undefined) return true;
    return String(later[field]) === String(first[field]);
  });
}

/**
 * One record per contract. A second row of the same id is a fault, except where contracts and prices share a sheet:
 * there every further row is a further price of the contract.
 */
export function distinctContracts(tables: CatalogTables, report: Report): ContractRecord[] {
  const byId = new Map<string, ContractRecord>();
  for (const record of tables.contracts.good) {
    const first = byId.get(record.contractId);
    if (!first) byId.set(record.contractId, record);
    else if (!tables.isOneSheet || !agrees(first, record)) {
      const at = cellOf(tables.contracts.bound!, record.row, "contractId");
      const words = { column: "Contract ID", first: String(first.row + 1) };
      report(makeIssue("DUPLICATE_KEY", { at, value: record.contractId, words, holds: [record.contractId] }));
    }
  }
  return [...byId.values()];
}
