/** Writes the example workbook of the functions; every run writes the same bytes. */
import { writeFileSync } from "node:fs";
import { functionsExample } from "./functionsExample/book";

const target = "examples/functions.xlsx";

async function main(): Promise<void> {
  const bytes = await functionsExample();
  writeFileSync(target, bytes);
  console.log(`${target}: ${bytes.length} bytes`);
}

void main();
