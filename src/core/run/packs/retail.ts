import { monthly, seller, type Pack } from "./pack";

export const retail: Pack = {
  id: "retail",
  title: "Retail and marketplaces",
  help: "A commission on every sale with a least fee, and a listing fee.",
  rows: {
    ...seller("Your marketplace Ltd", "GBP", { name: "VAT 20 %", rate: 0.2 }),
    Customers: [{ customerId: "K1", customerName: "Wren Shop", city: "Bath", country: "GB" }],
    Contracts: [monthly("M1", "K1")],
    Meters: [{ meter: "Sales", aggregation: "Sum", unit: "GBP" }],
    Prices: [
      { contractId: "M1", priceId: "M1-LIST", product: "Listing", pricingModel: "flat", flatFee: 39 },
      {
        contractId: "M1",
        priceId: "M1-SALE",
        product: "Commission",
        pricingModel: "percentage",
        meter: "Sales",
        unitPrice: 0.12,
        minimum: 0.3,
        ratePer: "Event",
      },
    ],
    Usage: [
      { contractId: "M1", meter: "Sales", date: "2026-10-04", quantity: 100, eventId: "O1" },
      { contractId: "M1", meter: "Sales", date: "2026-10-19", quantity: 1, eventId: "O2" },
    ],
  },
};
