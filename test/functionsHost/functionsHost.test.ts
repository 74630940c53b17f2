import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Argument, Cell, FunctionsHost, HostOptions } from "./functionsHost";
import { openFunctionsHost } from "./functionsHost";
import { LIBRARY_FOLDER, libraryFiles } from "./office/openOffice";
import { runOutsideExcel } from "./runOutsideExcel";

const script = join(__dirname, "fixture/functions.js");
const metadata = join(__dirname, "fixture/functions.json");

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

const opened: FunctionsHost[] = [];

async function open(options: HostOptions = {}): Promise<FunctionsHost> {
  const host = await openFunctionsHost({ script, metadata, ...options });
  opened.push(host);
  return host;
}

afterAll(() => opened.forEach((host) => host.close()));

let host: FunctionsHost;
beforeAll(async () => {
  host = await open();
});

/** What a function of the fixture says that it received. */
async function received(id: string, ...args: Argument[]): Promise<unknown> {
  return JSON.parse((await host.call(id, ...args)) as string) as unknown;
}

const NA: Cell = { error: "#N/A" };

describe("arguments", () => {
  it("pass numbers, text and booleans as they are where anything is taken", async () => {
    expect(await received("ECHO", 1.5)).toEqual([1.5, null, null]);
    expect(await received("ECHO", "1.5")).toEqual(["1.5", null, null]);
    expect(await received("ECHO", false)).toEqual([false, null, null]);
  });

  it("are null where they are left out, at the end and between others", async () => {
    expect(await received("ECHO", 1)).toEqual([1, null, null]);
    expect(await received("ECHO", 1, undefined, "note")).toEqual([1, null, "note"]);
    expect(await received("ECHO", undefined)).toEqual([null, null, null]);
  });

  it("are 2-D arrays for a matrix, a single value as well", async () => {
    const range = [
      [1, "a"],
      [true, ""],
    ];
    expect(await received("ECHO", 1, range)).toEqual([1, range, null]);
    expect(await received("ECHO", 1, 5)).toEqual([1, [[5]], null]);
    expect(await received("ECHO", [[5]])).toEqual([5, null, null]);
  });

  it("are arrays of the realm that the functions live in", async () => {
    expect(await received("KINDS", 1, [[1, null]])).toEqual(["number", [["number", "string"]], "null"]);
  });

  it.each(["", 0, null] as const)("are %p for a blank cell where anything is taken", async (blanks) => {
    const other = await open({ blanks });
    expect(await other.call("ECHO", null, [[null, 2]])).toBe(JSON.stringify([blanks, [[blanks, 2]], null]));
  });

  it("are the nothing of their type for a blank cell", async () => {
    expect(await received("TYPED", null, null, null, [[null]])).toEqual([0, "", false, [[0]]]);
  });

  it("are converted to the type of the parameter", async () => {
    expect(await received("TYPED", " 12.5 ", 0.1 + 0.2, "true")).toEqual([12.5, "0.3", true, null]);
    expect(await received("TYPED", true, false, 2)).toEqual([1, "FALSE", true, null]);
    expect(await received("TYPED", "1,250.5", undefined, undefined, [["5%", "2026-10-31"]])).toEqual([
      1250.5,
      null,
      null,
      [[0.05, 46326]],
    ]);
  });

  it.each(["abc", "", "1.2.3", "12,5", "Infinity"])(
    "show #VALUE! for the text %p in place of a number",
    async (text) => {
      expect(await host.call("TYPED", text)).toEqual({ error: "#VALUE!" });
    },
  );

  it("show #VALUE! for one text in a range of numbers", async () => {
    expect(await host.call("SUM_ALL", [[1, "x"]])).toEqual({ error: "#VALUE!" });
    expect(
      await host.call("SUM_ALL", [
        [1, 2],
        ["3", null],
      ]),
    ).toBe(6);
  });

  it("are gathered in one array where a parameter repeats", async () => {
    expect(await received("REPEAT", 1)).toEqual([1, []]);
    expect(await received("REPEAT", 1, 2, [[3, 4]])).toEqual([1, [[[2]], [[3, 4]]]]);
  });

  it("carry the address where the metadata asks for it", async () => {
    expect(await host.call("WHERE")).toBe("Sheet1!A1");
  });
});

describe("error cells as arguments", () => {
  it("show without a call, the first one of several", async () => {
    expect(await host.call("ECHO", NA)).toEqual(NA);
    expect(
      await host.call("ECHO", 1, [
        [1, { error: "#REF!" }],
        [NA, 2],
      ]),
    ).toEqual({ error: "#REF!" });
  });

  it("reach the function as CustomFunctions.Error where the metadata allows it", async () => {
    expect(await received("KINDS", { error: "#NAME?", message: "lost" }, [[NA, 1]])).toEqual([
      "error #NAME?",
      [["error #N/A", "number"]],
      "null",
    ]);
  });

  it("reach it the same way with data types allowed", async () => {
    expect(await received("KINDS_RICH", NA, [[NA, 1, null]])).toEqual([
      "error #N/A",
      [["error #N/A", "number", "string"]],
    ]);
  });

  it("show all the same where the parameter has a type", async () => {
    expect(await host.call("KINDS", 1, undefined, { error: "#NUM!" })).toEqual({ error: "#NUM!" });
  });

  it("are allowed by the top of the metadata, too", async () => {
    const file = join(__dirname, "fixture/allErrors.json");
    const other = await open({ metadata: file });
    expect(await other.call("KINDS", NA)).toBe(JSON.stringify(["error #N/A"]));
  });
});

describe("results", () => {
  it.each<[kind: string, shows: unknown]>([
    ["blank", ""],
    ["undefined", 0],
    ["null", 0],
    ["nan", { error: "#VALUE!" }],
    ["infinity", { error: "#NUM!" }],
    ["holes", [["", 0, 0, 0]]],
    ["one", 7],
    ["list", { error: "#VALUE!" }],
    ["ragged", { error: "#VALUE!" }],
    ["empty", { error: "#VALUE!" }],
    ["long", { error: "#VALUE!" }],
    ["date", "1970-01-01T00:00:00.000Z"],
    ["object", { error: "#VALUE!" }],
    ["formatted", 12.5],
    ["dataType", 3],
    ["plainError", { error: "#VALUE!" }],
    ["error", { error: "#N/A", message: "nothing found" }],
    [
      "inMatrix",
      [
        [1, { error: "#VALUE!", message: "not a number" }],
        [{ error: "#DIV/0!" }, "x"],
      ],
    ],
    ["throwsPlain", { error: "#VALUE!" }],
    ["throwsText", { error: "#VALUE!" }],
    ["late", "in time"],
    ["rejects", { error: "#NUM!" }],
    ["rejectsPlain", { error: "#VALUE!" }],
  ])("show %s", async (kind, shows) => {
    expect(await host.call("RESULT", kind)).toEqual(shows);
  });

  it.each<[thrown: string, shows: unknown]>([
    ["#VALUE!", { error: "#VALUE!", message: "the reason" }],
    ["#N/A", { error: "#N/A", message: "the reason" }],
    ["#NUM!", { error: "#NUM!" }],
    ["#DIV/0!", { error: "#DIV/0!" }],
    ["#NULL!", { error: "#NULL!" }],
    ["#REF!", { error: "#VALUE!", message: "the reason" }],
  ])("show a thrown %s", async (thrown, shows) => {
    expect(await host.call("RESULT", "throwsError", thrown)).toEqual(shows);
  });
});

describe("lifting", () => {
  it("calls for each cell of a range in place of one value", async () => {
    expect(
      await host.call("DOUBLE", [
        [1, 2],
        ["3", "x"],
      ]),
    ).toEqual([
      [2, 4],
      [6, { error: "#VALUE!" }],
    ]);
  });

  it("keeps a fault in the element that has it", async () => {
    expect(await host.call("RESULT", [["one"], ["throwsPlain"], ["inMatrix"]])).toEqual([
      [7],
      [{ error: "#VALUE!" }],
      [1],
    ]);
    expect(await host.call("DOUBLE", [[1], [NA]])).toEqual([[2], [NA]]);
  });

  it("crosses a row with a column, and shows #N/A beyond a range", async () => {
    expect(await host.call("TYPED", [[1], [2]], [["a", "b"]])).toEqual([
      ['[1,"a",null,null]', '[1,"b",null,null]'],
      ['[2,"a",null,null]', '[2,"b",null,null]'],
    ]);
    expect(await host.call("TYPED", [[1, 2, 3]], [["a", "b"]])).toEqual([
      ['[1,"a",null,null]', '[2,"b",null,null]', NA],
    ]);
  });
});

describe("formulas", () => {
  it("are refused with too few or too many arguments", async () => {
    await expect(host.call("ECHO")).rejects.toThrow(
      "too few arguments for ECHO, which takes 1 to 3 and got 0",
    );
    await expect(host.call("DOUBLE", 1, 2)).rejects.toThrow(
      "too many arguments for DOUBLE, which takes 1 and got 2",
    );
  });

  it("are refused here with cells that make no rectangle, and for functions that stream", async () => {
    await expect(host.call("ECHO", 1, [[1], [1, 2]])).rejects.toThrow("not a rectangle");
    await expect(host.call("STREAM")).rejects.toThrow("streams its results");
  });

  it("show #NAME? for a function that the metadata does not name", async () => {
    expect(await host.call("SUM", 1)).toEqual({ error: "#NAME?" });
  });

  it("show #VALUE! for a function that the bundle has not associated", async () => {
    expect(await host.call("FORGOTTEN")).toEqual({ error: "#VALUE!" });
    expect(host.described).toContain("FORGOTTEN");
    expect(host.associated).not.toContain("FORGOTTEN");
  });

  it("go out a thousand at a time in one message", async () => {
    const started = performance.now();
    const shown = await host.callMany(Array.from({ length: 1000 }, (_, index) => ["DOUBLE", index]));
    expect(shown).toEqual(Array.from({ length: 1000 }, (_, index) => index * 2));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("mix those that are called with those that are not", async () => {
    expect(await host.callMany([["DOUBLE", 1], ["NONE"], ["DOUBLE", NA], ["SUM_ALL", [[1, 2]]]])).toEqual([
      2,
      { error: "#NAME?" },
      NA,
      3,
    ]);
    expect(await host.callMany([])).toEqual([]);
  });

  it("may be under way side by side", async () => {
    expect(await Promise.all([host.call("RESULT", "late"), host.call("DOUBLE", 4)])).toEqual(["in time", 8]);
  });

  it("fail with the function's name when no result comes", async () => {
    const other = await open({ timeoutMillis: 300 });
    await expect(
      other.callMany([
        ["DOUBLE", 1],
        ["RESULT", "never"],
      ]),
    ).rejects.toThrow("1 of 2 calls gave no result: RESULT within 0.3 s");
    expect(await other.call("DOUBLE", 1)).toBe(2);
  });

  it("fail when the host is closed", async () => {
    const other = await open();
    const call = other.call("RESULT", "never");
    other.close();
    await expect(call).rejects.toThrow("closed");
    await expect(other.call("DOUBLE", 1)).rejects.toThrow("closed");
  });
});

describe("start", () => {
  it("runs the library of the package as it was published", () => {
    const published = JSON.parse(readFileSync(join(__dirname, "fixture/library.json"), "utf8")) as object;
    const found = Object.fromEntries(
      libraryFiles.map((file) => [relative(LIBRARY_FOLDER, file).split(sep).join("/"), hashOf(file)]),
    );
    expect(found).toEqual(published);
    expect(new Set(host.ran)).toEqual(new Set([...libraryFiles, script]));
    expect(host.ran.slice(0, 2)).toEqual([libraryFiles[0], script]);
    expect(host.faults).toEqual([]);
  });

  it("takes well below a second", async () => {
    const started = performance.now();
    await open();
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("fails with what the bundle threw", async () => {
    await expect(open({ script: join(__dirname, "fixture/broken.js") })).rejects.toThrow("broken on purpose");
  });

  it("knows the functions of the bundle", () => {
    expect(host.associated).toEqual([
      "ECHO",
      "TYPED",
      "REPEAT",
      "KINDS",
      "KINDS_RICH",
      "SUM_ALL",
      "DOUBLE",
      "RESULT",
      "WHERE",
    ]);
  });
});

describe("outside Excel", () => {
  it("runs a bundle without Office.js", () => {
    const ran = runOutsideExcel(script);
    expect(ran.thrown).toBeUndefined();
    expect(ran.logged).toContain("warn: no Excel for ECHO");
  });

  it("says what a bundle threw", () => {
    expect(runOutsideExcel(join(__dirname, "fixture/broken.js")).thrown).toContain("broken on purpose");
  });
});
