import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what several test files of one run need, so that it is made once; projects of one run share it. */
export default async function openRunFolder(): Promise<void> {
  process.env["TEST_RUN_FOLDER"] ??= await mkdtemp(join(tmpdir(), "ratebook-tests-"));
}
