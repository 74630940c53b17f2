import type { Mutated } from "./mutatePackage";
import type { Random } from "./random";

type MutateText = (text: string, random: Random) => string | Buffer;

const insert = (text: string, at: number, more: string) => text.slice(0, at) + more + text.slice(at);
const somewhere = (text: string, random: Random) => random.below(text.length + 1);

/** Changes the field at some place of a text. */
function changeField(text: string, random: Random, to: string): string {
  const at = somewhere(text, random);
  const start = Math.max(text.lastIndexOf(",", at - 1), text.lastIndexOf("\n", at - 1)) + 1;
  const rest = text.slice(start).search(/[,\n]/);
  return text.slice(0, start) + to + (rest < 0 ? "" : text.slice(start + rest));
}

const FIELDS = [
  "",
  "-5",
  "1e5",
  "1,5",
  '"1,234"',
  '"1.234,5"',
  "2026-10-03T10:15",
  "2026-10-03 25:00",
  "03/10/2026",
  "10/2026",
  "46300.25",
  "Total",
  "NaN",
  "=1+1",
  '"a ""b"" c"',
  "\ufeff",
  "9".repeat(20),
  "0.0000001",
  "999999999999999",
  "1.500",
  "2,500",
  "€ 5",
  "12 %",
  "(3)",
  "C-1",
  "c-1",
  "C-9",
  "calls",
  "Calls ",
  "E-7",
  "4111111111111111",
  "1.23E+15",
  "-0",
  "0012",
  "+4",
  "2026-02-30",
  "20261003",
  "1790000000",
];

const mutations: Readonly<Record<string, MutateText>> = {
  "flipped bytes": (text, random) => {
    const bytes = Buffer.from(text);
    for (let count = 1 + random.below(5); count > 0; count--)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  "cut off": (text, random) => text.slice(0, somewhere(text, random)),
  "a quote": (text, random) => insert(text, somewhere(text, random), '"'),
  "two quotes": (text, random) =>
    insert(insert(text, somewhere(text, random), '"'), somewhere(text, random), '"'),
  "another field": (text, random) => changeField(text, random, random.pick(FIELDS)),
  "other fields": (text, random) => {
    let changed = text;
    for (let count = 2 + random.below(12); count > 0; count--)
      changed = changeField(changed, random, random.pick(FIELDS));
    return changed;
  },
  "a long field": (text, random) => changeField(text, random, "x".repeat(random.pick([300, 70_000]))),
  "many fields": (text, random) =>
    insert(text, somewhere(text, random), ",".repeat(random.pick([3, 500, 20_000]))),
  "rows that stand twice": (text, random) => {
    const lines = text.split("\n");
    const at = 1 + random.below(lines.length - 1);
    return [...lines, ...lines.slice(at, at + 1 + random.below(30))].join("\n");
  },
  "rows in another order": (text, random) => {
    const [head = "", ...rows] = text.split("\n");
    const at = random.below(rows.length);
    return [head, ...rows.slice(at), ...rows.slice(0, at)].join("\n");
  },
  "a row of a total": (text, random) => `${text}Total,,,${random.pick(["10", "", "12345.5"])}\n`,
  semicolons: (text) => text.replaceAll(",", ";"),
  "semicolons and decimal commas": (text) => text.replaceAll(",", ";").replaceAll(".", ","),
  "other line ends": (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\n\n", "\n\r\n"])),
  "a mark": (text) => `\ufeff${text}`,
  "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "Latin letters": (text, random) => Buffer.from(changeField(text, random, "Zürich"), "latin1"),
  "a named delimiter": (text, random) => `sep=${random.pick([",", ";", "€", "|"])}\n${text}`,
  "no header": (text) => text.slice(text.indexOf("\n") + 1),
  "another header": (text, random) =>
    changeField(text.slice(0, text.indexOf("\n")), random, random.pick(["Note", "", "Date", "Received"])) +
    text.slice(text.indexOf("\n")),
  "lines above": (text) => `Export of October\n\n${text}`,
  "a zero byte": (text, random) => insert(text, somewhere(text, random), "\0"),
};

/** A CSV file with one change or two. */
export function mutateCsv(text: string, random: Random): Mutated {
  const how = random.pick(Object.keys(mutations));
  const once = mutations[how]!(text, random);
  if (typeof once !== "string" || random.below(2) === 0)
    return { how, bytes: Buffer.from(once), isDetectable: false };
  const again = random.pick(Object.keys(mutations));
  const twice = once.length === 0 ? once : mutations[again]!(once, random);
  return { how: `${how}, ${again}`, bytes: Buffer.from(twice), isDetectable: false };
}
