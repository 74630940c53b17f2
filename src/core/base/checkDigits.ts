const DIGITS = /^\d+$/;

/** The last digit of a number of the GS1 system, such as a GLN, is right: weights 3 and 1 from the right. */
export function isGs1Number(text: string): boolean {
  if (!DIGITS.test(text) || text.length < 2) return false;
  const digits = [...text].map(Number);
  const check = digits.pop() ?? 0;
  const weighted = digits
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (weighted % 10)) % 10 === check;
}

/** The last digit by the weights 2 to 7 from the right, modulo 11: numbers of organisations in Norway. */
export function isModulo11(text: string): boolean {
  if (!DIGITS.test(text) || /^0*$/.test(text)) return false;
  const digits = [...text].map(Number);
  const check = digits.pop() ?? 0;
  const weighted = digits.reverse().reduce((total, digit, index) => total + digit * ((index % 6) + 2), 0);
  return (11 - (weighted % 11)) % 11 === check;
}

/** The last digit by Luhn's rule: numbers of organisations in Sweden. */
export function isLuhn(text: string): boolean {
  if (!DIGITS.test(text)) return false;
  const digits = [...text].map(Number);
  const check = digits.pop() ?? 0;
  const total = digits.reverse().reduce((sum, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (total % 10)) % 10 === check;
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/;

/** A number of letters and digits modulo 97, letters as 10 to 35; exact, however long it is. */
export function modulo97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Whether an IBAN, without blanks, has the check digits of its account: DE89370400440532013000 has. */
export function isIban(text: string): boolean {
  return IBAN.test(text) && modulo97(text.slice(4) + text.slice(0, 4)) === 1;
}

const CARRIES = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** The check digit of a Swiss reference, modulo 10 recursively: that of 21000000000313947143000901 is 7. */
export function modulo10Recursive(digits: string): number {
  const carry = [...digits].reduce((rest, digit) => CARRIES[(rest + Number(digit)) % 10] ?? 0, 0);
  return (10 - carry) % 10;
}

/** A text as a reference of ISO 11649, with its check digits: 539007547034 is RF18539007547034. */
export function creditorReference(text: string): string {
  const check = 98 - modulo97(`${text}RF00`);
  return `RF${String(check).padStart(2, "0")}${text}`;
}
