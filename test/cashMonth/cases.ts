import { asBanksWrite } from "./customers";
import { DAYS, FIRST_DAY, type BankLine, type Customer, type Document, type Truth } from "./month";
import type { Pool } from "./pool";
import { listed, mistyped, silent, written } from "./writings";

/** A line of one case, or nothing where the book has no documents left for it. */
export type Case = (pool: Pool, lines: readonly BankLine[]) => Omit<BankLine, "kind"> | undefined;

const LAST_DAY = FIRST_DAY + DAYS - 1;
const total = (documents: readonly Document[]): number =>
  documents.reduce((sum, { cents }) => sum + cents, 0);
const whole = (documents: readonly Document[]): Truth =>
  new Map(documents.map(({ number, cents }) => [number, cents]));

/** A day of the month on which all documents are there. */
function dayAfter({ draw }: Pool, documents: readonly Document[], most = LAST_DAY): number {
  const least = Math.max(FIRST_DAY, ...documents.map(({ day }) => day));
  return draw.whole(Math.min(least, most), most);
}

interface Paying {
  readonly documents: readonly Document[];
  readonly text: string;
  readonly cents?: number;
  readonly truth?: Truth;
  readonly day?: number;
  readonly payer?: Customer;
  readonly currency?: string;
}

function line(pool: Pool, paying: Paying): ReturnType<Case> {
  const { documents, text, cents = total(documents), truth = whole(documents) } = paying;
  const payer = paying.payer ?? documents[0]!.customer;
  return {
    day: paying.day ?? dayAfter(pool, documents),
    cents,
    currency: paying.currency ?? documents[0]!.customer.currency,
    payer: asBanksWrite(pool.draw, payer.name),
    account: payer.iban,
    text,
    isReturn: false,
    truth,
  };
}

/** One invoice, its number written somehow, and an amount that differs from what is owed. */
const withAmount =
  (amount: (pool: Pool, document: Document) => number, least = 2000): Case =>
  (pool) => {
    const document = pool.invoice(({ cents }) => cents >= least);
    if (!document) return undefined;
    const cents = amount(pool, document);
    const truth = new Map([[document.number, Math.min(cents, document.cents)]]);
    return line(pool, { documents: [document], text: written(pool.draw, document.number), cents, truth });
  };

const rateOf = ({ terms }: Customer): number =>
  terms.startsWith("2/") ? 0.02 : terms.startsWith("3/") ? 0.03 : 0;
const discountDays = ({ terms }: Customer): number => (terms.startsWith("2/") ? 10 : 8);
const afterDiscount = ({ cents, customer }: Document): number => cents - Math.round(cents * rateOf(customer));

function discounted(pool: Pool, isLate: boolean): ReturnType<Case> {
  const lastOf = ({ day, customer }: Document) => day + discountDays(customer);
  const document = pool.invoice(
    (each) =>
      rateOf(each.customer) > 0 && lastOf(each) >= FIRST_DAY && lastOf(each) + (isLate ? 4 : 0) <= LAST_DAY,
  );
  if (!document) return undefined;
  const last = lastOf(document);
  const day = isLate
    ? pool.draw.whole(last + 1, Math.min(last + 6, LAST_DAY))
    : dayAfter(pool, [document], last);
  const cents = afterDiscount(document);
  const truth = new Map([[document.number, cents]]);
  return line(pool, { documents: [document], text: written(pool.draw, document.number), cents, truth, day });
}

function ofSeveral(text: (pool: Pool, documents: readonly Document[]) => string): Case {
  return (pool) => {
    const documents = pool.invoices(2, 4);
    return documents.length === 0 ? undefined : line(pool, { documents, text: text(pool, documents) });
  };
}

const ofOne =
  (text: (pool: Pool, document: Document) => string, holds?: (document: Document) => boolean): Case =>
  (pool) => {
    const document = pool.invoice(holds);
    return document && line(pool, { documents: [document], text: text(pool, document) });
  };

/** A mother pays for daughters. */
const byMother =
  (several: boolean): Case =>
  (pool) => {
    const { draw } = pool;
    const invoicesOf = (customer: Customer) => pool.of(customer).filter(({ cents }) => cents > 0);
    const daughters = pool.customers.filter(
      ({ parent, ...customer }) =>
        parent !== undefined && invoicesOf(pool.customers.find(({ id }) => id === customer.id)!).length > 0,
    );
    if (daughters.length === 0) return undefined;
    const daughter = draw.of(daughters);
    const mother = pool.customers.find(({ id }) => id === daughter.parent)!;
    const sisters = daughters.filter(({ parent }) => parent === daughter.parent);
    const family = several
      ? [...new Set([mother, ...sisters])].filter((each) => invoicesOf(each).length > 0)
      : [daughter];
    if (several && family.length < 2) return undefined;
    const documents = family.slice(0, 3).map((each) => invoicesOf(each)[0]!);
    pool.take(documents);
    const text = listed(
      draw,
      documents.map(({ number }) => number),
    );
    return line(pool, { documents, text, payer: mother });
  };

/** All that a customer owes, credit notes taken off, and no number. */
const account: Case = (pool) => {
  const { draw } = pool;
  const day = draw.whole(FIRST_DAY + 20, LAST_DAY);
  const paying = pool.customers.filter((customer) => {
    const own = pool.of(customer);
    return own.length > 1 && own.length < 6 && own.every((document) => document.day <= day) && total(own) > 0;
  });
  if (paying.length === 0) return undefined;
  const documents = pool.of(draw.of(paying));
  pool.take(documents);
  const credit = -total(documents.filter(({ cents }) => cents < 0));
  return line(pool, { documents, text: silent(draw), day, truth: afterCredit(documents, credit) });
};

/** Credits go against the oldest invoices first. */
function afterCredit(documents: readonly Document[], credit: number): Truth {
  const truth = new Map<string, number>();
  let left = credit;
  for (const { number, cents } of documents.filter((document) => document.cents > 0)) {
    const taken = Math.min(left, cents);
    left -= taken;
    if (cents > taken) truth.set(number, cents - taken);
  }
  return truth;
}

const creditTaken: Case = (pool) => {
  const { draw } = pool;
  const customers = pool.customers.filter((customer) => {
    const own = pool.of(customer);
    const credit = own.find(({ cents }) => cents < 0);
    return credit && own.some(({ cents }) => cents > -credit.cents);
  });
  if (customers.length === 0) return undefined;
  const own = pool.of(draw.of(customers));
  const credit = own.find(({ cents }) => cents < 0)!;
  const invoice = own.find(({ cents }) => cents > -credit.cents)!;
  const documents = [invoice, credit];
  pool.take(documents);
  const text = `${invoice.number} abzgl. Gutschrift ${credit.number}`;
  return line(pool, { documents, text, truth: afterCredit(documents, -credit.cents) });
};

const nobody = (pool: Pool): Omit<BankLine, "kind"> => {
  const { draw } = pool;
  return {
    day: draw.whole(FIRST_DAY, LAST_DAY),
    cents: draw.whole(500, 300_000),
    currency: "EUR",
    payer: draw.of([
      "Finanzamt Nord",
      "Erika Mustermann",
      "Stadtwerke",
      "Versicherung a.G.",
      "PAYPAL EUROPE",
    ]),
    account: "",
    text: draw.of([
      "Erstattung 2025",
      "Gutschrift",
      "Steuernummer 12/345/67890",
      "Schadensnummer 4711-22",
      "Retoure Mai",
    ]),
    isReturn: false,
    truth: new Map(),
  };
};

/** An earlier line of the month that paid one invoice wholly. */
function earlier({ draw }: Pool, lines: readonly BankLine[]): BankLine | undefined {
  const paid = lines.filter(
    ({ kind, truth, cents, day }) => kind === "named" && truth.size === 1 && cents > 0 && day < LAST_DAY - 2,
  );
  return paid.length === 0 ? undefined : draw.of(paid);
}

const returned: Case = (pool, lines) => {
  const of = earlier(pool, lines);
  if (
    !of ||
    lines.some(({ isReturn, truth }) => isReturn && [...truth.keys()].every((key) => of.truth.has(key)))
  )
    return undefined;
  const truth = new Map([...of.truth].map(([number, cents]) => [number, -cents]));
  return {
    ...of,
    day: of.day + 2,
    cents: -of.cents,
    text: `Rücklastschrift ${of.text}`,
    isReturn: true,
    truth,
  };
};

const twice: Case = (pool, lines) => {
  const of = earlier(pool, lines);
  return of && { ...of, day: of.day + 1, truth: new Map() };
};

const byAgent: Case = (pool) => {
  const document = pool.invoice();
  if (!document) return undefined;
  const text = written(pool.draw, document.number);
  return {
    ...line(pool, { documents: [document], text })!,
    payer: "Inkasso Treuhand GmbH",
    account: "DE00999",
  };
};

const inOtherCurrency: Case = (pool) => {
  const document = pool.invoice(({ customer }) => customer.currency === "EUR");
  if (!document) return undefined;
  const text = written(pool.draw, document.number);
  const cents = Math.round(document.cents * 1.08);
  return line(pool, { documents: [document], text, cents, currency: "USD", truth: new Map() });
};

const out: Case = (pool) => ({
  ...nobody(pool),
  cents: -pool.draw.whole(500, 900_000),
  text: "Kontoentgelt, Miete",
});

/** How often what comes: shares of the lines of a month, by name. */
export const cases: readonly (readonly [name: string, weight: number, draw: Case])[] = [
  ["named", 40, ofOne(({ draw }, { number }) => written(draw, number))],
  [
    "listed",
    8,
    ofSeveral(({ draw }, documents) =>
      listed(
        draw,
        documents.map(({ number }) => number),
      ),
    ),
  ],
  ["mistyped", 5, ofOne(({ draw }, { number }) => mistyped(draw, number))],
  [
    "purchase order",
    3,
    ofOne(
      ({ draw }, each) => `Bestellung ${written(draw, each.purchaseOrder)}`,
      (each) => each.purchaseOrder !== "",
    ),
  ],
  ["silent", 6, ofOne(({ draw }) => silent(draw))],
  ["silent sum", 3, ofSeveral(({ draw }) => silent(draw))],
  ["account", 2, account],
  ["part", 4, withAmount(({ draw }, { cents }) => Math.round((cents * draw.whole(20, 80)) / 100))],
  ["over", 2, withAmount(({ draw }, { cents }) => cents + draw.whole(1000, 20_000))],
  ["bank fee", 3, withAmount(({ draw }, { cents }) => cents - draw.of([250, 500, 750, 1500]), 10_000)],
  ["cents off", 1, withAmount(({ draw }, { cents }) => cents - draw.whole(1, 9))],
  ["discount", 6, (pool) => discounted(pool, false)],
  ["late discount", 2, (pool) => discounted(pool, true)],
  ["mother", 3, byMother(false)],
  ["mother of several", 1, byMother(true)],
  ["agent", 2, byAgent],
  ["stranger", 3, nobody],
  ["returned", 2, returned],
  ["twice", 1, twice],
  ["other currency", 1, inOtherCurrency],
  ["credit taken", 2, creditTaken],
  ["money out", 6, out],
];
