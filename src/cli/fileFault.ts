import { CommandFailure } from "./exit";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "there is no permission, or another program has it open",
  EBUSY: "another program has it open",
  EDQUOT: "the disk is full",
  EFBIG: "it is larger than a file may be here",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "no file can be made there",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file, not a folder",
  EPERM: "there is no permission, or another program has it open",
  EROFS: "the disk can only be read",
};

/**
 * The code of a fault of the system, such as ENOSPC, or of what a stream was made of, such as Z_DATA_ERROR; undefined for
 * a fault of the program, and for what the program itself has refused.
 */
export function faultCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("errno" in error && "code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Why the system would not read or write, for the user: "the disk is full (ENOSPC)". A fault of the program is thrown on. */
export function faultReason(error: unknown): string {
  const code = faultCode(error);
  if (code === undefined) throw error;
  const reason = REASONS[code];
  return reason === undefined ? `the system says ${code}` : `${reason} (${code})`;
}

/** Why a file or folder cannot be read: "there is no such file", "it cannot be read: another program has it open (EBUSY)". */
export function whyUnread(error: unknown): string {
  const code = faultCode(error);
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  return `it cannot be read: ${faultReason(error)}`;
}

/** What reading a file or folder gives; one that cannot be read ends the command with a sentence. */
export async function orUnread<Value>(path: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${path}: ${whyUnread(error)}`);
  }
}
