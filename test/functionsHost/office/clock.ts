import { clearTimeout as cancel, setTimeout as schedule } from "node:timers";

type Callback = (...args: unknown[]) => void;

/** The timers of a page. They run faster than they say, and end with the page. */
export class Clock {
  private readonly pending = new Map<number, NodeJS.Timeout>();
  private lastId = 0;
  private stopped = false;

  /** @param speed seconds of the page per real second: the library flushes results only every 500 ms */
  constructor(
    private readonly speed: number,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /** As in a browser the id is a number, and a fault in a callback stops nothing else. */
  readonly setTimeout = (callback: Callback, delay = 0, ...args: unknown[]): number =>
    this.start(callback, delay, args, false);

  readonly setInterval = (callback: Callback, delay = 0, ...args: unknown[]): number =>
    this.start(callback, delay, args, true);

  readonly clear = (id: number): void => {
    cancel(this.pending.get(id));
    this.pending.delete(id);
  };

  stop(): void {
    this.stopped = true;
    for (const id of [...this.pending.keys()]) this.clear(id);
  }

  private start(callback: Callback, delay: number, args: unknown[], repeats: boolean): number {
    const id = ++this.lastId;
    const run = (): void => {
      this.pending.delete(id);
      if (repeats) arm();
      try {
        callback(...args);
      } catch (fault) {
        this.onFault(fault);
      }
    };
    const arm = (): void => {
      if (!this.stopped) this.pending.set(id, schedule(run, delay / this.speed));
    };
    arm();
    return id;
  }
}
