import { isError, type CellValue } from "./cell";
import { dateOf } from "./serial";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const TOKEN = /am\/pm|"[^"]*"|\\.|\[[^\]]*\]|([ymdhs])\1*/gi;
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** What a cell shows, in American English and in a column that is wide enough. */
export function displayText(value: CellValue, format: string, date1904: boolean): string {
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const code = sectionFor(value, format);
  if (code === "General" || code === "@" || code === "") return general(value);
  const bare = code.replaceAll(/\[(?!\$)[^\]]*\]/g, "");
  if (isDateFormat(bare)) return dateText(value, bare, date1904);
  return numberText(code === firstSection(format) ? value : Math.abs(value), bare);
}

function firstSection(format: string): string {
  return format.split(";")[0]!;
}

function sectionFor(value: number, format: string): string {
  const sections = format.split(";");
  if (value < 0 && sections.length > 1) return sections[1]!;
  if (value === 0 && sections.length > 2) return sections[2]!;
  return sections[0]!;
}

function general(value: number): string {
  const plain = String(Number(value.toPrecision(11)));
  if (Math.abs(value) < 1e11 && !plain.includes("e")) return plain;
  const [digits = "", exponent = ""] = value.toExponential(5).split("e");
  return `${String(Number(digits))}E${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
}

/** The letters of a date stand outside quotes and brackets. */
export function isDateFormat(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[ymdhs]/i.test(bare) && !/[0#]/.test(bare.replace(/ss?\.0+/i, ""));
}

function numberText(value: number, code: string): string {
  const literal = code.replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, "$1").replaceAll(/[_*]./g, "");
  const pattern = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E[+-]0+)?/i.exec(literal.replaceAll(/"[^"]*"/g, hide));
  if (!pattern) return unquote(literal);
  const before = unquote(literal.slice(0, pattern.index));
  const after = unquote(literal.slice(pattern.index + pattern[0].length));
  const scaled = literal.includes("%") ? value * 100 : value;
  const sign = scaled < 0 ? "-" : "";
  return sign + before + digits(Math.abs(scaled), pattern[0]) + after;
}

function hide(quoted: string): string {
  return "\u0000".repeat(quoted.length);
}

function unquote(text: string): string {
  return text.replaceAll(/"([^"]*)"/g, "$1").replaceAll("\\", "");
}

function digits(value: number, pattern: string): string {
  if (/E/i.test(pattern))
    return value
      .toExponential(2)
      .toUpperCase()
      .replace(/E([+-])(\d)$/, "E$10$2");
  const [whole = "", fraction = ""] = pattern.split(".");
  const least = fraction.replaceAll(/[#?]/g, "").length;
  const [integer = "", decimals = ""] = value.toFixed(fraction.length).split(".");
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, "");
  const padded = integer.padStart(whole.replaceAll(/[^0]/g, "").length, "0");
  const grouped = whole.includes(",") ? padded.replaceAll(/\B(?=(\d{3})+$)/g, ",") : padded;
  return grouped + (kept === "" ? "" : `.${kept}`);
}

function dateText(serial: number, code: string, date1904: boolean): string {
  const date = dateOf(serial, date1904);
  const isHalfDay = /am\/pm/i.test(code);
  const two = (number: number): string => String(number).padStart(2, "0");
  const hours = isHalfDay ? date.getUTCHours() % 12 || 12 : date.getUTCHours();
  let isMinutes = false;
  return code.replaceAll(TOKEN, (token: string, _letter: string | undefined, offset: number) => {
    const kind = token[0]!.toLowerCase();
    const { length } = token;
    if (/^am/i.test(token)) return date.getUTCHours() < 12 ? "AM" : "PM";
    if (kind === '"') return token.slice(1, -1);
    if (kind === "\\") return token.slice(1);
    if (kind === "[") return "";
    const wasMinutes = isMinutes;
    isMinutes = kind === "h";
    if (kind === "h") return length > 1 ? two(hours) : String(hours);
    if (kind === "s") return length > 1 ? two(date.getUTCSeconds()) : String(date.getUTCSeconds());
    if (kind === "y") return length > 2 ? String(date.getUTCFullYear()) : two(date.getUTCFullYear() % 100);
    if (kind === "m" && (wasMinutes || /^[:.]?s/i.test(code.slice(offset + length)))) {
      return length > 1 ? two(date.getUTCMinutes()) : String(date.getUTCMinutes());
    }
    const name = kind === "m" ? MONTHS[date.getUTCMonth()]! : DAYS[date.getUTCDay()]!;
    const number = kind === "m" ? date.getUTCMonth() + 1 : date.getUTCDate();
    if (length > 3) return name;
    if (length === 3) return name.slice(0, 3);
    return length === 2 ? two(number) : String(number);
  });
}
