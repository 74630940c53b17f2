import { CellKind } from "../src/core/api";
import { openBytes } from "../src/cli/readBytes";
import { readWorkbook } from "../src/workbook/xlsx/read/readWorkbook";
import { QUANTITY_COLUMN, THOUSANDTHS, type UsageTotal } from "./usageRows";

/** The product's reader, every cell of every sheet, and the sum of the quantities. */
export async function readOurs(file: string): Promise<UsageTotal> {
  const reading = await readWorkbook(await openBytes(file));
  if (!reading.ok) throw new Error(reading.failure.message);
  const { columns } = reading.snapshot.grids.find(({ sheet }) => sheet === "Usage")!;
  const { kinds, values } = columns[QUANTITY_COLUMN - 1]!;
  let rows = 0;
  let thousandths = 0;
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== CellKind.number) continue;
    rows++;
    thousandths += Math.round(values[row]! * THOUSANDTHS);
  }
  return { rows, thousandths };
}
