import { largest, smallest } from "../base/manyValues";
import { listOf } from "../base/listOf";
import { formatDay, type Day } from "../calendar/day";
import type { Catalog, Customer } from "../catalog/records";
import type { CatalogTables } from "../catalog/readTables";
import { asCredit } from "../documents/creditSigns";
import { isCreditNote } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { termsTextOf } from "../documents/termsOfDocument";
import { minorDigits } from "../money/currency";
import type { Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import { countryCodeOf } from "../sheets/invoiceSheet/countries";
import { eInvoiceFigures } from "./lineFigures";
import { categoryTaxes, taxOfLine, type CategoryTax } from "./lineTax";
import type { Profile } from "./profiles/profile";
import { makeGroup, unlessEmpty, type Group, type Term } from "./semantic";
import { unitCodes } from "./unitCodes";

/** What a book says besides the document itself. */
export interface InvoicingBook {
  readonly settings: Settings;
  readonly catalog: Pick<Catalog, "customers" | "contractById" | "taxCodes">;
  readonly tables: Pick<CatalogTables, "customers" | "taxCodes" | "units">;
}

/** A document as business terms, and the lines whose unit has no code that anybody knows. */
export interface BookModel {
  readonly invoice: Group;
  readonly unknownUnits: readonly RegisteredLine[];
}

/** How figures of a document are written: in its currency, a credit note's with all signs turned. */
interface Figures {
  readonly currency: string;
  readonly digits: number;
  readonly turned: (value: Decimal) => Decimal;
  readonly money: (value: Decimal | undefined) => Term | undefined;
}

function figuresOf(document: RegisteredInvoice): Figures {
  const currency = document.currency?.trim().toUpperCase() ?? "";
  const digits = minorDigits(currency);
  const turned = (value: Decimal) => (isCreditNote(document) ? value.negated() : value);
  const money = (value: Decimal | undefined): Term | undefined => {
    if (value === undefined) return undefined;
    const amount = turned(value);
    const text = amount.decimalPlaces() > digits ? amount.toFixed() : amount.toFixed(digits);
    return { text, scheme: currency };
  };
  return { currency, digits, turned, money };
}

const dayText = (day: Day | undefined) => (day === undefined ? undefined : formatDay(day));
const withoutBlanks = (text = "") => text.replace(/\s/g, "");
const countryOf = (text = "") => countryCodeOf(text) ?? text.trim();
const plain = (value: Decimal) => (value.isZero() ? "0" : value.toFixed());

/** Countries whose VAT numbers begin with another code than theirs: Greece, Northern Ireland. */
const OTHER_PREFIXES = new Set(["EL", "XI"]);

/** A VAT number begins with the code of its country; others are numbers of a tax office. */
function isVatNumber(taxId: string): boolean {
  const prefix = taxId.slice(0, 2).toUpperCase();
  return /^[A-Z]{2}$/.test(prefix) && (OTHER_PREFIXES.has(prefix) || countryCodeOf(prefix) !== undefined);
}

/** Where e-invoices come from or go: the electronic address, else the email where the profile takes one. */
function endpoint(
  address: string | undefined,
  scheme: string | undefined,
  email: string | undefined,
  { takesEmail }: Profile,
): Term | undefined {
  if (address !== undefined && address.trim() !== "") return { text: address.trim(), scheme: scheme?.trim() };
  return takesEmail && email !== undefined && email.trim() !== ""
    ? { text: email.trim(), scheme: "EM" }
    : undefined;
}

function sellerOf(settings: Settings, profile: Profile, isOutside: boolean): Group {
  const taxId = withoutBlanks(settings.companyTaxId);
  const isVat = isVatNumber(taxId);
  const { companyElectronicAddress: address, companyElectronicAddressScheme: scheme } = settings;
  return makeGroup(
    {
      "BT-27": settings.companyName,
      "BT-30": settings.companyRegistration,
      "BT-31": isVat && !isOutside ? taxId : undefined,
      "BT-32": isVat ? undefined : settings.companyTaxId,
      "BT-34": endpoint(address, scheme, settings.companyEmail, profile),
    },
    {
      "BG-5": unlessEmpty(
        makeGroup({
          "BT-35": settings.companyStreet,
          "BT-36": settings.companyStreet2,
          "BT-37": settings.companyCity,
          "BT-38": settings.companyPostalCode,
          "BT-39": settings.companyRegion,
          "BT-40": countryOf(settings.companyCountry),
        }),
      ),
      "BG-6": unlessEmpty(
        makeGroup({
          "BT-41": settings.companyContact,
          "BT-42": settings.companyPhone,
          "BT-43": settings.companyEmail,
        }),
      ),
    },
  );
}

function buyerOf(
  document: RegisteredInvoice,
  customer: Partial<Customer>,
  profile: Profile,
  isOutside: boolean,
): Group {
  return makeGroup(
    {
      "BT-44": document.customerName ?? customer.customerName,
      "BT-47": customer.registration,
      "BT-48": isOutside ? undefined : withoutBlanks(customer.taxId),
      "BT-49": endpoint(
        customer.electronicAddress,
        customer.electronicAddressScheme,
        customer.email,
        profile,
      ),
    },
    {
      "BG-8": unlessEmpty(
        makeGroup({
          "BT-50": customer.addressLine1,
          "BT-51": customer.addressLine2,
          "BT-52": customer.city,
          "BT-53": customer.postalCode,
          "BT-54": customer.region,
          "BT-55": countryOf(customer.country),
        }),
      ),
    },
  );
}

/** What is delivered within the Union names the place it goes to: the buyer's. */
function deliveryOf(customer: Partial<Customer>, taxes: readonly CategoryTax[]): Group | undefined {
  if (!taxes.some(({ category }) => category === "K")) return undefined;
  const { city, postalCode, country } = customer;
  const address = makeGroup({ "BT-77": city, "BT-78": postalCode, "BT-80": countryOf(country) });
  return unlessEmpty(makeGroup({}, { "BG-15": unlessEmpty(address) }));
}

/** Nothing was charged: only then a reason is printed. */
const isReasoned = (category: string) => category !== "" && category !== "S" && category !== "Z";

const percentText = (rate: Decimal) => plain(rate.times(100));

function taxGroup({ category, rate, base, tax, record }: CategoryTax, { money }: Figures): Group {
  return makeGroup(
    {
      "BT-116": money(base),
      "BT-117": money(tax),
      "BT-118": category,
      "BT-119": category === "O" || rate === undefined ? undefined : percentText(rate),
      "BT-120": isReasoned(category) ? record?.exemptionReason : undefined,
      "BT-121": isReasoned(category) ? record?.exemptionCode : undefined,
    },
    {},
    record && { taxCode: record },
  );
}

interface LineContext {
  readonly document: RegisteredInvoice;
  readonly book: InvoicingBook;
  readonly figures: Figures;
  readonly unitCode: ReturnType<typeof unitCodes>;
  readonly mostApart: string | undefined;
}

function lineGroup(
  line: RegisteredLine,
  index: number,
  { document, book, figures, unitCode, mostApart }: LineContext,
): Group {
  const { settings, catalog } = book;
  const { quantity, price, isOfLine } = eInvoiceFigures(
    line,
    figures.digits,
    settings.roundingMode,
    mostApart,
  );
  const { category, rate, record } = taxOfLine(line, document, catalog);
  const name = line.product ?? line.description;
  const rows = { line, ...(record && { taxCode: record }) };
  return makeGroup(
    {
      "BT-126": String(line.line ?? index + 1),
      "BT-129": plain(figures.turned(quantity)),
      "BT-130": isOfLine ? unitCode(line.unit).code : "C62",
      "BT-131": figures.money(line.amount),
      "BT-153": name,
      "BT-154": line.description === name ? undefined : line.description,
      "BT-155": line.priceId,
    },
    {
      "BG-26": unlessEmpty(
        makeGroup({ "BT-134": dayText(line.periodStart), "BT-135": dayText(line.periodEnd) }, {}, { line }),
      ),
      "BG-29": makeGroup({ "BT-146": { text: plain(price), scheme: figures.currency } }, {}, { line }),
      "BG-30": unlessEmpty(
        makeGroup(
          {
            "BT-151": category,
            "BT-152": category === "O" || rate === undefined ? undefined : percentText(rate),
          },
          {},
          rows,
        ),
      ),
    },
    rows,
  );
}

/** The days of all lines, from the first to the last that they name. */
function servicePeriod({ lines }: RegisteredInvoice): Group | undefined {
  const starts = lines.flatMap(({ periodStart }) => periodStart ?? []);
  const ends = lines.flatMap(({ periodEnd }) => periodEnd ?? []);
  return unlessEmpty(
    makeGroup({
      "BT-73": starts.length > 0 ? formatDay(smallest(starts)) : undefined,
      "BT-74": ends.length > 0 ? formatDay(largest(ends)) : undefined,
    }),
  );
}

function paymentOf(
  { companyIban, companyBic, companyName }: Settings,
  number: string,
  currency: string,
): Group {
  const iban = withoutBlanks(companyIban);
  const account =
    iban === ""
      ? undefined
      : makeGroup({ "BT-84": iban, "BT-85": companyName, "BT-86": withoutBlanks(companyBic) });
  return makeGroup({ "BT-81": currency === "EUR" ? "58" : "30", "BT-83": number }, { "BG-17": account });
}

function totalsOf({ subtotal, tax, total }: RegisteredInvoice, { money }: Figures): Group {
  return makeGroup({
    "BT-106": money(subtotal),
    "BT-109": money(subtotal),
    "BT-110": money(tax),
    "BT-112": money(total),
    "BT-115": money(total),
  });
}

/** A document of the book as the business terms of EN 16931 under a profile. */
export function bookModel(written: RegisteredInvoice, book: InvoicingBook, profile: Profile): BookModel {
  const document = asCredit(written);
  const { settings, catalog, tables } = book;
  const figures = figuresOf(document);
  const customer: Partial<Customer> = catalog.customers.get(document.customerId ?? "") ?? {};
  const taxes = categoryTaxes(document, catalog, figures.digits, settings);
  const isOutside = taxes.some(({ category }) => category === "O");
  const unitCode = unitCodes(tables.units.good);
  const { mostApart } = profile;
  const context = { document, book, figures, unitCode, mostApart };
  const isOfLine = (line: RegisteredLine) =>
    eInvoiceFigures(line, figures.digits, settings.roundingMode, mostApart).isOfLine;
  const invoice = makeGroup(
    {
      "BT-1": document.invoiceNumber,
      "BT-2": dayText(document.invoiceDate),
      "BT-3": isCreditNote(document) ? "381" : "380",
      "BT-5": figures.currency,
      "BT-9": dayText(document.dueDate),
      "BT-10": customer.buyerReference,
      "BT-12": document.contractId,
      "BT-13": document.poNumber,
      "BT-20": termsTextOf(document, catalog, settings),
      "BT-23": profile.process,
      "BT-24": profile.specification,
    },
    {
      "BG-3": listOf(document.corrects ?? "").map((number) => makeGroup({ "BT-25": number })),
      "BG-4": sellerOf(settings, profile, isOutside),
      "BG-7": buyerOf(document, customer, profile, isOutside),
      "BG-13": deliveryOf(customer, taxes),
      "BG-14": servicePeriod(document),
      "BG-16": paymentOf(settings, document.invoiceNumber, figures.currency),
      "BG-22": totalsOf(document, figures),
      "BG-23": taxes.map((tax) => taxGroup(tax, figures)),
      "BG-25": document.lines.map((line, index) => lineGroup(line, index, context)),
    },
  );
  return {
    invoice: { ...invoice, isCreditNote: isCreditNote(document) },
    unknownUnits: document.lines.filter((line) => isOfLine(line) && !unitCode(line.unit).isKnown),
  };
}
