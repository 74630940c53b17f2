import { dirname, join } from "node:path";
import { Page } from "./page";
import { RichApi, type HostObject } from "./richApi";
import { WindowExternal, type HostMessage } from "./windowExternal";

/** Where the page believes that the library comes from; the files are those of the package. */
const LIBRARY_ADDRESS = "https://addin.example/office/";
export const LIBRARY_FOLDER = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** The files of the library that a page loads, run as they are in the package. */
export const libraryFiles = ["office.js", "excel-win32-16.01.js", "en-us/office_strings.js"].map((file) =>
  join(LIBRARY_FOLDER, file),
);

export interface Office {
  readonly page: Page;
  send(messages: readonly HostMessage[]): void;
}

/**
 * Opens a page as Excel opens an add-in: office.js, then the scripts of the add-in, while the library loads the rest
 * of itself. So CustomFunctions.associate exists at the top level of a script and CustomFunctions.Error does not yet.
 */
export function openOffice(
  scripts: readonly string[],
  objects: Readonly<Record<string, HostObject>>,
): Office {
  const page = new Page({ scriptTags: [`${LIBRARY_ADDRESS}office.js`], fileOf: libraryFile });
  const richApi = new RichApi(objects, (fault) => page.faults.push(fault));
  const external = new WindowExternal(page, richApi.answer);
  page.define({ external: external.object });
  try {
    page.runFile(join(LIBRARY_FOLDER, "office.js"));
    for (const script of scripts) page.runFile(script);
    page.finishLoading();
  } catch (fault) {
    page.close();
    throw fault;
  }
  return { page, send: (messages) => external.send(messages) };
}

function libraryFile(address: string): string | undefined {
  if (!address.startsWith(LIBRARY_ADDRESS)) return undefined;
  const file = join(LIBRARY_FOLDER, address.slice(LIBRARY_ADDRESS.length));
  return libraryFiles.includes(file) ? file : undefined;
}
