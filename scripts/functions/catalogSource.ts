import ts from "typescript";
import type { Choice } from "./functionDocumentation";

/** A custom function where it is declared, and the lists of values in the same file by the name of their type. */
export interface DeclaredFunction {
  readonly id: string;
  readonly declaration: ts.FunctionDeclaration;
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
}

interface CatalogFile {
  readonly functions: ReadonlyMap<string, ts.FunctionDeclaration>;
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
}

const parse = (file: string, text: string) => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);

/** The text of a comment or of one of its tags, in one line. */
export function commentText(comment: ts.JSDocTag["comment"]): string {
  return (ts.getTextOfJSDocComment(comment) ?? "").replace(/\s+/g, " ").trim();
}

/** The text of a comment before its tags; of several comments the last one counts. */
export function leadingText(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return commentText(comments.at(-1)?.comment);
}

function choicesOf(declaration: ts.EnumDeclaration): Choice[] {
  return declaration.members.flatMap((member) => {
    const { initializer } = member;
    if (!initializer || !ts.isStringLiteral(initializer)) return [];
    return [{ value: initializer.text, tooltip: leadingText(member) }];
  });
}

function readFile(file: string, text: string): CatalogFile {
  const { statements } = parse(file, text);
  return {
    functions: new Map(
      statements
        .filter(ts.isFunctionDeclaration)
        .map((declaration) => [declaration.name?.text ?? "", declaration]),
    ),
    choices: new Map(
      statements
        .filter(ts.isEnumDeclaration)
        .map((declaration) => [declaration.name.text, choicesOf(declaration)]),
    ),
  };
}

/** The file of each name that the index imports. */
function importedFrom({ statements }: ts.SourceFile): Map<string, string> {
  const files = new Map<string, string>();
  for (const statement of statements.filter(ts.isImportDeclaration)) {
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const file = `${(statement.moduleSpecifier as ts.StringLiteral).text.replace("./", "")}.ts`;
    for (const { name } of bindings.elements) files.set(name.text, file);
  }
  return files;
}

/** The entries of the object `catalog`: id and name of the function, in their order. */
function entries({ statements }: ts.SourceFile): [id: string, name: string][] {
  const declarations = statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations]);
  let value = declarations.find(({ name }) => ts.isIdentifier(name) && name.text === "catalog")?.initializer;
  if (value && ts.isAsExpression(value)) value = value.expression;
  if (!value || !ts.isObjectLiteralExpression(value)) throw new Error("index.ts has no object catalog");
  return value.properties
    .filter(ts.isPropertyAssignment)
    .map(({ name, initializer }) => [name.getText(), initializer.getText()]);
}

/** The functions that the catalogue's index lists, in its order. */
export function declaredFunctions(sourceOf: (file: string) => string): DeclaredFunction[] {
  const index = parse("index.ts", sourceOf("index.ts"));
  const fileOf = importedFrom(index);
  const files = new Map([...new Set(fileOf.values())].map((file) => [file, readFile(file, sourceOf(file))]));
  return entries(index).map(([id, name]) => {
    const file = files.get(fileOf.get(name) ?? "");
    const declaration = file?.functions.get(name);
    if (!file || !declaration) throw new Error(`${id}: no file of the catalogue exports ${name}`);
    return { id, declaration, choices: file.choices };
  });
}
