import { currencyCode } from "./currency";

const dollars =
  "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP BRL BBD BMD BND BSD BZD DOP FJD GYD JMD KYD LRD NAD SBD SRD TTD UYU XCD";

/** Signs of money with every currency that is written with them; a sign that several share contradicts none of them. */
const signs: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    $: dollars,
    US$: "USD",
    CA$: "CAD",
    C$: "CAD NIO",
    A$: "AUD",
    AU$: "AUD",
    NZ$: "NZD",
    HK$: "HKD",
    S$: "SGD",
    NT$: "TWD",
    MX$: "MXN",
    R$: "BRL",
    "€": "EUR",
    "£": "GBP EGP FKP GIP LBP SDG SHP SSP SYP",
    "¥": "JPY CNY",
    "￥": "JPY CNY",
    "₹": "INR",
    "₩": "KRW KPW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "฿": "THB",
    kr: "SEK NOK DKK ISK",
    Kr: "SEK NOK DKK ISK",
    "kr.": "DKK SEK NOK ISK",
    Fr: "CHF XAF XOF XPF BIF DJF GNF KMF RWF CDF",
    "Fr.": "CHF XAF XOF XPF BIF DJF GNF KMF RWF CDF",
    "SFr.": "CHF",
    zł: "PLN",
    Kč: "CZK",
    Ft: "HUF",
    lei: "RON MDL",
    Rp: "IDR",
  }).map(([sign, codes]) => [sign, new Set(codes.split(" "))]),
);

/** Longest first, so that US$ is not read as $. */
const bySize = [...signs.keys()].sort((a, b) => b.length - a.length);

const LETTER = /\p{L}/u;

/** A sign of letters counts only as a word of its own: kr, but not the kr of kraft. */
function holds(text: string, sign: string): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const before = text[at - 1] ?? "";
    const behind = text[at + sign.length] ?? "";
    const startsWord = LETTER.test(sign[0]!) && LETTER.test(before);
    const endsWord = LETTER.test(sign[sign.length - 1]!) && LETTER.test(behind);
    if (!startsWord && !endsWord) return true;
  }
  return false;
}

/** The sign or ISO code of money in a text, the code in capitals: € of “€ 9.90”, USD of “USD 0.10”; else undefined. */
export function currencyMarkIn(text: string): string | undefined {
  const code = (text.match(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu) ?? []).find(
    (word) => currencyCode(word) !== undefined,
  );
  return code ?? bySize.find((sign) => holds(text, sign));
}

/** Whether an amount under a sign or code cannot be in a currency: $ contradicts EUR, but neither USD nor CAD. */
export function contradicts(mark: string, currency: string): boolean {
  const meant = signs.get(mark.trim());
  return meant ? !meant.has(currency) : (currencyNamed(mark) ?? mark.trim().toUpperCase()) !== currency;
}

/** The currency that a whole text names: by its code, by a sign that no other has, or as euro; undefined for $ and kr. */
export function currencyNamed(text: string): string | undefined {
  const word = text.trim();
  const meant = signs.get(word);
  const [only] = meant?.size === 1 ? meant : [];
  return currencyCode(word) ?? only ?? (/^euros?$/i.test(word) ? "EUR" : undefined);
}
