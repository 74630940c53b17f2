import { randomIndex, randomOf } from "../../../scripts/example/random";
import type { Feature, Features } from "./features";

/** Draws of one year: the same for the same seed and features on every machine. */
export interface Draw {
  /** A whole number from least to most. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly of: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** With that chance, where the feature may be drawn at all. */
  readonly may: (feature: Feature, share: number) => boolean;
  /** A decimal of up to that many places, as text. */
  readonly decimal: (least: number, most: number, digits: number) => string;
}

export function drawOf(seed: string, features: Features): Draw {
  const random = randomOf(seed);
  const whole = (least: number, most: number) => least + randomIndex(random, most - least + 1);
  const chance = (share: number) => random() < share;
  return {
    whole,
    chance,
    of: (items) => items[randomIndex(random, items.length)] ?? items[0],
    // Drawn either way, so that a feature that is left out moves no other draw.
    may: (feature, share) => chance(share) && features.has(feature),
    decimal: (least, most, digits) => {
      const scale = 10 ** whole(0, digits);
      // As a cell shows it: 1.1 / 10 is 0.11000000000000001 in doubles.
      return String(Number((whole(least * scale, most * scale) / scale).toFixed(6)));
    },
  };
}
