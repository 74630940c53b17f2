import { isAbsent, recordOf, textOf } from "../office/wire";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import type { ApiHost } from "./apiHost";
import { mergeSheets } from "../workbook/mergeSheets";

/** Puts sheets of another file into the workbook. @returns their ids */
export async function insertWorksheets(host: ApiHost, base64: string, given: unknown): Promise<string[]> {
  const options = isAbsent(given) ? {} : recordOf(given);
  const source = await decode(host, base64);
  const asked = options["sheetNamesToInsert"];
  const names = Array.isArray(asked) && asked.length > 0 ? asked.map(textOf) : undefined;
  const sheets = names?.map((name) => sheetOf(source, name)) ?? [...source.sheets];
  const position = positionFor(host.book, options);
  return mergeSheets(host.book, source, sheets, position).map(({ id }) => id);
}

async function decode({ readFile }: ApiHost, base64: string): Promise<Workbook> {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return await readFile(bytes);
  } catch (error) {
    throw fault("InvalidArgument", `the file cannot be read: ${error instanceof Error ? error.message : ""}`);
  }
}

function sheetOf(source: Workbook, name: string): Sheet {
  const sheet = source.findSheet(name);
  if (!sheet) throw fault("ItemNotFound", `the file has no sheet "${name}"`);
  return sheet;
}

function positionFor(book: Workbook, options: Readonly<Record<string, unknown>>): number {
  const { positionType, relativeTo } = options;
  const at = (): number => book.sheets.indexOf(book.sheet(textOf(relativeTo)));
  switch (isAbsent(positionType) ? "End" : positionType) {
    case "Beginning":
    case "Start":
      return 0;
    case "End":
      return book.sheets.length;
    case "Before":
      return at();
    case "After":
      return at() + 1;
    default:
      throw fault("InvalidArgument", `positionType ${JSON.stringify(positionType)}`);
  }
}
