import type { GroupId, TermId } from "../semantic";
import { addressTerms, type AddressGroup } from "./addressTerms";
import { allowanceTerms, type AllowanceTerms } from "./allowanceTerms";
import { amount, element, fixed, groupElement, term, type XmlElement } from "./xmlTree";

const vat = element("cac:TaxScheme", [fixed("cbc:ID", "VAT")]);

function address(name: string, group: AddressGroup): XmlElement {
  const terms = addressTerms[group];
  return groupElement(name, group, [
    term("cbc:StreetName", terms.street),
    term("cbc:AdditionalStreetName", terms.street2),
    term("cbc:CityName", terms.city),
    term("cbc:PostalZone", terms.code),
    term("cbc:CountrySubentity", terms.region),
    element("cac:AddressLine", [term("cbc:Line", terms.street3)]),
    element("cac:Country", [term("cbc:IdentificationCode", terms.country)]),
  ]);
}

const identification = (id: TermId) =>
  element("cac:PartyIdentification", [term("cbc:ID", id, { scheme: "schemeID" })]);

const vatNumber = (id: TermId) => element("cac:PartyTaxScheme", [term("cbc:CompanyID", id), vat]);

const supplier = groupElement("cac:AccountingSupplierParty", "BG-4", [
  element("cac:Party", [
    term("cbc:EndpointID", "BT-34", { scheme: "schemeID" }),
    identification("BT-29"),
    element("cac:PartyName", [term("cbc:Name", "BT-28")]),
    address("cac:PostalAddress", "BG-5"),
    vatNumber("BT-31"),
    element("cac:PartyTaxScheme", [
      term("cbc:CompanyID", "BT-32"),
      element("cac:TaxScheme", [fixed("cbc:ID", "TAX", { isLoose: true })]),
    ]),
    element("cac:PartyLegalEntity", [
      term("cbc:RegistrationName", "BT-27"),
      term("cbc:CompanyID", "BT-30", { scheme: "schemeID" }),
      term("cbc:CompanyLegalForm", "BT-33"),
    ]),
    groupElement("cac:Contact", "BG-6", [
      term("cbc:Name", "BT-41"),
      term("cbc:Telephone", "BT-42"),
      term("cbc:ElectronicMail", "BT-43"),
    ]),
  ]),
]);

const customer = groupElement("cac:AccountingCustomerParty", "BG-7", [
  element("cac:Party", [
    term("cbc:EndpointID", "BT-49", { scheme: "schemeID" }),
    identification("BT-46"),
    element("cac:PartyName", [term("cbc:Name", "BT-45")]),
    address("cac:PostalAddress", "BG-8"),
    vatNumber("BT-48"),
    element("cac:PartyLegalEntity", [
      term("cbc:RegistrationName", "BT-44"),
      term("cbc:CompanyID", "BT-47", { scheme: "schemeID" }),
    ]),
    groupElement("cac:Contact", "BG-9", [
      term("cbc:Name", "BT-56"),
      term("cbc:Telephone", "BT-57"),
      term("cbc:ElectronicMail", "BT-58"),
    ]),
  ]),
]);

const otherParties = [
  groupElement("cac:PayeeParty", "BG-10", [
    identification("BT-60"),
    element("cac:PartyName", [term("cbc:Name", "BT-59")]),
    element("cac:PartyLegalEntity", [term("cbc:CompanyID", "BT-61", { scheme: "schemeID" })]),
  ]),
  groupElement("cac:TaxRepresentativeParty", "BG-11", [
    element("cac:PartyName", [term("cbc:Name", "BT-62")]),
    address("cac:PostalAddress", "BG-12"),
    vatNumber("BT-63"),
  ]),
  groupElement("cac:Delivery", "BG-13", [
    term("cbc:ActualDeliveryDate", "BT-72"),
    element("cac:DeliveryLocation", [
      term("cbc:ID", "BT-71", { scheme: "schemeID" }),
      address("cac:Address", "BG-15"),
    ]),
    element("cac:DeliveryParty", [element("cac:PartyName", [term("cbc:Name", "BT-70")])]),
  ]),
];

const payment = [
  groupElement("cac:PaymentMeans", "BG-16", [
    term("cbc:PaymentMeansCode", "BT-81", { attribute: ["name", "BT-82"] }),
    term("cbc:PaymentDueDate", "BT-9", { from: "top", only: "CreditNote" }),
    term("cbc:PaymentID", "BT-83"),
    groupElement("cac:CardAccount", "BG-18", [
      term("cbc:PrimaryAccountNumberID", "BT-87"),
      term("cbc:HolderName", "BT-88"),
    ]),
    groupElement("cac:PayeeFinancialAccount", "BG-17", [
      term("cbc:ID", "BT-84"),
      term("cbc:Name", "BT-85"),
      element("cac:FinancialInstitutionBranch", [term("cbc:ID", "BT-86")]),
    ]),
    groupElement("cac:PaymentMandate", "BG-19", [
      term("cbc:ID", "BT-89"),
      element("cac:PayerFinancialAccount", [term("cbc:ID", "BT-91")]),
    ]),
  ]),
  element("cac:PaymentTerms", [term("cbc:Note", "BT-20")]),
];

function allowanceOrCharge(group: GroupId, isCharge: boolean, terms: AllowanceTerms): XmlElement {
  return groupElement("cac:AllowanceCharge", group, [
    fixed("cbc:ChargeIndicator", String(isCharge)),
    term("cbc:AllowanceChargeReasonCode", terms.reasonCode),
    term("cbc:AllowanceChargeReason", terms.reason),
    term("cbc:MultiplierFactorNumeric", terms.percent),
    amount("cbc:Amount", terms.amount),
    amount("cbc:BaseAmount", terms.base),
    ...(terms.category !== undefined && terms.rate !== undefined
      ? [element("cac:TaxCategory", [term("cbc:ID", terms.category), term("cbc:Percent", terms.rate), vat])]
      : []),
  ]);
}

const totals = [
  allowanceOrCharge("BG-20", false, allowanceTerms["BG-20"]),
  allowanceOrCharge("BG-21", true, allowanceTerms["BG-21"]),
  element("cac:TaxTotal", [
    amount("cbc:TaxAmount", "BT-110", { from: "BG-22" }),
    groupElement("cac:TaxSubtotal", "BG-23", [
      amount("cbc:TaxableAmount", "BT-116"),
      amount("cbc:TaxAmount", "BT-117"),
      element("cac:TaxCategory", [
        term("cbc:ID", "BT-118"),
        term("cbc:Percent", "BT-119"),
        term("cbc:TaxExemptionReasonCode", "BT-121"),
        term("cbc:TaxExemptionReason", "BT-120"),
        vat,
      ]),
    ]),
  ]),
  groupElement("cac:LegalMonetaryTotal", "BG-22", [
    amount("cbc:LineExtensionAmount", "BT-106"),
    amount("cbc:TaxExclusiveAmount", "BT-109"),
    amount("cbc:TaxInclusiveAmount", "BT-112"),
    amount("cbc:AllowanceTotalAmount", "BT-107"),
    amount("cbc:ChargeTotalAmount", "BT-108"),
    amount("cbc:PrepaidAmount", "BT-113"),
    amount("cbc:PayableRoundingAmount", "BT-114"),
    amount("cbc:PayableAmount", "BT-115"),
  ]),
];

const item = element("cac:Item", [
  term("cbc:Description", "BT-154"),
  term("cbc:Name", "BT-153"),
  element("cac:BuyersItemIdentification", [term("cbc:ID", "BT-156")]),
  element("cac:SellersItemIdentification", [term("cbc:ID", "BT-155")]),
  element("cac:StandardItemIdentification", [term("cbc:ID", "BT-157", { scheme: "schemeID" })]),
  element("cac:OriginCountry", [term("cbc:IdentificationCode", "BT-159")]),
  element("cac:CommodityClassification", [
    term("cbc:ItemClassificationCode", "BT-158", {
      scheme: "listID",
      attribute: ["listVersionID", "BT-158-2"],
    }),
  ]),
  groupElement("cac:ClassifiedTaxCategory", "BG-30", [
    term("cbc:ID", "BT-151"),
    term("cbc:Percent", "BT-152"),
    vat,
  ]),
  groupElement("cac:AdditionalItemProperty", "BG-32", [
    term("cbc:Name", "BT-160"),
    term("cbc:Value", "BT-161"),
  ]),
]);

const price = groupElement("cac:Price", "BG-29", [
  amount("cbc:PriceAmount", "BT-146"),
  term("cbc:BaseQuantity", "BT-149", { attribute: ["unitCode", "BT-150"] }),
  element("cac:AllowanceCharge", [
    fixed("cbc:ChargeIndicator", "false"),
    amount("cbc:Amount", "BT-147"),
    amount("cbc:BaseAmount", "BT-148"),
  ]),
]);

function line(document: "Invoice" | "CreditNote", quantity: string): XmlElement {
  return groupElement(
    `cac:${document}Line`,
    "BG-25",
    [
      term("cbc:ID", "BT-126"),
      term("cbc:Note", "BT-127"),
      term(quantity, "BT-129", { attribute: ["unitCode", "BT-130"] }),
      amount("cbc:LineExtensionAmount", "BT-131"),
      term("cbc:AccountingCost", "BT-133"),
      groupElement("cac:InvoicePeriod", "BG-26", [
        term("cbc:StartDate", "BT-134"),
        term("cbc:EndDate", "BT-135"),
      ]),
      element("cac:OrderLineReference", [term("cbc:LineID", "BT-132")]),
      element("cac:DocumentReference", [
        term("cbc:ID", "BT-128", { scheme: "schemeID" }),
        fixed("cbc:DocumentTypeCode", "130"),
      ]),
      allowanceOrCharge("BG-27", false, allowanceTerms["BG-27"]),
      allowanceOrCharge("BG-28", true, allowanceTerms["BG-28"]),
      item,
      price,
    ],
    { only: document },
  );
}

const references = [
  groupElement("cac:InvoicePeriod", "BG-14", [
    term("cbc:StartDate", "BT-73"),
    term("cbc:EndDate", "BT-74"),
    term("cbc:DescriptionCode", "BT-8", { from: "top" }),
  ]),
  element("cac:OrderReference", [term("cbc:ID", "BT-13"), term("cbc:SalesOrderID", "BT-14")]),
  groupElement("cac:BillingReference", "BG-3", [
    element("cac:InvoiceDocumentReference", [term("cbc:ID", "BT-25"), term("cbc:IssueDate", "BT-26")]),
  ]),
  element("cac:DespatchDocumentReference", [term("cbc:ID", "BT-16")]),
  element("cac:ReceiptDocumentReference", [term("cbc:ID", "BT-15")]),
  element("cac:OriginatorDocumentReference", [term("cbc:ID", "BT-17")]),
  element("cac:ContractDocumentReference", [term("cbc:ID", "BT-12")]),
  element("cac:AdditionalDocumentReference", [
    term("cbc:ID", "BT-18", { scheme: "schemeID" }),
    fixed("cbc:DocumentTypeCode", "130"),
  ]),
  element("cac:AdditionalDocumentReference", [term("cbc:ID", "BT-11"), fixed("cbc:DocumentTypeCode", "50")], {
    only: "CreditNote",
  }),
  groupElement("cac:AdditionalDocumentReference", "BG-24", [
    term("cbc:ID", "BT-122"),
    term("cbc:DocumentDescription", "BT-123"),
    element("cac:Attachment", [
      term("cbc:EmbeddedDocumentBinaryObject", "BT-125", {
        scheme: "mimeCode",
        attribute: ["filename", "BT-125-2"],
      }),
      element("cac:ExternalReference", [term("cbc:URI", "BT-124")]),
    ]),
  ]),
  element("cac:ProjectReference", [term("cbc:ID", "BT-11")], { only: "Invoice" }),
];

/** UBL 2.1, Invoice and CreditNote: what differs between them is marked. */
export const ublTree: readonly XmlElement[] = [
  term("cbc:CustomizationID", "BT-24"),
  term("cbc:ProfileID", "BT-23"),
  term("cbc:ID", "BT-1"),
  term("cbc:IssueDate", "BT-2"),
  term("cbc:DueDate", "BT-9", { only: "Invoice" }),
  term("cbc:InvoiceTypeCode", "BT-3", { only: "Invoice" }),
  term("cbc:CreditNoteTypeCode", "BT-3", { only: "CreditNote" }),
  groupElement("cbc:Note", "BG-1", [], { term: "BT-22" }),
  term("cbc:TaxPointDate", "BT-7"),
  term("cbc:DocumentCurrencyCode", "BT-5"),
  term("cbc:TaxCurrencyCode", "BT-6"),
  term("cbc:AccountingCost", "BT-19"),
  term("cbc:BuyerReference", "BT-10"),
  ...references,
  supplier,
  customer,
  ...otherParties,
  ...payment,
  ...totals,
  line("Invoice", "cbc:InvoicedQuantity"),
  line("CreditNote", "cbc:CreditedQuantity"),
];
