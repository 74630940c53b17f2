import type { Picture } from "../../core/api";

/** The kind of a picture by its first bytes, whatever its name says; undefined for any other than PNG and JPEG. */
export function imageType(bytes: Uint8Array): Picture["type"] | undefined {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  return undefined;
}
