import { bankFormats } from "../../src/workbook/formats/bank/registry";
import { dataFormats } from "../../src/workbook/formats/registry";
import { bankFieldNames, exports, imports, profiles, tieOuts } from "../../src/core/api";
import { code, page, table } from "./markdown";

interface Named {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

const named = (entries: readonly Named[]): string =>
  table(
    ["Name", "System", "What it is"],
    entries.map(({ id, title, help }) => [code(id), title, help]),
  );

/** Every kind of file besides workbooks: what is read, and what is written for other systems. */
export function formatsPage(): string {
  const usage = dataFormats.map(({ id, title }) => [code(id), title]);
  const bank = bankFormats.map(({ id, title, help }) => [code(id), title, help]);
  return page("File formats", [
    "What is read and written besides workbooks. A file that is read is told by its content; its name counts for nothing.",
    "## Usage: `bill --usage`, `check --usage`",
    table(["Format", "Name"], [...usage, [code("parquet"), "Parquet"]]),
    "A Parquet file needs the package `@duckdb/node-api`. `postgres://USER@HOST/DATABASE#SCHEMA.TABLE` names a table or view of a\n" +
      "PostgreSQL database and needs the package `pg`; the password comes from PGPASSWORD or ~/.pgpass. `npm ci` installs both. Columns\n" +
      "are found by their names as in a sheet. The database adds up quantities as DECIMAL(38,6), by contract, meter, day and what\n" +
      "prices and meters ask for. Rows that a price asks for one by one, that repeat an Event ID or that are faulty come as they\n" +
      "are; the line of an issue is the row of the file, and in a table the place among the rows that were read. Standard error\n" +
      "says where rows are read one by one.",
    "## Bank files: `payments --receipts`",
    table(["Format", "Name", "What it is"], bank),
    "Booked money in becomes a row of Payments, and money in that was taken back a negative one; other money out is\n" +
      "counted. An entry that cannot be read is the error `BANK_ENTRY` with its line, and the others are read; balances that\n" +
      "do not add up are the warning `BANK_BALANCE` with the gap. A file that is cut off, has a DOCTYPE or holds no statement\n" +
      "is refused, and nothing is written.",
    `\`--columns\` names columns of a bank's CSV by title or position, 1 being the first: ${bankFieldNames.map(code).join(", ")}.\n` +
      "Example: `--columns date=1,amount=4,text=Memo`. What it does not name is found by its header.",
    "## For other systems: `export --to`",
    named(exports),
    "A name of the sheet Export profiles is taken as well: a file described column by column, which `import --from` reads back.\n" +
      "What a document lacks leaves it out with its cell, and the others are written.",
    "## E-invoices: `e-invoice --profile`",
    named(profiles),
    "## From other systems: `import --from`",
    named(imports),
    "## Open items of another system: `tie-out --from`",
    named(tieOuts),
  ]);
}
