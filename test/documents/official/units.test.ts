import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DOMParser, type Element } from "@xmldom/xmldom";
import { en16931Rules } from "../../../src/core/eInvoice/rules/en16931";
import { germanRules } from "../../../src/core/eInvoice/rules/germany";
import { peppolRules } from "../../../src/core/eInvoice/rules/peppol";
import { brokenRules, type Rule } from "../../../src/core/eInvoice/rules/rule";
import { ublTree } from "../../../src/core/eInvoice/syntax/ubl";
import { readTree } from "./readTree";

/** The official repositories, each in a folder of its name. */
const DATA = process.env.RATEBOOK_DATA ?? "";
const CEN = join(DATA, "eInvoicing-EN16931/test");
const PEPPOL = join(DATA, "peppol-bis-invoice-3/rules");

interface Verdict {
  readonly file: string;
  readonly index: number;
  readonly rule: string;
  readonly mustFail: boolean;
  readonly fails: boolean;
}

const elements = (parent: Element, name: string): Element[] =>
  Array.from(parent.getElementsByTagName("*")).filter(({ localName }) => localName === name);

function verdictsOf(path: string, rules: readonly Rule[]): Verdict[] {
  const known = new Set(rules.map(({ id }) => id));
  const { documentElement } = new DOMParser().parseFromString(readFileSync(path, "utf8"), "text/xml");
  if (!documentElement) return [];
  return elements(documentElement, "test").flatMap((test, index) => {
    const root = Array.from(test.childNodes).find(
      (node): node is Element =>
        node.nodeType === 1 && ["Invoice", "CreditNote"].includes((node as Element).localName ?? ""),
    );
    if (!root) return [];
    const broken = new Set(brokenRules(readTree(root, ublTree), rules).map(({ rule }) => rule.id));
    return (["error", "warning", "success"] as const).flatMap((kind) =>
      elements(test, kind).flatMap((said): Verdict[] => {
        const rule = (said.textContent ?? "").trim();
        return known.has(rule)
          ? [
              {
                file: path.split("/").slice(-2).join("/"),
                index,
                rule,
                mustFail: kind !== "success",
                fails: broken.has(rule),
              },
            ]
          : [];
      }),
    );
  });
}

function verdictsIn(folder: string, rules: readonly Rule[]): Verdict[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .flatMap((name) => verdictsOf(join(folder, name), rules));
}

const folders = [
  [join(CEN, "Invoice-unit-UBL"), en16931Rules],
  [join(CEN, "CreditNote-unit-UBL"), en16931Rules],
  [join(PEPPOL, "unit-UBL-PEPPOL"), peppolRules],
] as const;

/** Cases about elements, not terms: an element that no invoice has, and the type of a credit note in an Invoice. */
const NOT_ABOUT_TERMS = new Set(["PEPPOL-COMMON-EAS.xml 1", "PEPPOL-EN16931-P0100.xml 3"]);

const isThere = DATA !== "" && folders.every(([folder]) => existsSync(folder));

(isThere ? describe : describe.skip)("official unit tests of the rules", () => {
  it.each(folders)("%s: ours say the same", (folder, rules) => {
    const verdicts = verdictsIn(folder, rules);
    const wrong = verdicts.filter(
      ({ mustFail, fails, file, index }) =>
        mustFail !== fails && !NOT_ABOUT_TERMS.has(`${basename(file)} ${String(index)}`),
    );
    expect(verdicts.length).toBeGreaterThan(150);
    expect(
      wrong.map(
        ({ file, index, rule, mustFail }) =>
          `${file} #${String(index)} ${rule} must ${mustFail ? "fail" : "hold"}`,
      ),
    ).toEqual([]);
  });
});

if (!isThere)
  it("every rule has an official id; RATEBOOK_DATA is not there, so official unit tests are NOT compared", () => {
    process.stderr.write(
      "OFFICIAL RULES NOT COMPARED: RATEBOOK_DATA names no folder with eInvoicing-EN16931 and peppol-bis-invoice-3\n",
    );
    const ids = [...en16931Rules, ...peppolRules, ...germanRules].map(({ id }) => id);
    expect(ids.filter((id) => !/^(?:BR|PEPPOL)-[A-Z0-9-]+(?:-[ab])?$/.test(id))).toEqual([]);
    expect([...en16931Rules, ...peppolRules, ...germanRules].length).toBeGreaterThan(300);
  });
