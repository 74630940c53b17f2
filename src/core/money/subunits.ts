/** Words for the parts of a currency; p and c are parts only where they stand alone or before a unit. */
const PARTS = new Set(
  (
    "ct cts cent cents eurocent eurocents pence penny pennies rappen pfennig centime centimes centavo centavos centimo " +
    "centimos centesimi ore grosz groszy haler fils paise kopek kopeks kopeke kopeken"
  ).split(" "),
);
const SIGN = /¢|(?<![\p{L}\d])Rp(?!\p{L})|(?<=^|[\s(["])[pc](?=$|[)\]"]|\s*\/|\s+per\b)/u;
const WORD = /\p{L}+/gu;

/** The part of a currency in which a header or number format says that money is: ct, p, ¢; undefined for none. */
export function partOfCurrencyIn(text: string): string | undefined {
  const sign = SIGN.exec(text.slice(0, 100));
  if (sign) return sign[0];
  const words =
    text.slice(0, 100).normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/gi, "o").match(WORD) ?? [];
  return words.find(
    (word, index) => PARTS.has(word.toLowerCase()) && words[index - 1]?.toLowerCase() !== "per",
  );
}
