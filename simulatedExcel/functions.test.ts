import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AddInFunctions, Argument, Cell } from "./functions/addInFunctions";
import type { FunctionsMetadata } from "./functions/metadata";
import { openOfficeHost, type OfficeHostOptions } from "./officeHost";
import { LIBRARY_ADDRESS, libraryFile } from "./page/library";
import { hostForAllTests } from "./hostForTests";

const FIXTURE = join(__dirname, "functions/fixture");

function fixtureJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(FIXTURE, name), "utf8")) as T;
}

const withFixture: OfficeHostOptions = {
  scripts: [join(FIXTURE, "functions.js")],
  functions: fixtureJson<FunctionsMetadata>("functions.json"),
  timerSpeed: 200,
};

describe("functions of the add-in", () => {
  const host = hostForAllTests(withFixture);
  const functions = (): AddInFunctions => host().functions;

  /** What a function of the fixture says that it received. */
  async function received(id: string, ...args: Argument[]): Promise<unknown> {
    return JSON.parse((await functions().call(id, ...args)) as string) as unknown;
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
      const caller = functions().withBlanks(blanks);
      expect(await caller.call("ECHO", null, [[null, 2]])).toBe(
        JSON.stringify([blanks, [[blanks, 2]], null]),
      );
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
        expect(await functions().call("TYPED", text)).toEqual({ error: "#VALUE!" });
      },
    );

    it("show #VALUE! for one text in a range of numbers", async () => {
      expect(await functions().call("SUM_ALL", [[1, "x"]])).toEqual({ error: "#VALUE!" });
      expect(
        await functions().call("SUM_ALL", [
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
      expect(await functions().call("WHERE")).toBe("Sheet1!A1");
    });
  });

  describe("error cells as arguments", () => {
    it("show without a call, the first one of several", async () => {
      expect(await functions().call("ECHO", NA)).toEqual(NA);
      expect(
        await functions().call("ECHO", 1, [
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
      expect(await functions().call("KINDS", 1, undefined, { error: "#NUM!" })).toEqual({ error: "#NUM!" });
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
      expect(await functions().call("RESULT", kind)).toEqual(shows);
    });

    it.each<[thrown: string, shows: unknown]>([
      ["#VALUE!", { error: "#VALUE!", message: "the reason" }],
      ["#N/A", { error: "#N/A", message: "the reason" }],
      ["#NUM!", { error: "#NUM!" }],
      ["#DIV/0!", { error: "#DIV/0!" }],
      ["#NULL!", { error: "#NULL!" }],
      ["#REF!", { error: "#VALUE!", message: "the reason" }],
    ])("show a thrown %s", async (thrown, shows) => {
      expect(await functions().call("RESULT", "throwsError", thrown)).toEqual(shows);
    });
  });

  describe("lifting", () => {
    it("calls for each cell of a range in place of one value", async () => {
      expect(
        await functions().call("DOUBLE", [
          [1, 2],
          ["3", "x"],
        ]),
      ).toEqual([
        [2, 4],
        [6, { error: "#VALUE!" }],
      ]);
    });

    it("keeps a fault in the element that has it", async () => {
      expect(await functions().call("RESULT", [["one"], ["throwsPlain"], ["inMatrix"]])).toEqual([
        [7],
        [{ error: "#VALUE!" }],
        [1],
      ]);
      expect(await functions().call("DOUBLE", [[1], [NA]])).toEqual([[2], [NA]]);
    });

    it("crosses a row with a column, and shows #N/A beyond a range", async () => {
      expect(await functions().call("TYPED", [[1], [2]], [["a", "b"]])).toEqual([
        ['[1,"a",null,null]', '[1,"b",null,null]'],
        ['[2,"a",null,null]', '[2,"b",null,null]'],
      ]);
      expect(await functions().call("TYPED", [[1, 2, 3]], [["a", "b"]])).toEqual([
        ['[1,"a",null,null]', '[2,"b",null,null]', NA],
      ]);
    });
  });

  describe("formulas", () => {
    it("are refused with too few or too many arguments", async () => {
      await expect(functions().call("ECHO")).rejects.toThrow(
        "too few arguments for ECHO, which takes 1 to 3 and got 0",
      );
      await expect(functions().call("DOUBLE", 1, 2)).rejects.toThrow(
        "too many arguments for DOUBLE, which takes 1 and got 2",
      );
    });

    it("are refused here with cells that make no rectangle, and for functions that stream", async () => {
      await expect(functions().call("ECHO", 1, [[1], [1, 2]])).rejects.toThrow("not a rectangle");
      await expect(functions().call("STREAM")).rejects.toThrow("streams its results");
    });

    it("show #NAME? for a function that the metadata does not name", async () => {
      expect(await functions().call("SUM", 1)).toEqual({ error: "#NAME?" });
    });

    it("show #VALUE! for a function that the bundle has not associated", async () => {
      expect(await functions().call("FORGOTTEN")).toEqual({ error: "#VALUE!" });
      expect(functions().described).toContain("FORGOTTEN");
      expect(functions().associated).not.toContain("FORGOTTEN");
    });

    it("go out a thousand at a time in one message", async () => {
      const shown = await functions().callMany(Array.from({ length: 1000 }, (_, index) => ["DOUBLE", index]));
      expect(shown).toEqual(Array.from({ length: 1000 }, (_, index) => index * 2));
    });

    it("mix those that are called with those that are not", async () => {
      expect(
        await functions().callMany([["DOUBLE", 1], ["NONE"], ["DOUBLE", NA], ["SUM_ALL", [[1, 2]]]]),
      ).toEqual([2, { error: "#NAME?" }, NA, 3]);
      expect(await functions().callMany([])).toEqual([]);
    });

    it("may be under way side by side", async () => {
      expect(await Promise.all([functions().call("RESULT", "late"), functions().call("DOUBLE", 4)])).toEqual([
        "in time",
        8,
      ]);
    });
  });

  it("are those of the bundle, registered while the library has only begun to load", async () => {
    expect(functions().associated).toEqual([
      "ECHO",
      "TYPED",
      "REPEAT",
      "KINDS",
      "KINDS_RICH",
      "SUM_ALL",
      "DOUBLE",
      "RESULT",
      "WHERE",
      "AT_START",
    ]);
    expect(await functions().call("AT_START")).toBe("associate function, Error undefined");
  });
});

describe("cells that call a function", () => {
  const host = hostForAllTests(withFixture);
  const shownAt = (address: string): unknown => {
    const cells = host().snapshot().sheets[0]!.cells as Readonly<Record<string, { value: unknown }>>;
    return cells[address]?.value;
  };

  it("are busy until its result is there", async () => {
    host().user.edit("Sheet1", "A1:A2", [["=ADDIN.DOUBLE(A2)"], [4]]);
    expect(shownAt("A1")).toBe("#BUSY!");
    await host().settle();
    expect(shownAt("A1")).toBe(8);
  });

  it("show errors, and read those of other cells", async () => {
    host().user.edit("Sheet1", "B1:B2", [['=ADDIN.RESULT("plainError")'], ["=ADDIN.DOUBLE($B$1)"]]);
    await host().settle();
    expect([shownAt("B1"), shownAt("B2")]).toEqual(["#VALUE!", "#VALUE!"]);
  });

  it("spill where there is room", async () => {
    const fourCells = '=ADDIN.RESULT("holes")';
    host().user.edit("Sheet1", "C1:F2", [
      [fourCells, null, null, null],
      [fourCells, null, "taken", null],
    ]);
    await host().settle();
    expect(["C1", "D1", "E1", "F1"].map(shownAt)).toEqual(["", 0, 0, 0]);
    expect(["C2", "D2", "E2"].map(shownAt)).toEqual(["#SPILL!", undefined, "taken"]);
  });

  it("drop a result that comes when they hold something else", async () => {
    host().user.edit("Sheet1", "G1", "=ADDIN.DOUBLE(1)");
    host().user.edit("Sheet1", "G1", "typed over");
    await host().settle();
    expect(shownAt("G1")).toBe("typed over");
  });
});

describe("the top of functions.json", () => {
  const host = hostForAllTests({
    ...withFixture,
    functions: fixtureJson<FunctionsMetadata>("allErrors.json"),
  });

  it("allows error cells as arguments, too", async () => {
    const kinds = await host().functions.call("KINDS", { error: "#N/A" });
    expect(kinds).toBe(JSON.stringify(["error #N/A"]));
  });
});

describe("a function that never answers", () => {
  it("fails the call with its name", async () => {
    const host = await openOfficeHost({ ...withFixture, timeoutMillis: 300 });
    const calls = [
      ["DOUBLE", 1],
      ["RESULT", "never"],
    ] as const;
    await expect(host.functions.callMany(calls)).rejects.toThrow(
      "1 of 2 calls gave no result: RESULT within 0.3 s",
    );
    expect(await host.functions.call("DOUBLE", 1)).toBe(2);
    await host.close();
  });

  it("fails the call when the host is closed", async () => {
    const host = await openOfficeHost(withFixture);
    const call = host.functions.call("RESULT", "never");
    const [closed] = await Promise.allSettled([call, host.close()]);
    expect(closed).toMatchObject({ reason: { message: "The Office host is closed." } });
    await expect(host.functions.call("DOUBLE", 1)).rejects.toThrow("closed");
  });
});

describe("start", () => {
  it("runs the library as it was published", () => {
    const published = fixtureJson<Record<string, string>>("library.json");
    const found = Object.keys(published).map((name) => {
      const text = libraryFile(LIBRARY_ADDRESS + name)!;
      return [name, createHash("sha256").update(text).digest("hex")];
    });
    expect(Object.fromEntries(found)).toEqual(published);
  });

  it("fails with what a script threw, and leaves the realm free", async () => {
    const broken = openOfficeHost({ ...withFixture, scripts: [join(FIXTURE, "broken.js")] });
    await expect(broken).rejects.toThrow("broken on purpose");
    await (await openOfficeHost()).close();
  });
});
