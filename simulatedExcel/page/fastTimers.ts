import { cancel, schedule } from "../office/time";
import type { Globals } from "./globals";

type Callback = (...args: unknown[]) => void;

/** The timers of a page that run faster than they say. They end with the page. */
export class FastTimers {
  private readonly pending = new Map<number, ReturnType<typeof schedule>>();
  private lastId = 0;
  private isStopped = false;

  /** @param speed seconds of the page per real second */
  constructor(
    private readonly speed: number,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /** As in a browser a timer is a number, and a fault in a callback stops nothing else. */
  readonly globals: Globals = {
    setTimeout: (callback: Callback, delay = 0, ...args: unknown[]) =>
      this.start(callback, delay, args, false),
    setInterval: (callback: Callback, delay = 0, ...args: unknown[]) =>
      this.start(callback, delay, args, true),
    clearTimeout: (id: number) => this.clear(id),
    clearInterval: (id: number) => this.clear(id),
  };

  stop(): void {
    this.isStopped = true;
    for (const id of [...this.pending.keys()]) this.clear(id);
  }

  private clear(id: number): void {
    cancel(this.pending.get(id));
    this.pending.delete(id);
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
      if (!this.isStopped) this.pending.set(id, schedule(run, delay / this.speed));
    };
    arm();
    return id;
  }
}
