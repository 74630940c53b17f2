import { monthly, seller, type Pack } from "./pack";

export const cloud: Pack = {
  id: "cloud",
  title: "Cloud",
  help: "Hours and storage under a commitment with a true-up, and free credits.",
  rows: {
    ...seller("Your cloud Ltd", "GBP", { name: "VAT 20 %", rate: 0.2 }),
    Customers: [{ customerId: "K1", customerName: "Curlew Ltd", city: "Derby", country: "GB" }],
    Contracts: [monthly("C1", "K1")],
    Meters: [
      { meter: "Compute", aggregation: "Sum", unit: "hour" },
      { meter: "Storage", aggregation: "Max", unit: "GB" },
    ],
    Prices: [
      {
        contractId: "C1",
        priceId: "C1-CPU",
        product: "Compute",
        pricingModel: "per_unit",
        meter: "Compute",
        unit: "hour",
        unitPrice: 0.1,
      },
      {
        contractId: "C1",
        priceId: "C1-GB",
        product: "Storage",
        pricingModel: "per_unit",
        meter: "Storage",
        unit: "GB",
        unitPrice: 0.02,
      },
    ],
    Commitments: [{ commitmentId: "COMMIT", contractId: "C1", amount: 1000 }],
    Grants: [{ grantId: "WELCOME", contractId: "C1", amount: 100, from: "2026-10-01", source: "Free" }],
    Usage: [
      { contractId: "C1", meter: "Compute", date: "2026-10-31", quantity: 8000, eventId: "E1" },
      { contractId: "C1", meter: "Storage", date: "2026-10-15", quantity: 240, eventId: "E2" },
    ],
  },
};
