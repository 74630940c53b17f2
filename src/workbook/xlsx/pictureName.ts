import { crc32 } from "../zip/deflate/deflate";

/** The name of a picture that a sheet brings along; it tells of what it shows, so that the same one is left alone. */
export function pictureName(bytes: Uint8Array): string {
  return `Logo ${crc32(bytes).toString(16).padStart(8, "0")}`;
}

/** Whether a picture is one that a planned sheet brought, and not one that somebody put there. */
export function isPlannedPicture(name: string): boolean {
  return /^Logo [0-9a-f]{8}$/.test(name);
}
