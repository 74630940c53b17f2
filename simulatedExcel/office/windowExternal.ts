import { DocumentCopies } from "./documentCopies";
import type { HostEvents } from "./hostEvents";
import type { Answer } from "./transport";

const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
/** The library's code for a call that the host does not know. */
const NOT_SUPPORTED = 5001;

type Deliver = (dispatchId: number, args: { readonly toArray: () => unknown }) => void;
type Callback = (answer: unknown) => void;

export interface ExternalOptions {
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  /** Colours by the names of Office.OfficeTheme, `#RRGGBB`; undefined as on the web. */
  readonly theme: Readonly<Record<string, string>> | undefined;
  readonly documentUrl: string;
}

export interface HostSide {
  readonly events: HostEvents;
  readonly documentSettings: Map<string, string>;
  execute(body: string, flags: number): Promise<Answer>;
  /** The document as a file. */
  file(): Promise<Uint8Array>;
  commandCompleted(commandId: string, status: number, data: unknown): void;
  notSimulated(feature: string): void;
}

/** The calls on window.external by which Office.js on Windows reaches Excel. */
export function windowExternal(options: ExternalOptions, host: HostSide): object {
  const copies = new DocumentCopies(() => host.file());
  const answer = async (call: number, parameters: readonly unknown[]): Promise<unknown> => {
    if (call === COMMAND_COMPLETED) {
      host.commandCompleted(String(parameters[0]), Number(parameters[1]), parameters[2]);
      return { toArray: () => [0] };
    }
    const ofCopies = copies.answer(call, parameters);
    if (ofCopies) return ofCopies;
    if (call !== RICH_API_REQUEST) {
      host.notSimulated(`call ${String(call)} of the common API`);
      return NOT_SUPPORTED;
    }
    const message = parameters[0] as readonly unknown[];
    const answered = await host.execute(String(message[4]), Number(message[6] ?? 0));
    return "refused" in answered ? answered.refused : { toArray: () => [0, 200, [], answered.body] };
  };
  return {
    GetHostInfo: () => `Excel|Win32|16.01|${options.displayLanguage}|tests||disableLogging|3`,
    GetContext: () => contextOf(options, host),
    Execute: (call: number, parameters: readonly unknown[], callback: Callback) => {
      void answer(call, parameters).then(callback);
    },
    RegisterEvent: (event: number, target: string, handler: Deliver, callback: Callback) => {
      host.events.register(event, target, handler);
      callback(0);
    },
    UnregisterEvent: (event: number, target: string, callback: Callback) => {
      host.events.unregister(event, target);
      callback(0);
    },
  };
}

function contextOf(options: ExternalOptions, host: HostSide): object {
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => "00000000-0000-0000-0000-000000000001",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => options.displayLanguage,
    GetAppDataLocale: () => options.contentLanguage,
    GetDocUrl: () => options.documentUrl,
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of host.documentSettings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        host.documentSettings.clear();
        keys.forEach((key, keyIndex) => host.documentSettings.set(key, values[keyIndex] ?? ""));
      },
    }),
    GetSupportedMatrix: () => JSON.stringify(options.requirementSets),
    GetInitialDisplayMode: () => 2,
    GetHostFullVersion: () => "16.0.18000.20000",
    GetOfficeThemeInfo: () => JSON.stringify(options.theme ? themeNumbers(options.theme) : null),
  };
}

/** On the wire colours are numbers. */
function themeNumbers(theme: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(theme).map(([name, colour]) => [name, parseInt(colour.slice(1), 16)]),
  );
}
