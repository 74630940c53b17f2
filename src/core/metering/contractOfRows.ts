import { knownValue } from "../base/knownValue";
import type { Day } from "../calendar/day";
import type { Catalog, Contract } from "../catalog/records";
import { ContractFinder } from "./assignContract";
import type { UsageTable } from "./bindUsage";
import type { Meters } from "./meters";
import { textCodes } from "./textCodes";

/** Rows of Usage with what says whose they are. */
export interface UsageOfContracts {
  readonly usageBound: UsageTable | undefined;
  readonly catalog: Catalog;
  readonly meters: Meters;
}

/** The contract that a row of Usage is of on its day; undefined where that is not known. */
export function contractOfRows(
  bound: UsageTable,
  { catalog, meters }: Pick<UsageOfContracts, "catalog" | "meters">,
): (row: number, day: Day) => Contract | undefined {
  const codes = textCodes(bound.grid, knownValue(bound.columnOf, "meter"));
  const finder = new ContractFinder(bound, catalog, meters);
  return (row, day) => {
    const meter = codes.codeAt(row);
    const found = finder.find(row, meter === undefined ? "" : codes.names[meter]!, day);
    return found.ok ? catalog.contracts[found.contract] : undefined;
  };
}
