import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const DEBIAN = "/usr/lib/postgresql";
const USER = "biller";
export const PASSWORD = "s3cret-of-the-test";

/** The folder of PostgreSQL's programs; undefined where it is not installed. */
function programs(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((name) => join(DEBIAN, name, "bin")) : [];
  const folders = [...versions, ...(process.env.PATH ?? "").split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** The server refuses to run as root, so it runs as somebody else. */
function somebody(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A server of its own with nothing in it. */
export interface PostgresServer {
  /** Its address with user and password. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = "";
  server.stderr!.on("data", (text) => (said += String(text)));
  for (let tries = 0; tries < 600; tries++) {
    if (said.includes("ready to accept connections")) return;
    if (server.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`PostgreSQL did not start:\n${said}`);
}

/** Where PostgreSQL is not installed, what asks for it is skipped, and said. */
export const isPostgresInstalled = programs() !== undefined;

/** Starts a server for a test. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  if (bin === undefined) throw new Error("PostgreSQL is not installed");
  const folder = mkdtempSync(join(tmpdir(), "ratebook-postgres-"));
  const as = somebody();
  const passwords = join(folder, "password");
  writeFileSync(passwords, PASSWORD);
  if (as) for (const path of [folder, passwords]) chownSync(path, as.uid, as.gid);
  const data = join(folder, "data");
  const port = String(await freePort());
  const initialise = ["-D", data, "-U", USER, "--pwfile", passwords, "-A", "scram-sha-256", "--no-sync"];
  const locale = ["--locale=C", "--encoding=UTF8"];
  execFileSync(join(bin, "initdb"), [...initialise, ...locale], { ...as, cwd: folder, stdio: "pipe" });
  const settings = ["fsync=off", "shared_buffers=16MB", "max_connections=10"].flatMap((text) => ["-c", text]);
  const server = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", port, "-h", "127.0.0.1", "-k", folder, ...settings],
    { ...as, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await untilReady(server);
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
