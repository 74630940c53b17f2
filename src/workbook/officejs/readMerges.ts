import type { MergedArea } from "../../core/api";
import type { Work } from "../port/port";
import { parseArea } from "../xlsx/areaReference";
import { roundTrip } from "./batches";
import type { Extent } from "./extent";
import { Stop } from "./failures";

/** The used cells of a sheet. */
export interface SheetPart extends Extent {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
}

/** The areas of an address such as `Usage!A2:A5,Usage!C2:C3`; a comma in a sheet's name parts it too, which no area fits. */
function areasOf(sheet: string, address: string): MergedArea[] {
  return address.split(",").flatMap((part) => {
    const area = parseArea(part.slice(part.lastIndexOf("!") + 1));
    return area && part.includes(":") ? { sheet, ...area } : [];
  });
}

/** Excel says at which call it failed. */
function isAboutMerges(reason: unknown): boolean {
  const { debugInfo } = reason as { readonly debugInfo?: { readonly errorLocation?: string } };
  return debugInfo?.errorLocation?.includes("getMergedAreas") ?? false;
}

function halvesOf(part: SheetPart): SheetPart[] {
  const rows = Math.ceil(part.rows / 2);
  return [
    { ...part, rows },
    { ...part, row: part.row + rows, rows: part.rows - rows },
  ];
}

/** Merged areas by their addresses; an area that two parts share comes once. */
async function ask(
  context: Excel.RequestContext,
  parts: readonly SheetPart[],
  found: Map<string, MergedArea>,
  work: Work,
): Promise<void> {
  const asked = parts.map(({ sheet, row, column, rows, columns }) =>
    sheet.getRangeByIndexes(row, column, rows, columns).getMergedAreasOrNullObject().load("address"),
  );
  try {
    await roundTrip(context, work);
  } catch (reason) {
    if (reason instanceof Stop || !isAboutMerges(reason)) throw reason;
    const smaller =
      parts.length > 1 ? parts.map((part) => [part]) : parts.flatMap(halvesOf).map((half) => [half]);
    if (smaller.some(([part]) => part!.rows === 0)) throw reason;
    for (const one of smaller) await ask(context, one, found, work);
    return;
  }
  for (const [index, areas] of asked.entries()) {
    if (areas.isNullObject) continue;
    for (const area of areasOf(parts[index]!.name, areas.address))
      found.set(`${area.sheet}!${String(area.firstRow)},${String(area.firstColumn)}`, area);
  }
}

/**
 * Merged areas of sheets, in one round trip; Excel refuses to name more than 512 at once, so sheets with more are asked
 * for in halves.
 */
export async function readMerges(
  context: Excel.RequestContext,
  sheets: readonly SheetPart[],
  work: Work,
): Promise<MergedArea[]> {
  if (sheets.length === 0) return [];
  const found = new Map<string, MergedArea>();
  await ask(context, sheets, found, work);
  return [...found.values()];
}
