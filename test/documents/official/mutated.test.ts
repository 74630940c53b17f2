import { readFileSync } from "node:fs";
import { XMLSerializer, type Element } from "@xmldom/xmldom";
import { germanRules } from "../../../src/core/eInvoice/rules/germany";
import { en16931Rules } from "../../../src/core/eInvoice/rules/en16931";
import { peppolRules } from "../../../src/core/eInvoice/rules/peppol";
import { brokenRules, type Rule } from "../../../src/core/eInvoice/rules/rule";
import { ciiTree } from "../../../src/core/eInvoice/syntax/cii";
import type { SyntaxId } from "../../../src/core/eInvoice/syntax/syntaxes";
import { ublTree } from "../../../src/core/eInvoice/syntax/ubl";
import { isAboutElements } from "./aboutElements";
import { parse } from "./elements";
import { mutate, numbersFrom } from "./mutate";
import { filesIn, isOfficialThere, official, syntaxOf, termsOfDocument } from "./officialData";
import { canRunOfficialRules, officialRules } from "./officialRules";

const folders = [
  "eInvoicing-EN16931/ubl/examples",
  "eInvoicing-EN16931/cii/examples",
  "peppol-bis-invoice-3/rules/examples",
  "xrechnung-testsuite/src/test/business-cases/standard",
  "xrechnung-schematron/test/instances/ubl-inv",
  "xrechnung-schematron/test/instances/ubl-cn",
  "xrechnung-schematron/test/instances/cii",
];

/** SaxonJS counts IBANs modulo 97 with doubles, which is wrong; checkDigits.test.ts has them exactly. */
const COUNTED_WRONG = new Set(["DE-R-019", "DE-R-020", "BR-DE-19", "BR-DE-20"]);

const rules: Readonly<Record<SyntaxId, readonly Rule[]>> = {
  ubl: [...en16931Rules("ubl"), ...peppolRules, ...germanRules("ubl")],
  cii: [...en16931Rules("cii"), ...germanRules("cii")],
};

const idsOf = (syntax: SyntaxId) =>
  new Set(rules[syntax].map(({ id }) => id).filter((id) => !COUNTED_WRONG.has(id)));
const known = { ubl: idsOf("ubl"), cii: idsOf("cii") };

const treeOf = { ubl: ublTree, cii: ciiTree };

/** The extension of XRechnung has lines within lines; two sums of tax, and the bank of a debtor, are no terms. */
const NOT_ABOUT_TERMS = /-dex-|r053-2|with-bt-86-2/;

const MUTATED = Number(process.env.RATEBOOK_MUTATED ?? 600);

const isThere = isOfficialThere(...folders) && canRunOfficialRules();

(isThere ? describe : describe.skip)("official rules, run by SaxonJS", () => {
  const verdicts = isThere ? officialRules() : undefined;
  const files = isThere ? folders.flatMap(filesIn) : [];
  const unknown = new Set<string>();
  let compared = 0;

  afterAll(() => {
    verdicts?.keep();
  });

  /** Rules on which a document and its official verdict differ: +ID breaks for us alone, -ID for them alone. */
  function differences(root: Element, xml: string): string[] | undefined {
    const syntax = syntaxOf(root);
    const theirs = verdicts?.broken(xml, syntax);
    if (!theirs) return undefined;
    compared += 1;
    const ours = new Set(brokenRules(termsOfDocument(root), rules[syntax]).map(({ rule }) => rule.id));
    for (const id of theirs)
      if (!rules[syntax].some((rule) => rule.id === id) && !isAboutElements(id, syntax)) unknown.add(id);
    return [...known[syntax]].flatMap((id) =>
      ours.has(id) === theirs.has(id) ? [] : [ours.has(id) ? `+${id}` : `-${id}`],
    );
  }

  it("say of every example and every instance what ours say", () => {
    const told = files.filter((path) => !NOT_ABOUT_TERMS.test(path));
    const wrong = told.flatMap((path) => {
      const xml = readFileSync(official(path), "utf8");
      const root = parse(xml);
      const found = root && differences(root, xml);
      return found && found.length > 0 ? [`${path} ${found.join(" ")}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(350);
  }, 600_000);

  it("say of examples that were changed by a seed what ours say", () => {
    compared = 0;
    const wrong: string[] = [];
    for (let seed = 1; compared < MUTATED && seed < MUTATED * 4; seed += 1) {
      const random = numbersFrom(seed);
      const path = files[Math.floor(random() * files.length)]!;
      const root = parse(readFileSync(official(path), "utf8"));
      if (!root || NOT_ABOUT_TERMS.test(path)) continue;
      const tree = treeOf[syntaxOf(root)];
      const isDone = mutate(root, tree, random) && (random() < 0.5 || mutate(root, tree, random));
      if (!isDone) continue;
      const xml = new XMLSerializer().serializeToString(root);
      const found = differences(root, xml);
      if (found && found.length > 0) wrong.push(`${String(seed)} ${path} ${found.join(" ")}`);
    }
    process.stdout.write(`${String(compared)} mutated examples compared\n`);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(500);
  }, 1_200_000);

  it("have no rule that nobody has decided about", () => {
    expect([...unknown].sort()).toEqual([]);
  });
});

if (!isThere)
  it("RATEBOOK_DATA has no compiled rules, so mutated examples are NOT compared", () => {
    process.stderr.write(
      "OFFICIAL RULES NOT RUN: RATEBOOK_DATA has no compiled rules, or no saxon-js; see README.md\n",
    );
    expect(known.ubl.size).toBeGreaterThan(380);
    expect(known.cii.size).toBeGreaterThan(200);
  });
