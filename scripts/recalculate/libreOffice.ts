import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "./refusal";

const PROGRAMS: readonly string[] = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];
const TEN_MINUTES = 600_000;

function runs(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Opens a workbook in LibreOffice, which calculates what has no value, and gives back what it saves. */
export function calculated(workbook: Uint8Array): Uint8Array {
  const program = PROGRAMS.find(runs);
  if (program === undefined) throw new Refusal("LibreOffice is not installed, so nothing was compared");
  const folder = mkdtempSync(join(tmpdir(), "ratebook-recalculate-"));
  try {
    const input = join(folder, "book.xlsx");
    const output = join(folder, "out", "book.xlsx");
    writeFileSync(input, workbook);
    // A profile of its own: another LibreOffice that runs would take the work over and not wait for it.
    const profile = pathToFileURL(join(folder, "profile")).href;
    const { stdout, stderr, error } = spawnSync(
      program,
      [
        `-env:UserInstallation=${profile}`,
        "--headless",
        ...["--convert-to", "xlsx:Calc MS Excel 2007 XML"],
        ...["--outdir", join(folder, "out")],
        input,
      ],
      { encoding: "utf8", timeout: TEN_MINUTES },
    );
    if (existsSync(output)) return readFileSync(output);
    throw new Refusal(`LibreOffice could not open it: ${error?.message ?? (stdout + stderr).trim()}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
