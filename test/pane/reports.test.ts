import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reportsOf, stepReports } from "../../src/taskpane/app/reportsOf";
import { locationOf } from "../../src/taskpane/commands";
import { reports } from "../../src/taskpane/reports/reports";
import { views } from "../../src/taskpane/state/location";
import { mappingView, checkView, previewView, sheetsView } from "./fakeViews";

const book = {
  snapshot: { grids: [], tables: [], date1904: false, pictures: [] },
  sheets: sheetsView,
  choice: { period: undefined, asOf: undefined, giveNumbers: false, sheetLimit: 0 },
  usage: { files: [], copied: [] },
  edited: undefined,
  lastRun: undefined,
};

describe("the reports of the pane", () => {
  it("have a name each", () => {
    const names = reports.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are named in src/taskpane/reports/reportViews.ts where their folder has a view.ts, by their own names", () => {
    const folder = join(__dirname, "../../src/taskpane/reports");
    const viewed = readdirSync(folder).filter((name) => existsSync(join(folder, name, "view.ts")));
    const listed = readFileSync(join(folder, "reportViews.ts"), "utf8");
    const lacking = viewed.filter((name) => !listed.includes(`export * as ${name} from "./${name}/view";`));
    expect(lacking.map((name) => `reportViews.ts does not name ${name}`)).toEqual([]);
  });

  it("are in src/taskpane/reports/reports.ts, each folder with a report.ts", () => {
    const folder = join(__dirname, "../../src/taskpane/reports");
    const folders = readdirSync(folder).filter((name) => existsSync(join(folder, name, "report.ts")));
    const names: readonly string[] = reports.map(({ name }) => name);
    expect(
      folders.filter((name) => !names.includes(name)).map((name) => `reports.ts does not list ${name}`),
    ).toEqual([]);
  });

  it("are in docs/pane.md where a tab lists them", () => {
    const page = readFileSync(join(__dirname, "../../docs/pane.md"), "utf8");
    const listed = views.filter((name) => name !== "bill").flatMap((view) => reportsOf(view));
    const lacking = listed.filter(({ strings }) => !page.includes(`**${strings.title}`));
    expect(lacking.map(({ strings }) => `docs/pane.md does not say what **${strings.title}** is`)).toEqual(
      [],
    );
  });

  it("stand on every tab, and are described where a tab lists them", () => {
    for (const view of views.filter((name) => name !== "bill")) {
      const listed = reportsOf(view);
      expect(listed.length).toBeGreaterThan(0);
      if (listed.length > 1) for (const { strings } of listed) expect(strings.about).toBeTruthy();
    }
  });

  it("are there for every command that names one", () => {
    const named = Object.values(locationOf).filter(({ report }) => report !== undefined);
    expect(named.length).toBeGreaterThan(0);
    for (const { view, report } of named) expect(reportsOf(view).map(({ name }) => name)).toContain(report);
  });

  it.each([
    { step: "idle" } as const,
    { step: "sheets", book } as const,
    { step: "mapping", book, mapping: mappingView } as const,
    { step: "checked", book, check: checkView } as const,
    { step: "previewed", book, check: checkView, preview: previewView } as const,
    {
      step: "done",
      book,
      run: { receipt: { sheets: [] }, preview: previewView, usage: book.usage },
    } as const,
  ])("show one of them at the step $step of a run", (run) => {
    expect(stepReports.filter(({ show }) => show(run) !== undefined)).toHaveLength(1);
  });
});
