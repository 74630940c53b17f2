/** Work cut into steps of a few milliseconds each; between two of them its caller may do something else. */
export type Steps<Result> = Generator<undefined, Result>;

/** What long work awaits between two steps, so that a page stays alive. What it throws ends the work. */
export type Pause = () => Promise<void> | undefined;

/** All steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** All steps with a pause after each. */
export async function finishWithPauses<Result>(steps: Steps<Result>, pause: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** A pause that takes a rest only when so much time has gone by since the last one. */
export function pauseEvery(milliseconds: number, rest: () => Promise<void>): Pause {
  let rested = performance.now();
  const take = async () => {
    await rest();
    rested = performance.now();
  };
  return () => (performance.now() - rested < milliseconds ? undefined : take());
}

/** The pause of a page: after a few milliseconds of work it draws and listens. */
export function pauseForPage(): Pause {
  return pauseEvery(12, () => new Promise((resolve) => setTimeout(resolve)));
}
