import { nameKey } from "../base/name";
import type { UnitRecord } from "../catalog/units.table";
import { unitCodeList } from "./unitCodeList";

/** Everyday words for units, by their code of UN/ECE Recommendation 20 (revision 11e). */
const words: Readonly<Record<string, string>> = {
  C62: "piece pieces pc pcs unit units item items each one stück stk seat-unit",
  HUR: "hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur uren",
  MIN: "minute minutes min mins minuten minuto minutos minuti minuut",
  SEC: "second seconds sec secs s sekunde sekunden",
  DAY: "day days d tag tage jour jours día días giorno giorni dag dagen",
  WEE: "week weeks woche wochen semaine semaines semana semanas settimana settimane weken",
  MON: "month months mo monat monate mois mes meses mese mesi maand maanden",
  QAN: "quarter quarters quartal quartale trimestre trimestres kwartaal",
  ANN: "year years yr yrs jahr jahre an ans année années año años anno anni jaar",
  AD: "byte bytes",
  "2P": "kb kilobyte kilobytes",
  "4L": "mb megabyte megabytes",
  E34: "gb gigabyte gigabytes",
  E35: "tb terabyte terabytes",
  WHR: "wh watt-hour watt-hours",
  KWH: "kwh kilowatt-hour kilowatt-hours kilowattstunde kilowattstunden",
  MWH: "mwh megawatt-hour megawatt-hours",
  KWT: "kw kilowatt kilowatts",
  GRM: "g gram grams gramm",
  KGM: "kg kilogram kilograms kilogramm kilo kilos",
  TNE: "t tonne tonnes metric-ton tonnen",
  MTR: "m metre metres meter meters",
  KMT: "km kilometre kilometres kilometer kilometers",
  MTK: "m2 m² sqm square-metre square-metres quadratmeter",
  MTQ: "m3 m³ cubic-metre cubic-metres kubikmeter",
  LTR: "l litre litres liter liters",
  P1: "percent % prozent",
  SET: "set sets",
  PR: "pair pairs paar",
  XPK: "package packages paket pakete pack packs",
  XBX: "box boxes karton",
};

const codeOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([code, list]) =>
    list.split(" ").map((word) => [word.replaceAll("-", " "), code] as const),
  ),
);

export interface UnitCode {
  readonly code: string;
  /** False where nobody knows the unit, so that it counts as pieces. */
  readonly isKnown: boolean;
}

/** Finds the code of a unit: what Units says, an everyday word, a code itself; pieces for none. */
export function unitCodes(rows: readonly UnitRecord[]): (unit: string | undefined) => UnitCode {
  const chosen = new Map(rows.map(({ unit, code }) => [nameKey(unit), code.trim().toUpperCase()]));
  return (unit = "") => {
    const text = unit.trim();
    if (text === "") return { code: "C62", isKnown: true };
    const known =
      chosen.get(nameKey(text)) ??
      codeOfWord.get(text.toLowerCase()) ??
      (unitCodeList.has(text.toUpperCase()) ? text.toUpperCase() : undefined);
    return { code: known ?? "C62", isKnown: known !== undefined };
  };
}
