import { nameKey } from "../base/name";
import type { Sha256 } from "../base/sha256";

const SIGNS = 10;

/** A value as it is compared: names without case, accents and signs; what has neither letter nor digit as it is. */
export const comparedValue = (text: string): string => nameKey(text) || text.trim();

/** What stands for personal values in a copy: equal for equal values, and another with another key. */
export class Pseudonyms {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly key: string,
    private readonly sha256: Sha256,
  ) {}

  /** P- and ten digits of the SHA-256 of key, U+001F and the value as it is compared. */
  of(value: string): string {
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const pseudonym = `P-${this.sha256([`${this.key}\u001f${value}`]).slice(0, SIGNS)}`;
    this.known.set(value, pseudonym);
    return pseudonym;
  }
}

/**
 * The values of a column of Usage, whose rows are told apart by every letter: of several texts that are compared alike,
 * the first has the pseudonym of all, the others one each.
 */
export class ExactValues {
  private readonly firstOf = new Map<string, string>();

  of(text: string): string {
    const value = comparedValue(text);
    const first = this.firstOf.get(value);
    if (first === undefined) this.firstOf.set(value, text);
    return first === undefined || first === text ? value : text;
  }
}
