import { randomByWeight, randomIndex, randomOf, type Random } from "../../scripts/example/random";

/** Draws of one stream: the same for the same name on every machine. */
export class Draw {
  private readonly random: Random;

  constructor(name: string) {
    this.random = randomOf(name);
  }

  /** A whole number from least to most. */
  whole(least: number, most: number): number {
    return least + randomIndex(this.random, most - least + 1);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[randomIndex(this.random, items.length)]!;
  }

  byWeight<Item>(items: readonly (readonly [Item, number])[]): Item {
    const weights = items.map(([, weight]) => weight);
    return items[randomByWeight(this.random, weights)]![0];
  }
}
