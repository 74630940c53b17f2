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
  private letter = 0;
  private tag = 0;
  private position = 0;
  private isInValue = false;
  private number = 0;
  private decimals = -1;

  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === LESS) {
        if (this.isInValue) this.endValue();
        this.position = 0;
      } else if (byte === GREATER) this.isInValue = this.tag === SMALL_V && this.position > 0;
      else if (this.isInValue) this.digit(byte);
      else if (++this.position === 1) this.tag = byte;
      // `<c r="E2"`: the letter is the sixth byte behind the bracket.
      else if (this.position === 6 && this.tag === SMALL_C) this.letter = byte;
      else if (this.position === 3 && this.tag === SMALL_R && byte !== 0) this.rows++;
    }
  }

  private digit(byte: number): void {
    if (byte === POINT) this.decimals = 0;
    else {
      this.number = this.number * 10 + byte - ZERO;
      if (this.decimals >= 0) this.decimals++;
    }
  }

  private endValue(): void {
    this.isInValue = false;
    // The first row is the header, whose text is a number of the table of texts.
    if (this.letter === QUANTITY_LETTER && this.rows > 1)
      this.thousandths += this.number * 10 ** (DECIMALS - Math.max(0, this.decimals));
    this.number = 0;
    this.decimals = -1;
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
