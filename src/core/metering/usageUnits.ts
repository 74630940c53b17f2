import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { areUnitsAtOdds, measureNamedIn } from "../schema/measures";
import type { Catalog } from "../catalog/records";
import { headers } from "../catalog/synonyms";
import { CellKind, unitOfCell, type CellRef } from "../grid/grid";
import { anyTable, refOf } from "../schema/boundTable";
import { shownText } from "../schema/column";
import type { TablePart } from "../schema/stackTables";
import { viewCell } from "../schema/viewCell";
import { elapsedSeconds } from "./elapsedTime";
import type { Meters } from "./meters";
import { countsRows, readersOf, unitOfReader } from "./readers";
import { propertiesOf } from "./usageQuantity";
import type { UsageColumns } from "./usage.table";

/** A unit of usage that the price does not count in. */
export interface UnitClash {
  readonly at: CellRef;
  readonly unit: string;
  /** The other unit, and where it is. */
  readonly other: string;
  readonly isOfPrice: boolean;
  /** The header of the quantities says it, and perhaps not of all of them. */
  readonly isOfHeader: boolean;
}

type Judgement = Omit<UnitClash, "at" | "isOfHeader">;

/** What a row says about the unit of its quantity, in a column Unit, its number format or the header. */
interface SaidUnit {
  readonly unit: string;
  readonly column: number;
  readonly isOfHeader: boolean;
}

const unitHeaders = new Set(["Unit", ...headers.unit].map(nameKey));

/** Whether a column of Usage says in which unit its rows are counted: it is compared with the price's. */
export function isUnitHeader(header: string): boolean {
  return unitHeaders.has(nameKey(header));
}

/** The units by which a contract is priced for a usage meter; none where its rows are counted, or a share of money. */
export function pricedUnits(
  { contracts }: Pick<Catalog, "contracts">,
  meters: Meters,
): (contract: number, meter: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (contract, meter) => {
    const key = `${String(contract)}|${meter}`;
    let units = known.get(key);
    if (!units) {
      units = readersOf(contracts[contract]!.prices, meters)
        .filter((reader) => reader.meter.sourceKey === nameKey(meter))
        .filter((reader) => !countsRows(reader) && !reader.price.model.ratesAreFractions)
        .map(unitOfReader)
        .filter((unit) => unit !== "");
      known.set(key, units);
    }
    return units;
  };
}

/** Where the rows of a sheet or file say in which unit they count; undefined where nothing says it. */
function unitsSaid(
  { bound }: TablePart<UsageColumns>,
  meters: Meters,
): ((row: number) => SaidUnit | undefined) | undefined {
  const { grid, headerRow, columnOf, others } = bound;
  const properties = propertiesOf(meters);
  const isUnit = (header: string) => isUnitHeader(header) && !properties.has(nameKey(header));
  const ofColumn = [...others].find(([, header]) => isUnit(header))?.[0];
  const quantity = columnOf.get("quantity");
  const hasFormats = quantity !== undefined && grid.columns[quantity]?.units !== undefined;
  const named =
    quantity === undefined ? undefined : measureNamedIn(shownText(viewCell(grid, headerRow, quantity)));
  if (ofColumn === undefined && !hasFormats && named === undefined) return undefined;
  return (row) => {
    const typed = ofColumn === undefined ? undefined : viewCell(grid, row, ofColumn);
    const unit = typed?.kind === CellKind.text ? typed.text.trim() : "";
    if (unit !== "") return { unit, column: ofColumn!, isOfHeader: false };
    if (quantity === undefined) return undefined;
    const shown = hasFormats ? unitOfCell(grid, row, quantity) : undefined;
    if (shown !== undefined) return { unit: shown, column: quantity, isOfHeader: false };
    return named === undefined ? undefined : { unit: named, column: quantity, isOfHeader: true };
  };
}

/**
 * Finds rows that are counted in another unit than they are priced by, or than the row above where the price names
 * none: 2.5 MWh at a price for a kWh. A time is no number of units, and is read in that of the price.
 */
export function unitClashes(
  part: TablePart<UsageColumns>,
  meters: Meters,
  unitsOf: ReturnType<typeof pricedUnits>,
): (row: number, contract: number, meter: string) => UnitClash | undefined {
  const saidAt = unitsSaid(part, meters);
  if (!saidAt) return () => undefined;
  const { bound } = part;
  const atOdds = new Map<string, Judgement | undefined>();
  const firstUnit = new Map<string, string>();
  const judge = (unit: string, key: string, units: readonly string[]): Judgement | undefined => {
    if (!firstUnit.has(key)) firstUnit.set(key, unit);
    const others = units.length > 0 ? units : [knownValue(firstUnit, key)];
    const other = others.find((candidate) => areUnitsAtOdds(unit, candidate));
    return other === undefined ? undefined : { unit, other, isOfPrice: units.length > 0 };
  };
  const quantity = bound.columnOf.get("quantity");
  return (row, contract, meter) => {
    const sheetRow = row - part.firstRow + bound.firstRow;
    const said = saidAt(sheetRow);
    if (!said) return undefined;
    const priced = `${String(contract)}|${meter}`;
    const key = `${priced}|${said.unit}`;
    if (!atOdds.has(key)) atOdds.set(key, judge(said.unit, priced, unitsOf(contract, meter)));
    const clash = atOdds.get(key);
    if (!clash) return undefined;
    if (quantity !== undefined && elapsedSeconds(viewCell(bound.grid, sheetRow, quantity)) !== undefined)
      return undefined;
    const at = refOf(anyTable(bound), said.isOfHeader ? bound.headerRow : sheetRow, said.column);
    return { ...clash, at, isOfHeader: said.isOfHeader };
  };
}
