import { realpath } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { CommandFailure } from "./exit";
import { faultReason } from "./fileFault";
import { fileAt, isSameFile } from "./sameFile";

export interface OutputChoice {
  readonly path: string;
  /** How a refusal calls it: "--out FILE" where the user named it so. */
  readonly name: string;
  /** The files that the command reads; none of them is written over, whatever it is called. */
  readonly reads: readonly string[];
  /** How the file may end; the first is proposed. Default: .xlsx. */
  readonly extensions?: readonly [string, ...string[]];
  /** The name to propose for a file in a folder. */
  readonly proposal: string;
}

/** The file to write, behind any links. A place where writing would destroy more than an earlier result is refused. */
export async function outputPath({
  path,
  name,
  reads,
  proposal,
  extensions = [".xlsx"],
}: OutputChoice): Promise<string> {
  const refuse = (why: string) => new CommandFailure(`${name}: ${why}`);
  const existing = await fileAt(path).catch((error: unknown) => {
    throw refuse(`it cannot be written: ${faultReason(error)}; name another file`);
  });
  if (existing?.isDirectory())
    throw refuse(`it is a folder; name a file in it, such as ${join(path, proposal)}`);
  if (existing && !existing.isFile())
    throw refuse(`it is a device or a pipe, not a file; name a file that ends in ${extensions[0]}`);
  for (const read of existing ? reads : []) {
    const input = await fileAt(read);
    if (existing && input && isSameFile(existing, input))
      throw refuse(`it is the same file as ${read}, which is read; name another file`);
  }
  if (!extensions.includes(extname(path).toLowerCase()))
    throw refuse(`the output is a workbook; name a file that ends in ${extensions[0]}`);
  return existing ? await realpath(path) : resolve(path);
}
