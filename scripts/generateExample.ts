/** Writes the bundled example, one month end of an invented company; every run writes the same bytes. */
import { writeFileSync } from "node:fs";
import { applyPlan } from "../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../src/workbook/xlsx/package/emptyPackage";
import { exampleSheets } from "./example/sheets";

const target = "examples/harbour.xlsx";

const bytes = applyPlan(emptyPackage(), { sheets: exampleSheets(), removedSheets: [], appended: [] });
writeFileSync(target, bytes);
console.log(`${target}: ${bytes.length} bytes`);
