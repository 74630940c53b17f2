import { cellAddress, type NotRead } from "../core/api";
import { counted } from "./counted";

/** "Not read: 2 columns, 1 sheet" and where they are; nothing when all is read. */
export function notReadLines(notRead: readonly NotRead[]): string[] {
  if (notRead.length === 0) return [];
  const columns = notRead.filter(({ kind }) => kind === "column");
  const isWhole = ({ at }: NotRead) => at.row === 0 && at.column === 0;
  const places = notRead.filter(({ kind }) => kind === "sheet");
  const [sheets, parts] = [places.filter(isWhole), places.filter((place) => !isWhole(place))];
  const counts = [
    ...(columns.length > 0 ? [counted(columns.length, "column")] : []),
    ...(sheets.length > 0 ? [counted(sheets.length, "sheet")] : []),
    ...(parts.length > 0 ? [counted(parts.length, "part of a sheet", "parts of sheets")] : []),
  ];
  return [
    `Not read: ${counts.join(", ")}`,
    ...columns.map(
      ({ at, header }) => `  ${at.sheet}!${cellAddress(at)}${header === "" ? "" : `  ${header}`}`,
    ),
    ...sheets.map(({ at }) => `  ${at.sheet}`),
    ...parts.map(({ at }) => `  ${at.sheet}!${cellAddress(at)}`),
  ];
}
