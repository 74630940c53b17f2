import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIsoDay, type Day } from "../../src/core/calendar/day";
import { Decimal } from "../../src/core/money/decimal";

function dayOf(text: string): Day {
  const day = parseIsoDay(text.replace(/T00:00:00$/, ""));
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

/** A day where a vector counts days and names none. */
export const someDay: Day = 46_000;

/** Named values of a vector, read as what a runner needs; a value of another kind is a mistake in the runner. */
export class Fields {
  constructor(readonly values: Readonly<Record<string, unknown>>) {}

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  /** Whether no other names are given: a runner must not overlook a condition it does not know. */
  hasOnly(...names: readonly string[]): boolean {
    return Object.keys(this.values).every((name) => names.includes(name));
  }

  value(name: string): unknown {
    return this.values[name];
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value === "string" || typeof value === "number") return String(value);
    throw new Error(`${name} is no text`);
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  number(name: string): number {
    return Number(this.text(name));
  }

  decimal(name: string): Decimal {
    return new Decimal(this.text(name));
  }

  day(name: string): Day {
    return dayOf(this.text(name));
  }

  days(name: string): readonly Day[] {
    return this.texts(name).map(dayOf);
  }

  list(name: string): readonly unknown[] {
    const value = this.values[name];
    if (Array.isArray(value)) return value as unknown[];
    throw new Error(`${name} is no list`);
  }

  texts(name: string): readonly string[] {
    return this.list(name).map(String);
  }

  decimals(name: string): readonly Decimal[] {
    return this.texts(name).map((text) => new Decimal(text));
  }

  fields(name: string): Fields {
    return new Fields(this.values[name] as Readonly<Record<string, unknown>>);
  }

  fieldsList(name: string): readonly Fields[] {
    return this.list(name).map((value) => new Fields(value as Readonly<Record<string, unknown>>));
  }
}

/** A case whose figures were taken from another project's tests or documents. */
export interface Vector {
  /** The file it is in. */
  readonly topic: string;
  readonly id: string;
  readonly source: string;
  /** Empty where the topic says it all. */
  readonly model: string;
  readonly params: Fields;
  readonly input: Fields;
  readonly expected: Readonly<Record<string, unknown>>;
}

type Values = Readonly<Record<string, unknown>>;
interface StoredVector {
  readonly id: string;
  readonly source: string;
  readonly model?: string;
  readonly params: Values;
  readonly input: Values;
  readonly expected: Values;
}

const folder = join(__dirname, "data");

export const topics: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ""))
  .sort();

export function vectorsOf(topic: string): Vector[] {
  const stored = JSON.parse(readFileSync(join(folder, `${topic}.json`), "utf8")) as
    | readonly StoredVector[]
    | { readonly vectors: readonly StoredVector[] };
  const vectors = "vectors" in stored ? stored.vectors : stored;
  return vectors.map(({ id, source, model = "", params, input, expected }) => ({
    topic,
    id,
    source,
    model,
    params: new Fields(params),
    input: new Fields(input),
    expected,
  }));
}
