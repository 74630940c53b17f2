import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { starterBook } from "../port/officeBooks";
import { googleAround } from "./googleAround";

const GOOGLE = join(__dirname, "../../dist/google");
const code = readFileSync(join(GOOGLE, "Code.js"), "utf8");

it("declares what Google calls by name, and names nothing that a script does not have", () => {
  for (const name of ["onOpen", "ratebookCheck", "ratebookBill", "ratebookBillAndNumber"])
    expect(code).toContain(`function ${name}()`);
  for (const name of ["fetch(", "setTimeout(", "new Worker", "require(", "import("])
    expect([name, code.includes(name)]).toEqual([name, false]);
  const manifest = JSON.parse(readFileSync(join(GOOGLE, "appsscript.json"), "utf8")) as Record<
    string,
    unknown
  >;
  expect(manifest["runtimeVersion"]).toBe("V8");
});

it("bills where there is nothing but the language and the services of Google", async () => {
  const { globals, said, services } = await googleAround(starterBook());
  const context = createContext({ ...globals });
  runInContext(code, context);
  await (runInContext("ratebookBill()", context) as Promise<void>);
  expect(said[0]).toMatch(/^2026-\d\d: \d+ documents\n/);
  expect(services.spreadsheet.sheets.map(({ name }) => name)).toContain("Invoices");
});
