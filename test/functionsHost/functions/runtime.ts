import { clearTimeout, setTimeout } from "node:timers";
import { openOffice, type Office } from "../office/openOffice";
import type { HostObject } from "../office/richApi";
import type { Call } from "./formula";
import type { Result } from "./result";

/** The message by which Excel calls functions, and the bits that say how. */
const CALL_MESSAGE = { category: 1, type: 1000, target: "" } as const;
const Flag = { cancelable: 1, errors: 4, richData: 8 } as const;

interface Waiting {
  readonly id: string;
  readonly settle: (result: Result) => void;
}

/** The custom-functions runtime of the library, with the functions of a bundle. */
export class Runtime {
  private readonly waiting = new Map<number, Waiting>();
  private readonly office: Office;
  private lastInvocation = 0;
  private announceReady: () => void = () => {};
  private abandon: (fault: Error) => void = () => {};
  private readonly closed = new Promise<never>((_, reject) => (this.abandon = reject));
  private readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));

  private constructor(
    script: string,
    private readonly timeoutMillis: number,
  ) {
    // Closing with nothing under way is no fault.
    this.closed.catch(() => {});
    this.office = openOffice([script], {
      "": {},
      "Microsoft.ExcelServices.CustomFunctions": this.customFunctions(),
      "Microsoft.InternalService.AddinInternalService": { call: () => undefined },
    });
  }

  /** Loads library and bundle, and waits until the runtime takes calls. */
  static async open(script: string, timeoutMillis: number): Promise<Runtime> {
    const runtime = new Runtime(script, timeoutMillis);
    try {
      await runtime.within(runtime.ready, () => "The custom-functions runtime did not start");
      return runtime;
    } catch (fault) {
      runtime.close();
      throw fault;
    }
  }

  /** Ids of the functions that the bundle has associated; the library keeps them in capitals. */
  get associated(): readonly string[] {
    const json = this.office.page.run("JSON.stringify(Object.keys(CustomFunctions._association.mappings))");
    return JSON.parse(json ?? "[]") as string[];
  }

  /** The files of library and bundle, in the order in which they ran. */
  get ran(): readonly string[] {
    return this.office.page.ran;
  }

  /** Uncaught errors of the page, and what was asked of the host that it does not simulate. */
  get faults(): readonly string[] {
    return this.office.page.faults;
  }

  /** What the bundle and the library wrote to the console. */
  get logged(): readonly string[] {
    return this.office.page.logged;
  }

  /** Makes all calls in one message; resolves when each has its result. */
  async invoke(calls: readonly Call[]): Promise<Result[]> {
    if (calls.length === 0) return [];
    const started = calls.map((call) => ({ call, invocation: ++this.lastInvocation }));
    const results = started.map(
      ({ call, invocation }) =>
        new Promise<Result>((settle) => this.waiting.set(invocation, { id: call.description.id, settle })),
    );
    try {
      this.office.send(
        started.map(({ call, invocation }) => ({ ...CALL_MESSAGE, body: messageOf(call, invocation) })),
      );
      return await this.within(Promise.all(results), () => {
        const late = started.filter(({ invocation }) => this.waiting.has(invocation));
        const ids = [...new Set(late.map(({ call }) => call.description.id))].join(", ");
        return `${String(late.length)} of ${String(calls.length)} calls gave no result: ${ids}`;
      });
    } finally {
      for (const { invocation } of started) this.waiting.delete(invocation);
    }
  }

  close(): void {
    this.office.page.close();
    this.abandon(new Error("The functions host is closed."));
  }

  private customFunctions(): HostObject {
    return {
      call: (method, [results]) => {
        if (method === "_SetOsfControlContainerReadyForCustomFunctions") this.announceReady();
        else if (method === "SetInvocationArrayResults")
          for (const result of results as Result[]) this.accept(result);
        else throw new Error(`the host does not simulate CustomFunctions.${method}`);
        return undefined;
      },
    };
  }

  private accept(result: Result): void {
    const [invocation] = result;
    this.waiting.get(invocation)?.settle(result);
    this.waiting.delete(invocation);
  }

  /** The value, or a failure that says what is late and what went wrong in the page. */
  private async within<Value>(value: Promise<Value>, lateness: () => string): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const faults = [...this.faults, ...this.logged].map((line) => `\n  ${line.slice(0, 400)}`).join("");
        reject(new Error(`${lateness()} within ${String(this.timeoutMillis / 1000)} s.${faults}`));
      }, this.timeoutMillis);
    });
    try {
      return await Promise.race([value, late, this.closed]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function messageOf({ description, values }: Call, invocation: number): unknown[] {
  const flags =
    (description.cancelable ? Flag.cancelable : 0) |
    (description.takesErrors ? Flag.errors : 0) |
    (description.takesRichData ? Flag.richData : 0);
  const address = description.requiresAddress ? "Sheet1!A1" : null;
  return [invocation, description.id, values, address, flags];
}
