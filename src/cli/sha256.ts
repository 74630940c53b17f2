import { createHash } from "node:crypto";

/** SHA-256 of pieces as if they were one (texts as UTF-8), lower-case hex. */
export function sha256(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
