import { randomIndex, randomOf, type Random as Numbers } from "../../scripts/example/random";

/** Choices that one seed always makes in the same order. */
export class Random {
  private readonly numbers: Numbers;

  constructor(seed: number) {
    this.numbers = randomOf(`fuzz ${String(seed)}`);
  }

  /** From 0 on and below a limit. */
  below(limit: number): number {
    return randomIndex(this.numbers, limit);
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error("There is nothing to choose from.");
    return choice;
  }
}
