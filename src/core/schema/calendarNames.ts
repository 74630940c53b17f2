/** Names of months as they stand in dates, in English, German, French, Spanish, Italian and Dutch, without accents. */
const monthNames = [
  "jan january januar janner jaenner janvier janv enero ene gennaio gen januari",
  "feb february februar fevrier fevr fev febrero febbraio februari",
  "mar march marz maerz mrz mars marzo maart mrt",
  "apr april avril avr abril abr aprile",
  "may mai mayo maggio mag mei",
  "jun june juni juin junio giugno giu",
  "jul july juli juillet juil julio luglio lug",
  "aug august aout agosto ago augustus",
  "sep sept september septembre septiembre setiembre settembre set",
  "oct october okt oktober octobre octubre ottobre ott",
  "nov november novembre noviembre",
  "dec december dez dezember decembre diciembre dic dicembre",
];

/** Names of weekdays, from Monday on; those of two or three letters that are months elsewhere are left out. */
const weekdayNames = [
  "mon monday mo montag lundi lunes lunedi maandag",
  "tue tues tuesday di dienstag mardi martes martedi dinsdag",
  "wed wednesday mi mittwoch mercredi miercoles mercoledi woensdag",
  "thu thur thurs thursday do donnerstag jeudi jueves giovedi donderdag",
  "fri friday fr freitag vendredi viernes venerdi vrijdag",
  "sat saturday sa samstag sonnabend samedi sabado sabato zaterdag",
  "sun sunday so sonntag dimanche domingo domenica zondag",
];

const numbersOf = (names: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(names.flatMap((list, index) => list.split(" ").map((name) => [name, first + index] as const)));

const months = numbersOf(monthNames, 1);
const weekdays = numbersOf(weekdayNames, 0);

const plain = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/\.$/, "").toLowerCase();

/** The number of a month by its name, in full or shortened: 10 for Oct, Oktober and ottobre; undefined for other words. */
export const monthNamed = (word: string): number | undefined => months.get(plain(word));

/** The weekday that a word names, 0 for Monday; undefined for other words. */
export const weekdayNamed = (word: string): number | undefined => weekdays.get(plain(word));

/** Whether a header names a calendar month, with or without a year: Oct, März 2026, Sep-26, août '26. */
export function isMonthHeader(header: string): boolean {
  const match = /^(\p{L}{3,10}\.?)[ '’.-]{0,3}(?:\d{4}|\d{2})?$/u.exec(header.trim());
  return match !== null && monthNamed(match[1]!) !== undefined;
}
