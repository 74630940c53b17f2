import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "@xmldom/xmldom";
import type { Group } from "../../../src/core/eInvoice/semantic";
import { ciiTree } from "../../../src/core/eInvoice/syntax/cii";
import type { SyntaxId } from "../../../src/core/eInvoice/syntax/syntaxes";
import { ublTree } from "../../../src/core/eInvoice/syntax/ubl";
import { parse } from "./elements";
import { readTree } from "./readTree";
import { withDirectDebit } from "./directDebit";

/** The official repositories, each in a folder of its name. */
const DATA = process.env.RATEBOOK_DATA ?? "";

export const official = (path: string): string => join(DATA, path);
export const isOfficialThere = (...paths: readonly string[]): boolean =>
  DATA !== "" && paths.every((path) => existsSync(official(path)));

/** XML files of a folder of the repositories, sorted by name. */
export const filesIn = (folder: string): string[] =>
  readdirSync(official(folder))
    .filter((name) => /\.xml$/i.test(name))
    .sort()
    .map((name) => join(folder, name));

export const parseFile = (path: string): Element | undefined => parse(readFileSync(official(path), "utf8"));

export const syntaxOf = (root: Element): SyntaxId =>
  root.localName === "CrossIndustryInvoice" ? "cii" : "ubl";

/** A document of others as business terms. */
export function termsOfDocument(root: Element): Group {
  return syntaxOf(root) === "cii" ? withDirectDebit(readTree(root, ciiTree)) : readTree(root, ublTree);
}
