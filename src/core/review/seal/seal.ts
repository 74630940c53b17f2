import type { Sha256 } from "../../base/sha256";
import { compareText } from "../../base/name";
import { UNIT_SEPARATOR } from "../../schema/rowHash";
import type { SealRecord } from "../tables/seals.table";
import type { Part } from "./part";
import { formText, LONGEST_TEXT, textsOfPart } from "./sealTexts";

const RECORD_SEPARATOR = "\u001e";
/** How the hash of a seal is made of its rows. */
const HASHED = "1-";

/** A row of Seals as it is written. */
export type SealRow = Omit<SealRecord, "row"> & { readonly row: number | undefined };

/** What is hashed of a row of Seals. */
type Hashed = Pick<SealRow, "table" | "key" | "hash">;

/** The seal over rows of Seals: `1-` and the SHA-256 of table, key and hash of each, sorted. */
export function sealOfRows(rows: readonly Hashed[], sha256: Sha256): string {
  const texts = rows.map(({ table, key, hash = "" }) => [table, key, hash].join(UNIT_SEPARATOR));
  return HASHED + sha256([texts.sort(compareText).join(RECORD_SEPARATOR)]);
}

/** A document sealed: its rows of Seals and the seal over them. */
export interface Sealed {
  readonly seal: string;
  readonly rows: readonly SealRow[];
}

/** Seals a document over its parts. */
export function sealParts(
  invoiceNumber: string,
  parts: readonly Part[],
  salt: string,
  sha256: Sha256,
): Sealed {
  const rows = [formText, ...parts.flatMap((part) => textsOfPart(part, salt))].map(
    ({ table, key, text }): SealRow => ({
      invoiceNumber,
      table,
      key,
      text: text.slice(0, LONGEST_TEXT),
      hash: sha256([text]),
      row: undefined,
    }),
  );
  return { seal: sealOfRows(rows, sha256), rows };
}
