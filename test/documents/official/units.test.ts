import type { Element } from "@xmldom/xmldom";
import { en16931Rules } from "../../../src/core/eInvoice/rules/en16931";
import { germanRules } from "../../../src/core/eInvoice/rules/germany";
import { peppolRules } from "../../../src/core/eInvoice/rules/peppol";
import { brokenRules, type Rule } from "../../../src/core/eInvoice/rules/rule";
import { filesIn, isOfficialThere, parseFile, syntaxOf, termsOfDocument } from "./officialData";
import { isAboutElements } from "./aboutElements";

interface Verdict {
  readonly file: string;
  readonly index: number;
  readonly rule: string;
  readonly mustFail: boolean;
  readonly fails: boolean;
}

const elements = (parent: Element, name: string): Element[] =>
  Array.from(parent.getElementsByTagName("*")).filter(({ localName }) => localName === name);

const ROOTS = new Set(["Invoice", "CreditNote", "CrossIndustryInvoice"]);

function verdictsOf(path: string, rules: readonly Rule[], unknown: Set<string>): Verdict[] {
  const known = new Set(rules.map(({ id }) => id));
  const documentElement = parseFile(path);
  if (!documentElement) return [];
  return elements(documentElement, "test").flatMap((test, index) => {
    const root = Array.from(test.childNodes).find(
      (node): node is Element => node.nodeType === 1 && ROOTS.has((node as Element).localName ?? ""),
    );
    if (!root) return [];
    const broken = new Set(brokenRules(termsOfDocument(root), rules).map(({ rule }) => rule.id));
    return (["error", "warning", "success"] as const).flatMap((kind) =>
      elements(test, kind).flatMap((said): Verdict[] => {
        const rule = (said.textContent ?? "").trim();
        if (!known.has(rule)) {
          if (!isAboutElements(rule, syntaxOf(root))) unknown.add(rule);
          return [];
        }
        return [
          {
            file: path.split("/").slice(-2).join("/"),
            index,
            rule,
            mustFail: kind !== "success",
            fails: broken.has(rule),
          },
        ];
      }),
    );
  });
}

const CEN = "eInvoicing-EN16931/test";
const PEPPOL = "peppol-bis-invoice-3/rules";

const folders = [
  [`${CEN}/Invoice-unit-UBL`, en16931Rules("ubl")],
  [`${CEN}/CreditNote-unit-UBL`, en16931Rules("ubl")],
  [`${CEN}/cii`, en16931Rules("cii")],
  ...["PEPPOL", "DE", "DK", "GR", "IT", "NL", "NO", "SE"].map(
    (part) => [`${PEPPOL}/unit-UBL-${part}`, peppolRules] as const,
  ),
  ...["PEPPOL", "DK", "IT", "NL", "NO", "SE"].map(
    (part) => [`${PEPPOL}/unit-CII-${part}`, peppolRules] as const,
  ),
] as const;

/** Cases that no term can tell, as file and number: why is said beside each. */
const NOT_ABOUT_TERMS = new Set([
  // An element at the top of a file that is no invoice.
  "unit-UBL-PEPPOL/PEPPOL-COMMON-EAS.xml 1",
  "unit-UBL-PEPPOL/PEPPOL-EN16931-CL001.xml 1",
  "unit-CII-PEPPOL/PEPPOL-EN16931-CL001.xml 1",
  "unit-CII-PEPPOL/PEPPOL-EN16931-CL007.xml 1",
  "unit-CII-PEPPOL/PEPPOL-EN16931-F001.xml 1",
  "unit-CII-PEPPOL/PEPPOL-EN16931-F001.xml 2",
  // References that refer to nothing: they have a kind, and no number.
  "unit-UBL-PEPPOL/PEPPOL-EN16931-R080.xml 3",
  "unit-UBL-PEPPOL/PEPPOL-EN16931-R100.xml 3",
  "unit-CII-PEPPOL/PEPPOL-EN16931-R080.xml 2",
  "unit-CII-PEPPOL/PEPPOL-EN16931-R100.xml 2",
  // What is no profile of ours, Peppol in CII, says otherwise than in UBL: a note's subject, the base of a gross price,
  // the creditor beside the mandate of a debit, VA that is not VAT, accounts that are no IBAN.
  "unit-CII-PEPPOL/PEPPOL-EN16931-R002.xml 3",
  "unit-CII-PEPPOL/PEPPOL-EN16931-R130.xml 3",
  "unit-CII-DK/DK_Validation_DKR007_CII.xml 0",
  "unit-CII-IT/IT-R-001.xml 1",
  "unit-CII-SE/CII-IN_SE-R-007.xml 1",
  "unit-CII-SE/CII-IN_SE-R-008.xml 1",
  "unit-CII-SE/CII-IN_SE-R-009.xml 1",
  "unit-CII-SE/CII-IN_SE-R-010.xml 1",
]);

const isThere = isOfficialThere(...folders.map(([folder]) => folder));

(isThere ? describe : describe.skip)("official unit tests of the rules", () => {
  let total = 0;

  it.each(folders)("%s: ours say the same", (folder, rules) => {
    const unknown = new Set<string>();
    const verdicts = filesIn(folder).flatMap((path) => verdictsOf(path, rules, unknown));
    const wrong = verdicts.filter(
      ({ mustFail, fails, file, index }) =>
        mustFail !== fails && !NOT_ABOUT_TERMS.has(`${file} ${String(index)}`),
    );
    total += verdicts.length;
    expect(verdicts.length).toBeGreaterThan(2);
    expect([...unknown]).toEqual([]);
    expect(
      wrong.map(
        ({ file, index, rule, mustFail }) =>
          `${file} #${String(index)} ${rule} must ${mustFail ? "fail" : "hold"}`,
      ),
    ).toEqual([]);
  });

  it("are all compared", () => {
    process.stdout.write(`${String(total)} official verdicts compared\n`);
    expect(total).toBeGreaterThan(1600);
  });
});

if (!isThere)
  it("every rule has an official id; RATEBOOK_DATA is not there, so official unit tests are NOT compared", () => {
    process.stderr.write(
      "OFFICIAL RULES NOT COMPARED: RATEBOOK_DATA names no folder with eInvoicing-EN16931 and peppol-bis-invoice-3\n",
    );
    const all = [...en16931Rules("ubl"), ...peppolRules, ...germanRules("ubl")].map(({ id }) => id);
    expect(all.filter((id) => !/^(?:BR|PEPPOL|[A-Z]{2}-[RS])-[A-Z0-9-]+(?:-[ab])?$/.test(id))).toEqual([]);
    expect(new Set(all).size).toBeGreaterThan(380);
  });
