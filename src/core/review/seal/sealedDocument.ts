import { once } from "../../base/once";
import { groupBy } from "../../base/groupBy";
import type { Sha256 } from "../../base/sha256";
import { settingsTable } from "../../settings/settings.table";
import { isSealedSetting } from "./inputs/settingParts";
import type { SealRecord } from "../tables/seals.table";
import { sealOfRows } from "./seal";
import { cellsOfText, isFormRow, LONGEST_TEXT, PERSONAL_KEY, saltOf, type SealedCell } from "./sealTexts";

/** A part as it was sealed. */
export interface SealedPart {
  readonly table: string;
  readonly key: string;
  readonly cells: readonly SealedCell[];
  /** Its texts, by whether they are of personal cells; undefined where one was cut or stands there twice. */
  readonly texts: ReadonlyMap<boolean, string> | undefined;
  /** Hashes of its whole texts, by whether they are of personal cells: more than the text where that was cut. */
  readonly hashes: ReadonlyMap<boolean, string>;
  readonly isCut: boolean;
  /** Its personal cells were taken away. */
  readonly isRedacted: boolean;
}

/** A document as its rows of Seals say it was. */
export interface SealedDocument {
  readonly invoiceNumber: string;
  /** The seal that these rows make. */
  readonly seal: string;
  readonly parts: readonly SealedPart[];
  readonly salt: string;
  /** An earlier Ratebook sealed it, which looked at fewer tables: what is no part of it may have been there all the same. */
  readonly isEarlier: boolean;
  /** Rows whose text is not what their hash was made of. */
  readonly altered: readonly SealRecord[];
}

const isPersonalKey = (key: string): boolean => key.endsWith(PERSONAL_KEY);
const plainKey = (key: string): string => (isPersonalKey(key) ? key.slice(0, -PERSONAL_KEY.length) : key);
const isCutText = ({ text = "" }: SealRecord): boolean => text.length >= LONGEST_TEXT - 1;
const isRedactedRow = ({ key, text = "" }: SealRecord): boolean => isPersonalKey(key) && saltOf(text) === "";

function partOf(rows: readonly SealRecord[]): SealedPart {
  const { table, key } = rows[0]!;
  const isSealed = ({ column }: SealedCell) => table !== settingsTable.title || isSealedSetting(column);
  // Most parts say what they said, and their texts are never taken apart.
  const cells = once(() =>
    rows.flatMap((row) => cellsOfText(row.text ?? "", isCutText(row)).filter(isSealed)),
  );
  const texts = new Map(rows.map((row) => [isPersonalKey(row.key), row.text ?? ""]));
  const isCut = rows.some(isCutText);
  return {
    table,
    key: plainKey(key),
    get cells() {
      return cells();
    },
    texts: isCut || texts.size < rows.length ? undefined : texts,
    hashes: new Map(rows.map((row) => [isPersonalKey(row.key), row.hash ?? ""])),
    isCut,
    isRedacted: rows.some(isRedactedRow),
  };
}

/** Reads a document's rows of Seals; undefined where there are none. */
export function sealedDocument(rows: readonly SealRecord[], sha256: Sha256): SealedDocument | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const ofParts = rows.filter((row) => !isFormRow(row));
  const groups = groupBy(ofParts, ({ table, key }) => `${table}\u001f${plainKey(key)}`);
  return {
    invoiceNumber: first.invoiceNumber,
    seal: sealOfRows(rows, sha256),
    parts: [...groups.values()].map(partOf),
    isEarlier: ofParts.length === rows.length,
    salt:
      rows
        .map(({ key, text = "" }) => (isPersonalKey(key) ? saltOf(text) : ""))
        .find((salt) => salt !== "") ?? "",
    altered: rows.filter(
      (row) => !isCutText(row) && !isRedactedRow(row) && sha256([row.text ?? ""]) !== row.hash,
    ),
  };
}
