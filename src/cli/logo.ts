import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

export interface LogoFile {
  readonly bytes: Uint8Array;
  readonly type: "png" | "jpeg";
}

/** The picture that Settings names, beside the workbook; undefined where there is none that can be read. */
export async function findLogo(name: string, bookPath: string): Promise<LogoFile | undefined> {
  const type = /\.png$/i.test(name) ? "png" : /\.jpe?g$/i.test(name) ? "jpeg" : undefined;
  if (!type) return undefined;
  const folder = dirname(resolve(bookPath));
  const path = resolve(folder, name);
  // A workbook that was sent round must not make the command read files elsewhere.
  if (!path.startsWith(folder)) return undefined;
  try {
    return { bytes: await readFile(path), type };
  } catch {
    return undefined;
  }
}
