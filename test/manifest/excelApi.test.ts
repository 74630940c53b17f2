import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const FOLDER = "src/workbook/officejs";
const SET = /\[Api set: (\w+) ([\d.]+)/;
const LIBRARY = /@types\/office-js\/index\.d\.ts$/;

interface Use {
  readonly location: string;
  readonly member: string;
  readonly set: string;
  readonly version: string;
  readonly isGuarded: boolean;
}

/** The lowest version of ExcelApi in which there is a member, by the comment at its declaration. */
function setOf(declaration: ts.Declaration): { set: string; version: string } | undefined {
  const text = declaration.getSourceFile().text.slice(declaration.pos, declaration.getStart());
  const [, set, version] = SET.exec(text) ?? [];
  return set === undefined ? undefined : { set, version: version! };
}

const number = (version: string) => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);

/** Whether a call is where isSetSupported has said yes. */
function isGuarded(node: ts.Node): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent)
    if (
      ts.isIfStatement(parent) &&
      parent.thenStatement === child &&
      parent.expression.getText().includes("isSetSupported")
    )
      return true;
  return false;
}

function usesIn(source: ts.SourceFile, checker: ts.TypeChecker): Use[] {
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    const name = ts.isPropertyAccessExpression(node)
      ? node.name
      : ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isBindingElement(node)
        ? node.name
        : undefined;
    if (name && ts.isIdentifier(name)) {
      for (const declaration of declarationsOf(node, name, checker)) {
        const found = LIBRARY.test(declaration.getSourceFile().fileName) && setOf(declaration);
        if (!found) continue;
        const { line } = source.getLineAndCharacterOfPosition(name.getStart());
        const location = `${source.fileName.slice(source.fileName.indexOf(FOLDER))}:${String(line + 1)}`;
        uses.push({ location, member: name.text, ...found, isGuarded: isGuarded(node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** What a name means: of an overloaded method, the earliest; of a property of an object, that of its type. */
function declarationsOf(node: ts.Node, name: ts.Identifier, checker: ts.TypeChecker): ts.Declaration[] {
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    const type = ts.isObjectLiteralExpression(node.parent) && checker.getContextualType(node.parent);
    return (type && type.getProperty(name.text)?.declarations?.slice(0, 1)) || [];
  }
  if (ts.isBindingElement(node)) {
    const type = checker.getTypeAtLocation(node.parent);
    const wanted = node.propertyName?.getText() ?? name.text;
    return type.getProperty(wanted)?.declarations?.slice(0, 1) ?? [];
  }
  return checker.getSymbolAtLocation(name)?.declarations?.slice(0, 1) ?? [];
}

function usesOfLibrary(): Use[] {
  const config = ts.readConfigFile("tsconfig.json", (file) => readFileSync(file, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname("tsconfig.json"));
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(FOLDER, name));
  const program = ts.createProgram(files, { ...options, noEmit: true, types: ["office-js"] });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => usesIn(program.getSourceFile(file)!, checker));
}

/** Names of properties that are loaded as text belong to the same classes, and are read as members afterwards. */
describe("the Excel that the manifest asks for", () => {
  const required = /Name="ExcelApi" MinVersion="([\d.]+)"/.exec(readFileSync("manifest.xml", "utf8"))![1]!;
  const uses = usesOfLibrary();

  it("has every member that the adapter uses, unless isSetSupported is asked", () => {
    const later = uses.filter(
      ({ set, version, isGuarded: guarded }) =>
        !guarded && (set !== "ExcelApi" || number(version) > number(required)),
    );
    expect(later).toEqual([]);
  });

  it("is found at the members: an early one, a late one and one that is asked for", () => {
    const of = (member: string) => uses.filter((use) => use.member === member);
    expect(of("getUsedRangeOrNullObject")).not.toEqual([]);
    expect(of("getMergedAreasOrNullObject")[0]).toMatchObject({ set: "ExcelApi", version: "1.13" });
    expect(of("select").some(({ version, isGuarded: guarded }) => version === "1.18" || guarded)).toBe(true);
  });
});
