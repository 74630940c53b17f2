import fc from "fast-check";
import { samplePlan } from "../../src/taskpane/reports/sample/view/samplePlan";
import * as views from "../../src/taskpane/reports/reportViews";
import { Session } from "../../src/taskpane/session/session";
import { byDefault, previewOf } from "../pane/sessionBooks";
import { noPlan } from "../port/books";
import { hostileText } from "../port/hostileTexts";
import { withPlan } from "../port/memoryBook";
import { check } from "./support/check";

const sample = withPlan({ grids: [], tables: [], date1904: false, pictures: [] }, samplePlan());
const surroundings = { engineVersion: "0", sha256: () => "0".repeat(64) };
const cell = fc.oneof(
  hostileText,
  fc.double(),
  fc.boolean(),
  fc.constantFrom("", "RUN-1", "=; =", "Sheet = Nowhere"),
);
const mapping = fc.oneof(
  cell,
  fc
    .array(fc.tuple(fc.constantFrom("Sheet", "Contract ID", "Unit price", "Nothing"), hostileText), {
      maxLength: 4,
    })
    .map((pairs) => pairs.map(([field, header]) => `${field} = ${header}`).join("; ")),
);
const rowsOf = (columns: number) =>
  fc.array(fc.array(cell, { minLength: 1, maxLength: columns }), { maxLength: 5 });
const planned = (rows: readonly (readonly (string | number | boolean)[])[]) =>
  rows.map((row) => row.map((value) => ({ value })));

const logTitles = ["Run ID", "When", "Who", "Action", "Period", "Parameters", "Rows in", "Hash"];
const findingTitles = ["Check", "Code", "Contract ID", "Period", "Status", "Owner", "Comment"];

/** Everything that the program keeps in a workbook, as somebody else or another version may have left it. */
const spoilt = fc
  .record({
    mapping,
    log: rowsOf(9),
    findings: rowsOf(8),
    table: fc.constantFrom("Prices", "Usage", "Contracts", "Nowhere"),
  })
  .map(({ mapping: text, log, findings, table }) => {
    const settings = sample.grids.find(({ sheet }) => sheet === "Settings")!;
    return withPlan(sample, {
      ...noPlan,
      sheets: [
        { name: "Run log", rows: planned([logTitles, ...log]), widths: [] },
        { name: "Reconciliation", rows: planned([findingTitles, ...findings]), widths: [] },
      ],
      appended: [
        { sheet: "Settings", firstRow: settings.rowCount, rows: planned([[`Mapping: ${table}`, text]]) },
      ],
    });
  });

it("a workbook whose settings, log and findings are spoilt is opened, checked and previewed, or told why not", () => {
  check(
    fc.property(spoilt, (book) => {
      const session = new Session(surroundings, views);
      session.open(book);
      const sheets = session.ask("sheets", "view");
      if (sheets.obstacle !== undefined) {
        expect(sheets.obstacle).not.toBe("");
        return;
      }
      session.ask("check", "view", byDefault);
      const { runId } = previewOf(session, byDefault);
      expect(runId).toMatch(/^RUN-\d+$/);
      expect(session.ask("preview", "plan", { at: "2026-10-31", user: "" }).sheets.length).toBeGreaterThan(0);
      session.ask("settings", "view");
    }),
    60,
  );
});
