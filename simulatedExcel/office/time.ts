/** Timers as they are when the host is loaded: a page or a test may put others in their place. */
const { setTimeout: start, clearTimeout: stop } = globalThis;

export const schedule: (callback: () => void, millis?: number) => ReturnType<typeof setTimeout> = start;
export const cancel: (timer: ReturnType<typeof setTimeout> | undefined) => void = stop;

export async function pause(millis: number): Promise<void> {
  await new Promise<void>((done) => void schedule(done, millis));
}

/** The value, or a failure that says what is late. */
export async function inTime<T>(value: Promise<T>, millis: number, lateness: () => string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = schedule(() => {
      reject(new Error(`${lateness()} within ${String(millis / 1000)} s`));
    }, millis);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    cancel(timer);
  }
}
