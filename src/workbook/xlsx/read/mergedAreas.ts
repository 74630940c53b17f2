import type { MergedArea } from "../../../core/api";
import { parseArea } from "../areaReference";

/** The merged areas that stand behind the cells of a worksheet. */
export function mergedAreas(sheet: string, afterCells: string): MergedArea[] {
  const references = afterCells.matchAll(/<mergeCell\s[^>]*?ref="([^"]{1,40})"/g);
  return [...references].flatMap(([, reference]) => {
    const area = parseArea(reference!);
    return area ? [{ sheet, ...area }] : [];
  });
}
