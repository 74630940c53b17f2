import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import { contains } from "../calendar/period";
import { conditionTest } from "../metering/aggregate";
import { sumQuantities } from "../metering/readings";
import { RowState } from "../metering/usage";
import { Decimal, zero } from "../money/decimal";
import type { Comparison } from "./comparison";
import type { ReconcileContext } from "./context";

/** The units in rows of Usage that occur twice and count once, by what they would have added to a comparison. */
export type DuplicateUnits = (comparison: Comparison) => Decimal;

/** Finds the duplicate rows once; a meter that does not add up its rows gains nothing from a row that occurs twice. */
export function duplicateUnitsOf({ metered, meters, contractIndex }: ReconcileContext): DuplicateUnits {
  if (!metered) return () => zero;
  const { usage } = metered;
  const duplicates: number[] = [];
  for (let row = 0; row < usage.rowCount; row++)
    if (usage.state[row] === RowState.duplicate) duplicates.push(row);
  const rowsOf = groupBy(duplicates, (row) => usage.contractOf[row]!);
  return ({ contract, parts, days }) => {
    const rows = rowsOf.get(contractIndex.get(contract.contractId) ?? -1) ?? [];
    const price = parts.find(({ usage: used }) => used !== undefined)?.price;
    // The step of a capacity follows from peaks, which gain nothing from a row that occurs twice.
    if (rows.length === 0 || !price || price.model.reads === "peaks") return zero;
    const meter = meters.get(price.meter);
    const isMet = conditionTest(usage, meter.conditions);
    const meteredRows = rows.filter(
      (row) =>
        nameKey(usage.meterNames[usage.meterOf[row]!] ?? "") === meter.sourceKey &&
        contains(days, Math.floor(usage.moments[row]!)) &&
        isMet(row),
    );
    if (meter.aggregation === "count") return new Decimal(meteredRows.length);
    return meter.aggregation === "sum" ? sumQuantities(usage, Int32Array.from(meteredRows)) : zero;
  };
}
