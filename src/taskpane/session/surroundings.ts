import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import manifest from "../../../package.json";
import type { Surroundings } from "./sessionWorkbook";

/** What the engine gets in a browser: its hashing must not wait, which the browser's own does. */
export const surroundings: Surroundings = {
  engineVersion: manifest.version,
  sha256: (pieces) => {
    const hash = sha256.create();
    for (const piece of pieces) hash.update(piece);
    return bytesToHex(hash.digest());
  },
};
