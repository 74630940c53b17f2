/** What is used of the package pg, which may be missing. */
declare module "pg" {
  interface Answer {
    readonly rows: (string | null)[][];
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }

  interface Options {
    readonly connectionString: string;
    readonly connectionTimeoutMillis: number;
    readonly types: { readonly getTypeParser: () => (text: string) => string };
  }

  interface Client {
    readonly password?: unknown;
    connect(): Promise<unknown>;
    query(query: { readonly text: string; readonly rowMode: "array" }): Promise<Answer>;
    end(): Promise<void>;
    on(event: "error", listener: () => void): unknown;
  }

  const pg: { readonly Client: new (options: Options) => Client };
  export default pg;
  export type { Answer, Client };
}
