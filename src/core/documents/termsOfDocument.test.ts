import { termsOfDocument, type TermsBook } from "./termsOfDocument";

const book: TermsBook<string> = {
  contractOf: (id) =>
    new Map([
      ["C1", { customerId: "CHILD", terms: "2/10 Net 10" }],
      ["C2", { customerId: "PARENT", terms: "Net 90" }],
      ["C3", { customerId: "CHILD", terms: undefined }],
    ]).get(id),
  customerOf: (id) =>
    new Map([
      ["PARENT", { terms: "Net 60" }],
      ["CHILD", { terms: "Net 14" }],
      ["SILENT", { terms: undefined }],
    ]).get(id),
  general: "Net 30",
};

const shown = (customerId: string | undefined, contractId: string | undefined) =>
  termsOfDocument({ customerId, contractId, lines: [] }, book);

describe("the terms of a document", () => {
  it("are those of its contract, else of its customer, else of Settings", () => {
    expect(shown("CHILD", "C1")).toBe("2/10 Net 10");
    expect(shown(undefined, "C1")).toBe("2/10 Net 10");
    expect(shown("CHILD", "C3")).toBe("Net 14");
    expect(shown(undefined, "C3")).toBe("Net 14");
    expect(shown("SILENT", undefined)).toBe("Net 30");
  });

  it("are those of the customer who pays where that is not the contract's", () => {
    expect(shown("PARENT", "C1")).toBe("Net 60");
    expect(shown("PARENT", "C2")).toBe("Net 90");
    expect(shown("SILENT", "C1")).toBe("Net 30");
  });

  it("are the contract's where nobody knows the customer of the document", () => {
    expect(shown("OTHER-SYSTEM-17", "C1")).toBe("2/10 Net 10");
  });
});
