import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, PROGRAM } from "../support/commandLine";
import { shortExample } from "../support/shortExample";

const ROOT = join(__dirname, "../..");

/** West and east of Greenwich, with languages that write 1.234,50 and 1 234,50. */
const locales = [
  { TZ: "UTC", LANG: "C", LC_ALL: "C" },
  { TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  { TZ: "Asia/Tokyo", LANG: "fr_FR.UTF-8", LC_ALL: "fr_FR.UTF-8" },
];

function run(args: readonly string[], locale: Readonly<Record<string, string>>, cwd = ROOT) {
  const env = { ...process.env, ...locale, RATEBOOK_USER: "tester" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env });
  return { status, stdout: String(stdout), stderr: String(stderr) };
}

/** Calls the functions of the add-in's bundle as a page does, with nothing of Excel around it. */
const CALLS = `
  const functions = new Map();
  globalThis.CustomFunctions = {
    associate: (id, called) => functions.set(id, called),
    Error: class extends Error {},
    ErrorCode: {},
  };
  require(process.argv[1]);
  const call = (id, ...given) => functions.get(id)(...given);
  console.log(JSON.stringify([
    call("DUE_DATE", [[46326]], "2/10 Net 30"),
    call("DUE_DATE", [[45351]], "Net 15"),
    call("BILLING_PERIODS", 46023, 46387, "Monthly"),
    call("DAYS_PAST_DUE", [[46326]], 46387),
    call("AGING_BUCKET", [[46326], [46387]], 46387),
    call("RATE_USAGE", [[1234.5]], [[1000, 0.1], [null, 0.05]]),
  ]));
`;

it("bill prints and writes the same in every time zone and language", async () => {
  const book = join(newFolder(), "short.xlsx");
  writeFileSync(book, await shortExample());
  const ran = locales.map((locale) => {
    const folder = newFolder();
    const args = ["bill", book, "--as-of", "2026-10-31", "--json", "--out", "billed.xlsx"];
    const printed = run([PROGRAM, ...args], locale, folder);
    return { ...printed, written: readFileSync(join(folder, "billed.xlsx")).toString("base64") };
  });
  expect(ran[0]!.stdout).toContain('"period": "2026-10"');
  for (const outcome of ran) {
    expect([outcome.status, outcome.stderr, outcome.stdout]).toEqual([ran[0]!.status, "", ran[0]!.stdout]);
    expect(outcome.written === ran[0]!.written).toBe(true);
  }
});

it("the functions give the same days and amounts in every time zone and language", () => {
  const ran = locales.map((locale) => run(["-e", CALLS, join(ROOT, "dist/functions.js")], locale));
  expect(ran.map(({ stderr }) => stderr)).toEqual(locales.map(() => ""));
  expect(JSON.parse(ran[0]!.stdout)).toHaveLength(6);
  expect(ran.map(({ stdout }) => stdout)).toEqual(locales.map(() => ran[0]!.stdout));
});
