import { libraryFile } from "./library";

/** Code that is evaluated this way is code of the global scope, and its globals can be deleted again. */
export function runLibraryFile(address: string): boolean {
  const text = libraryFile(address);
  if (text === undefined) return false;
  (0, eval)(`${text}\n//# sourceURL=${address}`);
  return true;
}
