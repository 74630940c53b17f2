import { nameKey } from "../base/name";
import type { Catalog } from "../catalog/records";
import { CellKind } from "../grid/grid";
import { Decimal } from "../money/decimal";
import type { CellView } from "../schema/viewCell";
import type { Meters } from "./meters";
import { readersOf, unitOfReader } from "./readers";

/** Seconds of the units of time, by nameKey. */
const seconds = new Map<string, number>(
  (
    [
      [3600, "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore"],
      [60, "m min mins minute minutes minuten minuto minutos minuti"],
      [1, "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondi"],
    ] as const
  ).flatMap(([size, names]) => names.split(" ").map((name): [string, number] => [name, size])),
);

/** The seconds that a cell shows as a time; undefined where it shows none. As text only h:mm:ss is a time. */
export function elapsedSeconds({ kind, number, text }: CellView): number | undefined {
  if (kind === CellKind.time) return Math.round(number * 86_400);
  const match = kind === CellKind.text ? /^(\d{1,6}):([0-5]\d):([0-5]\d)$/.exec(text.trim()) : null;
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) : undefined;
}

/** What a time counts as: 27,000 seconds are 7.5 hours. */
export function quantityOfTime(shown: number, unitSeconds: number): Decimal {
  return new Decimal(shown).dividedBy(unitSeconds);
}

export type TimeUnit =
  | { readonly ok: true; readonly seconds: number; readonly unit: string }
  /** The units found, none of which is a time, or which contradict each other. */
  | { readonly ok: false; readonly units: readonly string[] };

/**
 * The unit of time in which a contract's usage of a meter counts: by the meters that read it, else by the prices of the
 * contract that do.
 */
export function timeUnits(
  { contracts }: Pick<Catalog, "contracts">,
  meters: Meters,
): (contract: number, meter: string) => TimeUnit {
  const known = new Map<string, TimeUnit>();
  const find = (contract: number, meter: string): TimeUnit => {
    const key = nameKey(meter);
    const units = readersOf(contracts[contract]!.prices, meters)
      .filter((reader) => reader.meter.sourceKey === key)
      .map(unitOfReader);
    const meteredUnits = units.length > 0 ? units : [meters.get(meter).unit];
    const sizes = new Set(meteredUnits.map((unit) => seconds.get(nameKey(unit))));
    const [size] = sizes;
    if (sizes.size === 1 && size !== undefined) return { ok: true, seconds: size, unit: meteredUnits[0]! };
    return { ok: false, units: [...new Set(meteredUnits.filter((unit) => unit !== ""))] };
  };
  return (contract, meter) => {
    const key = `${String(contract)}|${meter}`;
    let unit = known.get(key);
    if (!unit) known.set(key, (unit = find(contract, meter)));
    return unit;
  };
}
