import type { ApiObject } from "../office/apiObject";
import type { HostEvents } from "../office/hostEvents";
import { inTime } from "../office/time";
import type { FunctionDescription } from "./metadata";
import type { Call } from "./prepareFormula";
import type { Result } from "./result";

/** The message by which Excel calls functions, and the bits that say how. */
const CALL_MESSAGE = { category: 1, type: 1000, target: "", isRemote: false } as const;
const Flag = { errors: 4, richData: 8 } as const;

/** The custom-functions runtime of the library, as Excel speaks with it: calls go out, results come in. */
export class FunctionRuntime {
  private readonly waiting = new Map<number, (result: Result) => void>();
  private lastInvocation = 0;
  private announceReady: () => void = () => {};
  private abandon: (fault: Error) => void = () => {};
  private readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));
  private readonly closed = new Promise<never>((_, reject) => (this.abandon = reject));

  /** @param timeoutMillis how long calls may take */
  constructor(
    private readonly events: HostEvents,
    private readonly timeoutMillis: number,
  ) {
    // Closing with nothing under way is no fault.
    this.closed.catch(() => {});
  }

  /** By which the library says that it takes calls, and hands results over. */
  readonly service: ApiObject = {
    type: "CustomFunctions",
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: () => this.announceReady(),
      SetInvocationArrayResults: ([results]) => {
        for (const result of results as Result[]) this.waiting.get(result[0])?.(result);
      },
    },
  };

  /** Makes all calls in one message; resolves when each has its result. */
  async invoke(calls: readonly Call[]): Promise<Result[]> {
    if (calls.length === 0) return [];
    const invocations = calls.map(() => ++this.lastInvocation);
    const lateness = (): string => {
      const late = calls.filter((_, index) => this.waiting.has(invocations[index]!));
      const ids = [...new Set(late.map(({ description }) => description.id))].join(", ");
      return `${String(late.length)} of ${String(calls.length)} calls gave no result: ${ids}`;
    };
    const results = invocations.map((invocation) => this.resultOf(invocation));
    try {
      const answered = this.send(calls, invocations).then(async () => await Promise.all(results));
      return await inTime(Promise.race([answered, this.closed]), this.timeoutMillis, lateness);
    } finally {
      for (const invocation of invocations) this.waiting.delete(invocation);
    }
  }

  close(): void {
    this.abandon(new Error("The Office host is closed."));
  }

  private async resultOf(invocation: number): Promise<Result> {
    return await new Promise<Result>((settle) => {
      this.waiting.set(invocation, (result) => {
        this.waiting.delete(invocation);
        settle(result);
      });
    });
  }

  private async send(calls: readonly Call[], invocations: readonly number[]): Promise<void> {
    await Promise.race([this.ready, this.closed]);
    this.events.post(
      calls.map(({ description, values }, index) => ({
        ...CALL_MESSAGE,
        body: [invocations[index], description.id, values, addressFor(description), flagsOf(description)],
      })),
    );
  }
}

/** Every call is one of the first cell. */
function addressFor({ requiresAddress }: FunctionDescription): string | null {
  return requiresAddress ? "Sheet1!A1" : null;
}

function flagsOf({ takesErrors, takesRichData }: FunctionDescription): number {
  return (takesErrors ? Flag.errors : 0) | (takesRichData ? Flag.richData : 0);
}
