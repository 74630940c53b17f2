import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contract, price, usage, writeBook } from "../support/workbookFixture";
import { readTables } from "../support/workbookReading";
import { newFolder, ratebookProcess, type Ran } from "../support/commandLine";

const bill = ["bill", "book.xlsx", "--out", "out.xlsx"];

async function folderWithBook(): Promise<string> {
  const folder = newFolder();
  await writeBook(join(folder, "book.xlsx"), {
    Contracts: [contract("A")],
    Prices: [price("A", "per_unit", { "Unit price": 1.5 })],
    Usage: [usage("A", 10), ...Array.from({ length: 30 }, () => usage("A", "none"))],
  });
  return folder;
}

function expectOneLine(ran: Ran, reason: string | RegExp): void {
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(/^ratebook: .*\n$/);
  expect(ran.stderr).toMatch(reason);
}

/** Runs the program after a script, which stands in for a machine that behaves so. */
function after(script: string, folder: string, args: readonly string[], before = ""): Promise<Ran> {
  writeFileSync(join(folder, "before.cjs"), script);
  return ratebookProcess(args, folder, `${before} NODE_OPTIONS="--require ./before.cjs" exec "$@"`);
}

describe("an output that cannot be written", () => {
  test.each([
    ["below /proc, where no folder can be made", "/proc/none/out.xlsx", "no file can be made there (ENOENT)"],
    ["below a file", "book.xlsx/out.xlsx", "a part of its path is a file, not a folder (ENOTDIR)"],
    ["two folders below a file", "book.xlsx/a/out.xlsx", "a part of its path is a file"],
    ["with a name that is too long", `${"x".repeat(300)}.xlsx`, "its name is too long (ENAMETOOLONG)"],
    ["in a folder with a name that is too long", `${"x".repeat(300)}/o.xlsx`, "its name is too long"],
  ])("%s", async (_says, out, reason) => {
    const folder = await folderWithBook();
    for (const args of [
      ["bill", "book.xlsx", "--out", out],
      ["template", out],
    ]) {
      const ran = await ratebookProcess(args, folder);
      expectOneLine(ran, `it cannot be written: ${reason}`);
      expect(ran.stdout).toBe("");
    }
    expect(readdirSync(folder)).toEqual(["book.xlsx"]);
  });

  test("in a folder where this user may not write", async () => {
    const folder = await folderWithBook();
    mkdirSync(join(folder, "closed"));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "closed"), 0o555);
    // The rights do not bind the superuser, so the program becomes somebody else once it is loaded.
    const script = "if (process.getuid() === 0) setImmediate(() => process.setuid(12345));";
    const ran = await after(script, folder, ["bill", "book.xlsx", "--out", "closed/out.xlsx"]);
    expectOneLine(ran, "there is no permission, or another program has it open (EACCES)");
    expect(readdirSync(join(folder, "closed"))).toEqual([]);
  });

  test("as a name of the full length is written", async () => {
    const folder = await folderWithBook();
    const name = `${"x".repeat(250)}.xlsx`;
    expect((await ratebookProcess(["bill", "book.xlsx", "--out", name], folder)).status).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(["book.xlsx", name]);
  });

  test("whole leaves an earlier result as it was", async () => {
    const folder = await folderWithBook();
    writeFileSync(join(folder, "out.xlsx"), "an earlier result");
    // No file may grow beyond 4 × 512 bytes, as on a disk that is nearly full.
    const ran = await ratebookProcess(bill, folder, 'ulimit -f 4; exec "$@"');
    expectOneLine(ran, "it is larger than a file may be here (EFBIG)");
    expect(readdirSync(folder).sort()).toEqual(["book.xlsx", "out.xlsx"]);
    expect(readFileSync(join(folder, "out.xlsx"), "utf8")).toBe("an earlier result");
  });
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"])("%s while writing leaves no partial file", async (signal) => {
  const folder = await folderWithBook();
  const script = `require("node:fs/promises").rename = () => {
    process.kill(process.pid, "${signal}");
    return new Promise((resolve) => setTimeout(resolve, 30_000));
  };`;
  const ran = await after(script, folder, bill);
  // Ended by the signal, so that a script stops as well.
  expect(ran).toEqual({ status: -1, stdout: "", stderr: "" });
  expect(readdirSync(folder).sort()).toEqual(["before.cjs", "book.xlsx"]);
});

describe("standard output and standard error", () => {
  test.each([
    ["bill", bill],
    ["check", ["check", "book.xlsx"]],
    ["help", ["--help"]],
  ])("%s says that a full disk takes no output", async (_says, args) => {
    const ran = await ratebookProcess(args, await folderWithBook(), '"$@" >/dev/full');
    expectOneLine(ran, "standard output cannot be written: the disk is full (ENOSPC)");
  });

  test("a disk that fills up in the middle is not taken for a whole answer", async () => {
    const folder = await folderWithBook();
    // The answer has some 6,000 bytes; the file takes 512 of them.
    const ran = await ratebookProcess(
      ["check", "book.xlsx", "--json"],
      folder,
      'ulimit -f 1; "$@" >answer.json',
    );
    expectOneLine(ran, "standard output cannot be written: it is larger than a file may be here (EFBIG)");
  });

  test.each([
    ["a reader that has seen enough", '{ "$@"; echo $? >status; } | true', bill, "1"],
    ["a closed standard output", '"$@" >&-; echo $? >status', bill, "1"],
    ["a closed standard error", '"$@" 2>&- >/dev/null; echo $? >status', bill, "1"],
    [
      "nobody who reads the error",
      '{ "$@"; echo $? >status; } 2>&1 >/dev/null | true',
      ["bill", "none"],
      "2",
    ],
    ["no room for the error", '"$@" 2>/dev/full; echo $? >status', ["bill", "none"], "2"],
  ])("%s changes nothing in the exit status", async (_says, through, args, status) => {
    const folder = await folderWithBook();
    const ran = await ratebookProcess(args, folder, through);
    expect(ran).toMatchObject({ stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "status"), "utf8").trim()).toBe(status);
    expect(readdirSync(folder).includes("out.xlsx")).toBe(args === bill);
  });
});

test("a user whom the system does not list is named by number in the run log", async () => {
  const folder = await folderWithBook();
  const script = `require("node:os").userInfo = () => {
    throw new Error("A system error occurred: uv_os_get_passwd returned ENOENT (no such file or directory)");
  };`;
  const ran = await after(script, folder, bill, "unset RATEBOOK_USER;");
  expect(ran).toMatchObject({ status: 1, stderr: "" });
  const tables = await readTables(join(folder, "out.xlsx"));
  expect(tables["Run log"]?.rows.map(({ Who }) => Who)).toEqual([`user ${String(process.getuid?.())}`]);
});

describe("a fault of the program itself", () => {
  const script = `require("node:crypto").createHash = () => {
    throw new TypeError("planted\\n    at \\u001b[31mnowhere");
  };`;

  test("is one line that says how to get the details", async () => {
    const folder = await folderWithBook();
    const ran = await after(script, folder, bill);
    expectOneLine(ran, /TypeError: planted +at +\[31mnowhere.*RATEBOOK_DEBUG=1/);
    expect(ran.stdout).toBe("");
    expect(readdirSync(folder).sort()).toEqual(["before.cjs", "book.xlsx"]);
  });

  test("shows its stack where it is asked to", async () => {
    const ran = await after(script, await folderWithBook(), bill, "RATEBOOK_DEBUG=1");
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/\n +at .*sha256/);
  });

  test("outside any command is one line as well", async () => {
    const outside = "setImmediate(() => { throw new Error('planted'); });";
    expectOneLine(await after(outside, await folderWithBook(), bill), "planted");
  });
});
