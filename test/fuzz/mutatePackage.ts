import { unzip, zip } from "../support/workbookZip";
import type { Random } from "./random";

/** Bytes that were changed, how, and whether whoever reads them can tell. */
export interface Mutated {
  readonly how: string;
  readonly bytes: Buffer;
  /** The damage shows: a checksum, an end, a part or a size is wrong. */
  readonly isDetectable: boolean;
}

type Mutate = (bytes: Buffer, random: Random) => Omit<Mutated, "how">;
type MutateText = (text: string, random: Random) => string;

const replaced = (text: string, at: number, length: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + length);

/** A place of a pattern in a text; undefined without one. */
function placeOf(text: string, pattern: RegExp, random: Random): RegExpExecArray | undefined {
  const found = [...text.matchAll(pattern)];
  return found.length === 0 ? undefined : (random.pick(found) as RegExpExecArray);
}

const withMatch =
  (pattern: RegExp, by: (match: RegExpExecArray, random: Random) => string): MutateText =>
  (text, random) => {
    const match = placeOf(text, pattern, random);
    return match ? replaced(text, match.index, match[0].length, by(match, random)) : text;
  };

const inText = (snippet: (random: Random) => string): MutateText => {
  return (text, random) => {
    const match = placeOf(text, />/g, random);
    return match ? replaced(text, match.index + 1, 0, snippet(random)) : text;
  };
};

const REFERENCES = ["A99999999999", "XFE1", "A0", "1A", "", "A1048577", "ZZZZZZ1", "a$1", "B2:C3", "-1"];
const NUMBERS = ["1e999", "-1e-999", "NaN", "0x10", "--5", "1 2", "", "9".repeat(400), "1,5", "∞", "5e-324"];
const ENTITIES = ["&bomb;", "&#0;", "&#x110000;", "&amp", "&;", "&#xD800;", "&lt;&gt;", "&unknown;"];
const DEPTHS = [100, 5000, 60_000];
const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY bomb "&b;&b;&b;&b;">]>`;

/** What is written into the text of a part. */
const textMutations: Readonly<Record<string, MutateText>> = {
  "a huge or odd reference": withMatch(/ r="[^"]*"/g, (_, random) => ` r="${random.pick(REFERENCES)}"`),
  "an odd number": withMatch(/<v>[^<]*<\/v>/g, (_, random) => `<v>${random.pick(NUMBERS)}</v>`),
  "a text that is not there": withMatch(
    / t="s"><v>\d+/g,
    (_, random) => ` t="s"><v>${random.pick(["99999999", "-1", "x"])}`,
  ),
  "another type": withMatch(
    / t="\w+"/g,
    (_, random) => ` t="${random.pick(["e", "b", "str", "d", "n", "q", ""])}"`,
  ),
  "a style that is not there": withMatch(
    / s="\d+"/g,
    (_, random) => ` s="${random.pick(["99999", "-1", "1e9"])}"`,
  ),
  "an entity": inText((random) => random.pick(ENTITIES)),
  "entities that grow": (text) => text.replace(/(<\?xml[^>]*\?>)?/, (start) => start + bomb),
  "nested elements": inText((random) => {
    const depth = random.pick(DEPTHS);
    return "<a>".repeat(depth) + "</a>".repeat(depth);
  }),
  "elements that never end": inText((random) => "<a>".repeat(random.pick(DEPTHS))),
  "a comment that never ends": inText(() => "<!-- "),
  "a section that never ends": inText(() => "<![CDATA["),
  "a long attribute": withMatch(
    /<c /g,
    (_, random) => `<c x="${"y".repeat(random.pick([10, 70_000, 2_000_000]))}" `,
  ),
  "many attributes": withMatch(/<c /g, () => `<c ${'r="A1" '.repeat(2000)}`),
  "a missing end": withMatch(/<\/\w+>/g, () => ""),
  "an end too many": inText(() => "</row>"),
  "two cells at one place": withMatch(/<c [^>]*>.*?<\/c>/g, ([cell]) => cell + cell),
  "a row that is far": withMatch(
    /<row r="\d+"/g,
    (_, random) => `<row r="${random.pick(["1048576", "1048577", "4294967296", "0", "-5"])}"`,
  ),
  "another byte": (text, random) =>
    replaced(text, random.below(text.length), 1, String.fromCharCode(random.below(256))),
  "a quote that is gone": withMatch(/"/g, () => ""),
  "another encoding": withMatch(
    /encoding="[^"]*"/g,
    (_, random) => `encoding="${random.pick(["UTF-16", "x", "ISO-8859-1"])}"`,
  ),
  "a huge area": withMatch(
    / ref="[^"]*"/g,
    (_, random) => ` ref="${random.pick(["A1:XFD1048576", "A1:", "B5:A1", "A1:A99999999"])}"`,
  ),
  "a long number format": withMatch(
    /formatCode="[^"]*"/g,
    (_, random) => `formatCode="${random.pick(["[", "0.", '"', "\\", "#,", "_("]).repeat(9000)}"`,
  ),
};

const isXml = (name: string) => /\.(?:xml|rels)$/.test(name);

function changePart(parts: ReadonlyMap<string, Buffer>, random: Random, change: MutateText): Buffer {
  const names = [...parts.keys()].filter(isXml);
  // Most of what is read is in sheets.
  const sheets = names.filter((name) => /worksheets\/|sharedStrings|tables\/|styles/.test(name));
  const name = random.pick(random.below(4) === 0 || sheets.length === 0 ? names : sheets);
  const text = parts.get(name)!.toString("latin1");
  return zip(new Map(parts).set(name, Buffer.from(change(text, random), "latin1")));
}

function overwrite(bytes: Buffer, at: number, value: number, size: 2 | 4): Buffer {
  const changed = Buffer.from(bytes);
  if (at + size <= changed.length) {
    if (size === 2) changed.writeUInt16LE(value & 0xffff, at);
    else changed.writeUInt32LE(value >>> 0, at);
  }
  return changed;
}

/** Places of records of the zip, by their signature. */
function recordsOf(bytes: Buffer, kind: number): number[] {
  const places: number[] = [];
  const signature = Buffer.from([0x50, 0x4b, kind, kind + 1]);
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 4)) places.push(at);
  return places;
}

const SIZES = [0, 1, 0xffff, 0x7fffffff, 0xffffffff, 100_000_000];

const packageMutations: Readonly<Record<string, Mutate>> = {
  "a flipped bit": (bytes, random) => {
    const changed = Buffer.from(bytes);
    const at = random.below(changed.length);
    changed[at]! ^= 1 << random.below(8);
    return { bytes: changed, isDetectable: true };
  },
  "flipped bytes": (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = 1 + random.below(20); count > 0; count--)
      changed[random.below(changed.length)] = random.below(256);
    return { bytes: changed, isDetectable: true };
  },
  "cut off": (bytes, random) => ({
    bytes: bytes.subarray(0, random.below(bytes.length)),
    isDetectable: true,
  }),
  "bytes that are gone": (bytes, random) => {
    const at = random.below(bytes.length);
    return {
      bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(500))]),
      isDetectable: true,
    };
  },
  "bytes that stand twice": (bytes, random) => {
    const at = random.below(bytes.length);
    return { bytes: Buffer.concat([bytes.subarray(0, at + 50), bytes.subarray(at)]), isDetectable: true };
  },
  "a wrong size in the directory": (bytes, random) => {
    const at = random.pick(recordsOf(bytes, 1)) + random.pick([20, 24]);
    return { bytes: overwrite(bytes, at, random.pick(SIZES), 4), isDetectable: true };
  },
  "a wrong size beside a part": (bytes, random) => {
    const at = random.pick(recordsOf(bytes, 3)) + random.pick([18, 22]);
    return { bytes: overwrite(bytes, at, random.pick(SIZES), 4), isDetectable: true };
  },
  "a wrong checksum": (bytes, random) => {
    const at = random.pick(recordsOf(bytes, 1)) + 16;
    return { bytes: overwrite(bytes, at, random.below(2 ** 32), 4), isDetectable: true };
  },
  "a wrong place of a part": (bytes, random) => {
    const at = random.pick(recordsOf(bytes, 1)) + 42;
    return { bytes: overwrite(bytes, at, random.below(bytes.length), 4), isDetectable: true };
  },
  "another method": (bytes, random) => {
    const at = random.pick(recordsOf(bytes, 1)) + 10;
    return { bytes: overwrite(bytes, at, random.pick([0, 1, 9, 12, 99]), 2), isDetectable: true };
  },
  "parts fewer than said": (bytes, random) => {
    const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + random.pick([8, 10]);
    return { bytes: overwrite(bytes, at, random.below(200), 2), isDetectable: true };
  },
  "a part that is gone": (bytes, random) => {
    const parts = new Map(unzip(bytes));
    parts.delete(random.pick([...parts.keys()]));
    return { bytes: zip(parts), isDetectable: true };
  },
  "an empty part": (bytes, random) => {
    const parts = new Map(unzip(bytes));
    parts.set(random.pick([...parts.keys()]), Buffer.alloc(0));
    return { bytes: zip(parts), isDetectable: true };
  },
  "a part that is cut off": (bytes, random) => {
    const parts = new Map(unzip(bytes));
    const name = random.pick([...parts.keys()].filter(isXml));
    const part = parts.get(name)!;
    parts.set(name, part.subarray(0, random.below(part.length)));
    return { bytes: zip(parts), isDetectable: true };
  },
  "parts that changed places": (bytes, random) => {
    const parts = new Map(unzip(bytes));
    const [one, other] = [random.pick([...parts.keys()]), random.pick([...parts.keys()])];
    const kept = parts.get(one)!;
    parts.set(one, parts.get(other)!);
    parts.set(other, kept);
    return { bytes: zip(parts), isDetectable: false };
  },
  "sizes that are said": (bytes, random) => ({
    bytes: zip(unzip(bytes), random.pick([0, 4_000_000_000, 1_000_000])),
    isDetectable: true,
  }),
};

/** A package with one change, or with two in the text of its parts. */
export function mutatePackage(bytes: Buffer, random: Random): Mutated {
  if (random.below(2) === 0) {
    const how = random.pick(Object.keys(packageMutations));
    return { how, ...packageMutations[how]!(bytes, random) };
  }
  const how = random.pick(Object.keys(textMutations));
  const changed = changePart(unzip(bytes), random, textMutations[how]!);
  return { how, bytes: changed, isDetectable: false };
}
