import { samplePlan } from "../../../src/taskpane/reports/sample/view/samplePlan";
import { applyPlan } from "../../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../../src/workbook/xlsx/package/emptyPackage";

/**
 * The sample as a file: five contracts, September issued, October to be billed, one unreadable quantity in Usage!F25.
 * `headers` renames headers of Usage, as in a workbook that somebody else has made.
 */
export function sampleFile(headers: Readonly<Record<string, string>> = {}): Uint8Array {
  const plan = samplePlan();
  const sheets = plan.sheets.map(({ rows: [titles = [], ...rows], table, ...sheet }) => {
    const renamed = titles.map(
      (cell) =>
        cell && { ...cell, value: (sheet.name === "Usage" && headers[String(cell.value)]) || cell.value },
    );
    const columns = renamed.map((cell) => String(cell?.value));
    // Drop-downs of a file are in the host cell by cell, which makes it slow.
    return {
      ...sheet,
      rows: [renamed, ...rows],
      choices: [],
      ...(table && { table: { ...table, columns } }),
    };
  });
  return applyPlan(emptyPackage(), { ...plan, sheets });
}
