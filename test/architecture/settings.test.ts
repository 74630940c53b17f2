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

/** The sources as the compiler sees them, to ask what a name means where it is used. */
function programOf(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  return ts.createProgram([...files], { ...options, noEmit: true, types: [] });
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

/** Whether an identifier of the same name is the setting that is declared there. */
function isUse(node: ts.Identifier, position: number, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  const isPicked = ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node;
  const symbol = isPicked
    ? checker.getTypeAtLocation(parent.parent).getProperty(node.text)
    : checker.getSymbolAtLocation(node);
  return (symbol?.declarations ?? []).some(
    (declaration) =>
      declaration.getSourceFile().fileName === DEFINITIONS &&
      ts.getNameOfDeclaration(declaration)?.getStart() === position,
  );
}

/** Whether anything in a file reads the setting: looked for from the top, and no further than it is found. */
function reads(source: ts.SourceFile, name: string, position: number, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name && isUse(node, position, checker)) ||
    ts.forEachChild(node, visit) === true;
  return visit(source);
}

describe("settings", () => {
  const files = sources(join(ROOT, "src"));
  const program = programOf(files);
  const checker = program.getTypeChecker();
  /** Files of other systems ask for settings by their names, which the compiler checks and does not follow. */
  const outside = files
    .filter((file) => !relative(ROOT, file).startsWith(SETTINGS))
    .map((file) => program.getSourceFile(file)!);
  const isRead = (name: string, position: number) =>
    outside.some(({ text }) => text.includes(`"${name}"`)) ||
    // Where settings are spoken of they are likely to be read.
    [...outside]
      .filter(({ text }) => text.includes(name))
      .sort((a, b) => Number(b.text.includes("settings")) - Number(a.text.includes("settings")))
      .some((source) => reads(source, name, position, checker));

  it("are each read by something", () => {
    const settings = [...declared()];
    expect(settings.length).toBeGreaterThan(20);
    const unread = settings.filter(([name, position]) => !isRead(name, position));
    expect(unread.map(([name]) => name)).toEqual([]);
  }, 120_000);
});
