import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { printNotice } from "./fault";
import { faultCode } from "./fileFault";

interface LogoFile {
  readonly bytes: Uint8Array;
  readonly type: "png" | "jpeg";
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The picture that Settings names, in the workbook's folder or below; undefined where there is none that can be read. */
async function findLogo(name: string, bookPath: string): Promise<LogoFile | undefined> {
  const type = /\.png$/i.test(name) ? "png" : /\.jpe?g$/i.test(name) ? "jpeg" : undefined;
  if (!type) return undefined;
  try {
    const folder = await realpath(dirname(resolve(bookPath)));
    const path = await realpath(resolve(folder, name));
    // A workbook that was sent round must not make the command read files elsewhere, nor wait for a pipe.
    if (!isWithin(folder, path) || !(await stat(path)).isFile()) return undefined;
    return { bytes: await readFile(path), type };
  } catch (error) {
    if (faultCode(error) === undefined) throw error;
    return undefined;
  }
}

/** The logo that Settings names, or a line on standard error that it was left out. */
export async function logoFor(
  name: string,
  bookPath: string,
  hasPicture: boolean,
): Promise<LogoFile | undefined> {
  if (name === "" || hasPicture) return undefined;
  const logo = await findLogo(name, bookPath);
  if (!logo)
    printNotice(`no PNG or JPEG file “${name}” beside the workbook; invoices are written without a logo`);
  return logo;
}
