import { openDuckDb, parquetTable, type DuckDb } from "./tables/parquet";
import { openPostgres, postgresPlace, postgresTable, type Postgres } from "./tables/postgres";
import { isParquet, usageText, type UsageFile, type UsageTable } from "./usageSource";

/** Opens usage as far as a command needs it, and closes what it opened. */
export class UsageOpener {
  private duckDb: Promise<DuckDb> | undefined;
  /** By address. */
  private readonly servers = new Map<string, Promise<Postgres>>();

  /** A file, whatever it holds. */
  async file(path: string, size: number): Promise<UsageFile> {
    if (!(await isParquet(path))) return usageText(path, size);
    this.duckDb ??= openDuckDb();
    return { ...(await parquetTable(await this.duckDb, path)), path };
  }

  /** A table or view of a server. */
  async table(address: string): Promise<UsageTable> {
    const place = postgresPlace(address);
    let server = this.servers.get(place.url);
    if (!server) this.servers.set(place.url, (server = openPostgres(place)));
    return { ...(await postgresTable(await server, place)), path: place.name };
  }

  async close(): Promise<void> {
    const opened = [this.duckDb, ...this.servers.values()];
    for (const result of await Promise.allSettled(opened))
      if (result.status === "fulfilled") await result.value?.close();
  }
}

/** Does something with usage and closes what was opened for it. */
export async function withOpener<T>(work: (opener: UsageOpener) => Promise<T>): Promise<T> {
  const opener = new UsageOpener();
  try {
    return await work(opener);
  } finally {
    await opener.close();
  }
}
