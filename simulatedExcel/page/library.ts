import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the page believes that the library comes from: the address that the task pane names. */
export const LIBRARY_ADDRESS = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const FOLDER = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const texts = new Map<string, string>();

/** The text of a file of the library by its address; undefined for any other address. Nothing comes from a network. */
export function libraryFile(address: string): string | undefined {
  if (!address.startsWith(LIBRARY_ADDRESS)) return undefined;
  const name = address.slice(LIBRARY_ADDRESS.length).replace(/[?#].*$/, "");
  if (!/^(?:[\w-]+\/)?[\w.-]+\.js$/.test(name)) return undefined;
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(FOLDER, name), "utf8");
  texts.set(name, text);
  return text;
}
