import { libraryFile } from "./library";

/** Runs code of the global scope, whose globals can be deleted again. */
export function runScript(text: string, address: string): void {
  (0, eval)(`${text}\n//# sourceURL=${address}`);
}

/** @returns whether the address is that of a file of the library */
export function runLibraryFile(address: string): boolean {
  const text = libraryFile(address);
  if (text === undefined) return false;
  runScript(text, address);
  return true;
}
