import { readFileSync } from "node:fs";
import { createInflateRaw } from "node:zlib";
import { openPackage } from "../src/workbook/xlsx/package/openPackage";
import { QUANTITY_COLUMN, type UsageTotal } from "./usageRows";

const LESS = 60;
const GREATER = 62;
const POINT = 46;
const ZERO = 48;
const SMALL_C = 99;
const SMALL_R = 114;
const SMALL_V = 118;
const QUANTITY_LETTER = 64 + QUANTITY_COLUMN;
const DECIMALS = 3;
const PIECE = 128 * 1024;

/** Passes once over the bytes of a sheet as `writeSheets` writes it, and makes nothing but two numbers. */
class Pass {
  rows = 0;
  thousandths = 0;
  // What a piece ends in the middle of.
  private letter = 0;
  private tag = 0;
  private position = 0;
  private isInValue = false;
  private number = 0;
  private decimals = -1;

  // One loop over plain variables: a field or a call a byte would make the floor cost twice as much.
  take(bytes: Uint8Array): void {
    let { rows, thousandths, letter, tag, position, isInValue, number, decimals } = this;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LESS) {
        // The first row is the header, whose text is a number of the table of texts.
        if (isInValue && letter === QUANTITY_LETTER && rows > 1)
          thousandths += number * 10 ** (DECIMALS - Math.max(0, decimals));
        isInValue = false;
        number = position = 0;
        decimals = -1;
      } else if (isInValue) {
        if (byte === POINT) decimals = 0;
        else {
          number = number * 10 + byte - ZERO;
          if (decimals >= 0) decimals++;
        }
      } else if (byte === GREATER) isInValue = tag === SMALL_V && position > 0;
      else if (++position === 1) tag = byte;
      // `<c r="E2"`: the letter is the sixth byte behind the bracket.
      else if (position === 6 && tag === SMALL_C) letter = byte;
      else if (position === 3 && tag === SMALL_R) rows++;
    }
    Object.assign(this, { rows, thousandths, letter, tag, position, isInValue, number, decimals });
  }
}

/** The least that reading the workbook can cost: its usage sheet and its texts unpacked, and one pass over their bytes. */
export async function readFloor(file: string): Promise<UsageTotal> {
  const opened = openPackage(readFileSync(file));
  if (!opened.ok) throw new Error(opened.failure.message);
  const { archive, sheets, sharedStringsPart } = opened.package;
  const usage = sheets.find(({ name }) => name === "Usage")!;
  const passOf = async (part: string): Promise<Pass> => {
    const pass = new Pass();
    const stream = createInflateRaw({ chunkSize: PIECE });
    stream.end(archive.raw(part).compressed);
    for await (const piece of stream) pass.take(piece as Uint8Array);
    return pass;
  };
  if (sharedStringsPart !== undefined) await passOf(sharedStringsPart);
  const { rows, thousandths } = await passOf(usage.partName);
  return { rows: rows - 1, thousandths };
}
