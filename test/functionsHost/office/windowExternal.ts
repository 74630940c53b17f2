import type { Page } from "./page";

/** Numbers by which the library calls its host. */
const RICH_API_REQUEST = 93;
const RICH_API_MESSAGE = 33;

// Program, platform, version of the host file, language, correlation, no dialog, no telemetry, and the flags
// shared runtime (1) and custom functions (2): without the latter their runtime never starts.
const HOST_INFO = "Excel|Win32|16.01|en-US|tests||disableLogging|3";

/** What the host claims to support: it drives isSetSupported and the library's own gates. */
const REQUIREMENT_SETS = {
  ExcelApi: "1.17",
  SharedRuntime: "1.1",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.4",
  RibbonApi: "1.1",
};

/** A message from the host: category, type, target, JSON text. */
export interface HostMessage {
  readonly category: number;
  readonly type: number;
  readonly target: string;
  readonly body: unknown;
}

type MessageHandler = (eventId: number, args: { toArray: () => unknown }) => void;
type Callback = (answer: unknown) => void;

/** The four calls on window.external by which Office.js on Windows reaches Excel. */
export class WindowExternal {
  private deliver: MessageHandler | undefined;

  /** @param answer the JSON text that answers a rich-API request, itself JSON text */
  constructor(
    private readonly page: Page,
    private readonly answer: (request: string) => string,
  ) {}

  /** The object that stands at window.external. */
  readonly object = {
    GetHostInfo: () => HOST_INFO,
    GetContext: () => this.context(),
    Execute: (call: number, parameters: unknown[], callback: Callback) => {
      // A host never answers before the call has returned.
      this.page.clock.setTimeout(() => this.execute(call, parameters, callback));
    },
    RegisterEvent: (event: number, _target: string, handler: MessageHandler, callback: Callback) => {
      if (event === RICH_API_MESSAGE) this.deliver = handler;
      callback(0);
    },
    UnregisterEvent: (event: number, _target: string, callback: Callback) => {
      if (event === RICH_API_MESSAGE) this.deliver = undefined;
      callback(0);
    },
  };

  /** Delivers messages in one event, as Excel does on recalculation. */
  send(messages: readonly HostMessage[]): void {
    if (!this.deliver) throw new Error("The library has not asked for messages of the host.");
    const entries = messages.map(({ category, type, target, body }, index) => [
      category,
      type,
      target,
      JSON.stringify(body),
      index,
      false,
    ]);
    const json = JSON.stringify(entries);
    this.deliver(RICH_API_MESSAGE, { toArray: () => this.page.parse(json) });
  }

  private execute(call: number, parameters: unknown[], callback: Callback): void {
    if (call !== RICH_API_REQUEST) {
      this.page.faults.push(`the host does not simulate call ${String(call)}`);
      callback(5001);
      return;
    }
    const request = (parameters[0] as unknown[])[4] as string;
    const json = JSON.stringify([0, 200, [], this.answer(request)]);
    callback({ toArray: () => this.page.parse(json) });
  }

  private context() {
    return {
      GetAppType: () => 1,
      GetSolutionRef: () => "00000000-0000-0000-0000-000000000001",
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: () => "en-US",
      GetAppDataLocale: () => "en-US",
      GetDocUrl: () => "",
      GetAppCapabilities: () => 1,
      GetActivationMode: () => 1,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => "",
      GetSettings: () => ({ Read() {}, Write() {} }),
      GetSupportedMatrix: () => JSON.stringify(REQUIREMENT_SETS),
      GetInitialDisplayMode: () => 2,
      GetHostFullVersion: () => "16.0.18000.20000",
      GetOfficeThemeInfo: () => "",
    };
  }
}
