import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkManifest, ruleNames } from "./checkManifest";
import { paneUrl } from "./rules/address";
import { parseManifest } from "./manifestDocument";
import { seededFaults } from "./seededFaults";
import { builtSurroundings, ROOT, soundSurroundings } from "./surroundings";

const LOCAL = "https://localhost:3000/";
const file = join(ROOT, "manifest.xml");
const committed = readFileSync(file, "utf8");

describe("the manifest", () => {
  it("of the repository is in order", () => {
    expect(checkManifest(committed, builtSurroundings("development"))).toEqual([]);
  });

  describe("that is shipped", () => {
    const shipped = () => readFileSync(join(ROOT, "dist/manifest.xml"), "utf8");

    it("is in order and names no local address", () => {
      expect(checkManifest(shipped(), builtSurroundings("production"))).toEqual([]);
    });

    it("is that of the repository with another address", () => {
      const folder = new URL(".", paneUrl(parseManifest(shipped()))).href;
      expect(shipped()).toBe(committed.replaceAll(LOCAL, folder));
    });
  });
});

describe("the checker", () => {
  it("finds nothing in a sound manifest", () => {
    expect(checkManifest(committed, soundSurroundings)).toEqual([]);
  });

  const cases = seededFaults.map((seeded, index) => [index + 1, seeded.rules.join(" and "), seeded] as const);
  it.each(cases)("finds planted fault %i by %s", (_number, _rules, { rules, edit, surroundings }) => {
    const faults = checkManifest(edit?.(committed) ?? committed, { ...soundSurroundings, ...surroundings });
    expect([...new Set(faults.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
    expect(faults.filter(({ message }) => message === "")).toEqual([]);
  });

  it("has a planted fault for every rule", () => {
    const proved = new Set(seededFaults.map(({ rules: [rule] }) => rule));
    expect(ruleNames.filter((name) => !proved.has(name))).toEqual([]);
  });

  it("names every rule once", () => {
    expect(new Set(ruleNames).size).toBe(ruleNames.length);
    expect(ruleNames).not.toContain("");
  });
});

/** What Node prints in a process of its own. */
const runNode = (...args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });

/** Since Node 20.19. The tool is CommonJS around packages that are ES modules, which jest cannot load at all. */
const canRequireModules = runNode("-p", "process.features.require_module").stdout.trim() === "true";

/** What a function of the tool resolves to. */
function callTool(name: "readManifestFile" | "modifyManifestFile", ...args: readonly string[]): unknown {
  const script = `require("office-addin-manifest").OfficeAddinManifest.${name}(...process.argv.slice(1))
    .then((info) => console.log(JSON.stringify(info)));`;
  const { stdout, stderr } = runNode("-e", script, ...args);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

(canRequireModules ? describe : describe.skip)("Microsoft's manifest tool", () => {
  it("reads it", () => {
    expect(callTool("readManifestFile", file)).toMatchObject({
      id: "c4ba9144-4aa9-4157-99dd-7b83261805c2",
      version: "0.1.0",
      displayName: "Ratebook Billing",
      providerName: "Ratebook",
      permissions: "ReadWriteDocument",
      hosts: ["Workbook"],
      officeAppType: "TaskPaneApp",
    });
  });

  it("edits a copy that is still in order", () => {
    const folder = mkdtempSync(join(tmpdir(), "ratebook-manifest-"));
    try {
      const copy = join(folder, "manifest.xml");
      cpSync(file, copy);
      callTool("modifyManifestFile", copy, "random", "Ratebook Billing (test)");
      const edited = readFileSync(copy, "utf8");
      expect(edited).toContain("Ratebook Billing (test)");
      expect(edited).not.toContain("c4ba9144");
      expect(checkManifest(edited, soundSurroundings)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
