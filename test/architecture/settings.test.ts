import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
const DEFINITIONS = join(ROOT, "src/core/settings/definitions.ts");

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ts$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith("taskpane"))
    .map((path) => join(folder, path));
}

/** The sources as the compiler's language service sees them, to ask where a name is used. */
function languageService(files: readonly string[]): ts.LanguageService {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  return ts.createLanguageService({
    getScriptFileNames: () => [...files],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) =>
      ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, "utf8")) : undefined,
    getCurrentDirectory: () => ROOT,
    getCompilationSettings: () => ({ ...options, noEmit: true, types: [] }),
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    readDirectory: (...args) => ts.sys.readDirectory(...args),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
}

const SETTINGS = join("src", "core", "settings");

/** The names of the settings with where each is declared. */
function declared(): ReadonlyMap<string, number> {
  const source = ts.createSourceFile(
    DEFINITIONS,
    readFileSync(DEFINITIONS, "utf8"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const found = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === "settingDefinitions") {
      const literal = ts.isAsExpression(node.initializer!) ? node.initializer.expression : node.initializer!;
      for (const property of (literal as ts.ObjectLiteralExpression).properties)
        found.set(property.name!.getText(), property.name!.getStart());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("settings", () => {
  const files = sources(join(ROOT, "src"));
  const service = languageService(files);
  const uses = (position: number) =>
    (service.getReferencesAtPosition(DEFINITIONS, position) ?? [])
      .map(({ fileName }) => relative(ROOT, fileName))
      .filter((path) => !path.startsWith(SETTINGS));
  /** Files of other systems ask for settings by their names, which the compiler checks and its service does not follow. */
  const outside = files.filter((file) => !relative(ROOT, file).startsWith(SETTINGS));
  const texts = outside.map((file) => readFileSync(file, "utf8"));
  const isAskedFor = (name: string) => texts.some((text) => text.includes(`"${name}"`));

  it("are each read by something", () => {
    const settings = [...declared()];
    expect(settings.length).toBeGreaterThan(20);
    const unread = settings.filter(([name, position]) => uses(position).length === 0 && !isAskedFor(name));
    expect(unread.map(([name]) => name)).toEqual([]);
  }, 120_000);
});
