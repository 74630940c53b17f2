import { nameKey } from "../base/name";
import { titleKey } from "./sheetNames";

interface Measure {
  readonly kind: string;
  /** How many of the smallest of its kind it is. */
  readonly size: number;
}

const table: Readonly<Record<string, readonly (readonly [size: number, names: string])[]>> = {
  time: [
    [1, "s sec secs second seconds sek sekunde sekunden seconde secondes segundos secondi billsec"],
    [60, "min mins minute minutes minuten minuto minutos minuti"],
    [3600, "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore"],
    [86_400, "day days tag tage jour jours dia dias"],
  ],
  energy: [
    [1, "wh"],
    [1e3, "kwh"],
    [1e6, "mwh"],
    [1e9, "gwh"],
  ],
  data: [
    [1, "byte bytes"],
    [1e3, "kb"],
    [1e6, "mb"],
    [1e9, "gb"],
    [1e12, "tb"],
    [1e15, "pb"],
    [1024, "kib"],
    [1_048_576, "mib"],
    [1_073_741_824, "gib"],
    [1_099_511_627_776, "tib"],
  ],
  mass: [
    [1, "mg"],
    [1e3, "g gram grams gramm"],
    [1e6, "kg kilo kilos kilogram kilograms kilogramm"],
    [1e9, "t ton tons tonne tonnes tonnen"],
    [453_592.37, "lb lbs pound pounds"],
  ],
  volume: [
    [1, "ml"],
    [1e3, "l liter liters litre litres"],
    [1e6, "m3 cbm"],
  ],
  area: [
    [1, "m2 sqm qm"],
    [0.09290304, "sqft"],
  ],
  length: [
    [1, "km kilometer kilometre kilometers kilometres"],
    [1.609344, "mile miles"],
  ],
};

const measures = new Map<string, Measure>(
  Object.entries(table).flatMap(([kind, sizes]) =>
    sizes.flatMap(([size, names]) =>
      names.split(" ").map((name): [string, Measure] => [name, { kind, size }]),
    ),
  ),
);

/** What is counted, without saying of what. */
const COUNTED = new Set(
  "each ea unit pc pcs piece stk stuck stueck count number no qty quantity x event row item usage"
    .split(" ")
    .map(titleKey),
);

const plainFigure = (raised: string): string => (raised === "²" ? "2" : "3");

const wordsOf = (text: string): string[] =>
  text
    .slice(0, 100)
    .replace(/[²³]/g, plainFigure)
    .split(/[^\p{L}\p{N}]+/u)
    .map(nameKey)
    .filter(
      (word) =>
        word !== "" &&
        !/^(?:\d+[km]?|per|je|pro|par|hundred|thousand|million|hundert|tausend|mio)$/.test(word),
    );

/** A unit as it is compared: what is behind “per”, without numbers. */
function measureIn(words: readonly string[]): Measure | undefined {
  return words.length === 1 ? measures.get(words[0]!) : undefined;
}

/**
 * Whether two units cannot both be right: MWh and kWh, kWh and hours, pallets and boxes; but call and API calls, each
 * and seats, GB and GB-months may.
 */
export function areUnitsAtOdds(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.length === 0 || second.length === 0) return false;
  const [one, other] = [measureIn(first), measureIn(second)];
  if (one && other) return one.kind !== other.kind || one.size !== other.size;
  const keys = (words: readonly string[]) => words.map(titleKey);
  const [left, right] = [keys(first), keys(second)];
  if (left.join("") === right.join("")) return false;
  if ([left, right].some((words) => words.every((word) => COUNTED.has(word)))) return false;
  return !left.some((word) => right.includes(word));
}

/** Whether a word is a unit of measurement and nothing else: kWh, m³, hours. */
export const isMeasure = (word: string): boolean => measures.has(nameKey(word.replace(/[²³]/g, plainFigure)));

/** A word of one letter names a unit only at the end of a header, or in brackets: duration_s, Energy (t). */
const LAST = /(?:[\s_(/[]|^)(\p{L})[)\]]?$/u;

/** The unit of measurement that a header names: MWh of “Energy (MWh)”, seconds of “billsec”; undefined for none. */
export function measureNamedIn(header: string): string | undefined {
  const trimmed = header
    .trim()
    .replace(/[²³]/g, plainFigure)
    .replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, "$1 ");
  const long = trimmed
    .split(/[^\p{L}\p{N}]+/u)
    .find((word) => word.length > 1 && measures.has(nameKey(word)));
  if (long !== undefined) return long;
  const short = LAST.exec(trimmed)?.[1];
  return short !== undefined && measures.has(nameKey(short)) ? short : undefined;
}
