import { readWorkbookFile } from "../files/readFile";
import { writeWorkbookFile } from "../files/writeFile";
import { newControls, type HostControls } from "../hostControls";
import { newHostCore, type CoreOptions } from "../hostCore";
import { libraryClasses } from "../libraryClasses";

/** What the test hands to the page: plain data. */
export interface PageHostOptions extends Omit<CoreOptions, "calculate"> {
  /** A file to open, in base64. */
  readonly file?: string;
}

interface PageGlobals {
  startOfficeHost?: (options: PageHostOptions) => void;
  officeHost?: HostControls;
}

/** Puts Excel behind the page: office.js finds it at window.external, the test at window.officeHost. */
function start(page: PageGlobals, { file, ...options }: PageHostOptions): void {
  const files = { read: readWorkbookFile, write: writeWorkbookFile };
  const core = newHostCore(options, libraryClasses, files);
  const controls = newControls(core, files);
  if (file !== undefined) {
    const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
    core.transport.waitFor(controls.load(bytes));
  }
  Object.defineProperty(page, "external", { value: core.external, configurable: true });
  page.officeHost = controls;
}

const page = globalThis as unknown as PageGlobals;
page.startOfficeHost = (options) => {
  delete page.startOfficeHost;
  start(page, options);
};
