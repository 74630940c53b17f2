import { DuckDBInstance } from "@duckdb/node-api";
import { THOUSANDTHS, type UsageTotal } from "./usageRows";

/** What DuckDB makes of a CSV file of usage on one thread: rows and exact sums by contract, meter and day. */
export async function readByDuckDb(file: string): Promise<UsageTotal> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const name = file.replaceAll("'", "''");
  const answer = await connection.runAndReadAll(
    `select sum(events)::double, (sum(quantity) * ${String(THOUSANDTHS)})::double from (
       select sum("Quantity") as quantity, count(*) as events
       from read_csv('${name}', header = true, types = {'Quantity': 'DECIMAL(18,3)'})
       group by "Contract ID", "Meter", "Date"::date)`,
  );
  const [rows, thousandths] = answer.getRows()[0] as [number, number];
  return { rows, thousandths };
}
