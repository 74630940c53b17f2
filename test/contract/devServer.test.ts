import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** Takes a port that nobody has. */
function takePort(): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen({ port: 0, host: "localhost" }, () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    );
  });
}

const release = (server: Server) => new Promise((resolve) => server.close(resolve));

function start(port: number | string): ChildProcess {
  const args = ["scripts/start.mjs", "--port", String(port)];
  // The page and what serves it are looked at, not what the page does.
  const env = { ...process.env, RATEBOOK_BUILD: "sketch" };
  return spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
}

function ended(child: ChildProcess): Promise<{ readonly status: number | null; readonly stderr: string }> {
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, stderr })));
}

/** Resolves once the server prints the address; rejects when it ends before. */
function served(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk.toString("utf8");
      if (stdout.includes("Ratebook is served at")) resolve();
    });
    child.on("close", (status) => reject(new Error(`npm start ended with ${String(status)}: ${stdout}`)));
  });
}

describe("npm start", () => {
  it("ends in one line where the port is in use", async () => {
    const { server, port } = await takePort();
    const { status, stderr } = await ended(start(port));
    expect(status).toBe(2);
    expect(stderr).toBe(`Port ${String(port)} is in use; name another: npm start -- --port 3001\n`);
    await release(server);
  });

  it("ends in one line where the port is none", async () => {
    const { status, stderr } = await ended(start("many"));
    expect(status).toBe(2);
    expect(stderr).toBe(
      "Port many cannot be used (no port number); name another: npm start -- --port 3001\n",
    );
  });

  it("shows the page at the root of its address", async () => {
    const { server, port } = await takePort();
    await release(server);
    const child = start(port);
    const end = ended(child);
    try {
      await served(child);
      const pages = await Promise.all(
        ["", "taskpane.html"].map(async (path) =>
          (await fetch(`http://localhost:${String(port)}/${path}`)).text(),
        ),
      );
      expect(pages[0]).toContain("<title>Ratebook Billing</title>");
      expect(pages[0]).toBe(pages[1]);
    } finally {
      child.kill();
      await end;
    }
  });
});
