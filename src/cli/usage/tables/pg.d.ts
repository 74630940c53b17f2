/** What is used of the package pg, which may be missing. */
declare module "pg" {
  interface Answer {
    readonly rows: (string | null)[][];
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }

  class Client {
    constructor(options: {
      readonly connectionString: string;
      readonly connectionTimeoutMillis: number;
      readonly types: { readonly getTypeParser: () => (text: string) => string };
    });
    connect(): Promise<unknown>;
    query(query: { readonly text: string; readonly rowMode: "array" }): Promise<Answer>;
    end(): Promise<void>;
    on(event: "error", listener: () => void): unknown;
  }

  const pg: { readonly Client: typeof Client };
  export default pg;
  export type { Answer };
}
