import { spawnSync } from "node:child_process";
import { join } from "node:path";
import openRunFolder from "./openRunFolder";

const ROOT = join(__dirname, "../..");

/** Before tests of what is built: it is built anew where sources are newer, so that no test runs against an old build. */
export default async function buildOnce(): Promise<void> {
  const { status } = spawnSync(process.execPath, ["scripts/ensure.mjs", "build"], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("these tests run against dist, and the build failed");
  await openRunFolder();
}
