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

/** The system's code of a fault, such as ENOSPC; undefined for a fault of the program. */
export function faultCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Why the system would not read or write, for the user: "the disk is full (ENOSPC)". A fault of the program is thrown on. */
export function faultReason(error: unknown): string {
  const code = faultCode(error);
  if (code === undefined) throw error;
  const reason = REASONS[code];
  return reason === undefined ? `the system says ${code}` : `${reason} (${code})`;
}
