import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

const PAGE = join(__dirname, "..", "..", "docs", "benchmarks.md");
const START = "<!-- goals: written by npm run bench -- --write -->";
const END = "<!-- end of goals -->";

/** What is aimed at, by the names under which benchmarks note what they found. */
const goals = {
  readerFloor: ["1,000,000 rows read to exact totals, processor time / floor", "6.9", "at most 2.5"],
  readerExceljs: ["the same / exceljs streaming", "1/3.4", "at most 1/8"],
  readerShared: ["peak memory of reading, shared strings", "", "at most 300 MB"],
  billShared: ["peak memory of `bill`, shared strings", "528 MB", "at most 300 MB"],
  billInline: ["peak memory of `bill`, inline strings", "845 MB", "at most 250 MB"],
  ratingFloat: ["exact rating an event / float64 loop", "1.4", "at most 1.2"],
  ratingDecimal: ["decimal.js / exact rating", "139", "at least 300"],
  month: ["a month of 1,000,000 rows and 2,000 sheets / exceljs and decimal.js", "1/2.35", "at most 1/8"],
  csvDuckDb: ["CSV of 1,000,000 and 10,000,000 rows, processor time / DuckDB", "17 to 23", "at most 1.5"],
  csvPeak: ["peak memory of the same, billed where it is", "1,561 MB", "at most 150 MB"],
  kept: ["1,000,000 rows of a CSV file, copied into the workbook", "22 s, 1,600 MB", ""],
  sheets: ["2,000 formatted sheets, processor time / floor", "2.8", "at most 2"],
  registerTime: ["50,000 documents in the register add", "9.9 s", "at most 2 s"],
  registerPeak: ["and in memory", "964 MB", "at most 300 MB"],
  approve: ["3,000 documents approved", "9 s", "at most 3 s"],
  issue: ["3,000 documents issued", "12 s", "at most 6 s"],
  whatIf: ["a million billed rows repriced", "", "at most 50 ms"],
} as const;

export type GoalName = keyof typeof goals;

/** Notes a figure for the table of goals. */
export type NoteFigure = (name: GoalName, figure: string) => void;

interface Noted {
  readonly figure: string;
  readonly load: string;
}

/** Collects what benchmarks found, each with the load of the machine when it was found. */
export class Figures {
  private readonly noted = new Map<string, Noted>();

  readonly note: NoteFigure = (name, figure) => {
    this.noted.set(goals[name][0], { figure, load: loadavg()[0]!.toFixed(1) });
  };

  /** Writes them into the page; rows of benchmarks that did not run stay as they are. */
  write(): void {
    const page = readFileSync(PAGE, "utf8");
    const [start, end] = [page.indexOf(START), page.indexOf(END)];
    if (start < 0 || end < start) throw new Error("docs/benchmarks.md has no table of goals");
    const before = new Map(
      page
        .slice(start, end)
        .split("\n")
        .map((line) => line.split("|").map((cell) => cell.trim()))
        .map((cells) => [cells[1] ?? "", { figure: cells[4] ?? "", load: cells[5] ?? "" }]),
    );
    const rows = Object.values(goals).map(([measure, earlier, goal]) => {
      const { figure, load } = this.noted.get(measure) ??
        before.get(measure) ?? { figure: "not measured", load: "" };
      return `| ${[measure, earlier, goal, figure, load].join(" | ")} |`;
    });
    const head = "| Measure | Earlier | Goal | Now | Load |\n| --- | --: | --: | --: | --: |";
    writeFileSync(
      PAGE,
      `${page.slice(0, start)}${START}\n\n${head}\n${rows.join("\n")}\n\n${page.slice(end)}`,
    );
  }
}
