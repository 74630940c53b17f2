import { decodeLatin1, decodeWindows1252, encodingOf } from "../../bytes/text";
import { decodeText } from "../csv/decodeText";

/** Names of the encodings that are no UTF, as headers write them. */
const BYTE_BY_BYTE: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  "1252": decodeWindows1252,
  "windows-1252": decodeWindows1252,
  cp1252: decodeWindows1252,
  "8859-1": decodeLatin1,
  "iso-8859-1": decodeLatin1,
  latin1: decodeLatin1,
};

/** The text of a file in the encoding that it declares; where it declares none of these, in the one that shows. */
export function textDeclaredAs(bytes: Uint8Array, declared: string | undefined): string {
  const decode =
    encodingOf(bytes) === "utf-8" ? BYTE_BY_BYTE[declared?.trim().toLowerCase() ?? ""] : undefined;
  return decode ? decode(bytes) : decodeText(bytes);
}
