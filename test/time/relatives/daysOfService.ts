import { contract, fee, perUnit, setting, used, type Relative } from "./chain";

const ahead = [setting("Advance billing", "Ahead")];
const thirty = [setting("Proration basis", "30/360")];

/** Days of service decide: anchors that clamp, long periods, stubs, renewals, and fees billed ahead. */
export const daysOfService: Readonly<Record<string, Relative>> = {
  "a month forgotten at the anchor of the 31st, in a leap year": {
    arithmetic: "29 Feb to 30 Mar 2028 stands on no invoice: +100; the run of March bills 31 Mar to 29 Apr",
    tables: {
      Contracts: [contract({ "Start date": "2027-12-31", "Anchor day": 31 })],
      Prices: [fee(100)],
    },
    runs: [
      { run: "2027-12", net: { C1: "100.00" } },
      { run: "2028-01", net: { C1: "100.00" } },
      { run: "2028-03", net: { C1: "100.00" }, findings: ["C1 MISSING_PERIOD 100.00"] },
      { run: "2028-02", asOf: "2028-04-01", net: { C1: "100.00" } },
      { run: "2028-04", net: { C1: "100.00" } },
    ],
  },
  "the second year of a contract, whose first was never billed": {
    arithmetic: "3 Aug 2026 to 2 Aug 2027 240, and the year before it 240 that stands on no invoice",
    tables: {
      Contracts: [contract({ "Start date": "2025-08-03", "Anchor day": 3, "Billing frequency": "Annual" })],
      Prices: [fee(240)],
    },
    runs: [{ run: "2026-08", net: { C1: "240.00" }, findings: ["C1 MISSING_PERIOD 240.00"] }],
  },
  "half a year in arrears that the contract's end cuts": {
    arithmetic: "20 Jan to 10 May are 12 + 28 + 31 + 30 + 10 = 111 of 181 days: 181 × 111/181 = 111",
    tables: {
      Contracts: [
        contract({
          "Start date": "2026-01-20",
          "End date": "2026-05-10",
          "Billing frequency": "Semiannual",
        }),
      ],
      Prices: [fee(181, { Timing: "Arrears" })],
    },
    runs: [
      { run: "2026-01", net: {} },
      { run: "2026-05", net: { C1: "111.00" } },
      { run: "2026-06", net: {} },
      { run: "2026-07", net: {} },
    ],
  },
  "a contract of months that is renewed as one of quarters": {
    arithmetic: "January to March 100 each, then 300 a quarter: 1 Apr and 1 Jul",
    tables: {
      Contracts: [
        contract({ "End date": "2026-03-31" }),
        contract({
          "Contract ID": "C2",
          "Start date": "2026-04-01",
          "Billing frequency": "Quarterly",
        }),
      ],
      Prices: [fee(100), fee(300, { "Contract ID": "C2" })],
    },
    runs: [
      { run: "2026-02", net: { C1: "100.00" } },
      { run: "2026-03", net: { C1: "100.00" } },
      { run: "2026-04", net: { C2: "300.00" } },
      { run: "2026-05", net: {} },
      { run: "2026-06", net: {} },
      { run: "2026-07", net: { C2: "300.00" } },
    ],
  },
  "a frequency that is typed over at the end of a quarter": {
    arithmetic: "3 × 100 are the 300 of the first quarter; from April 300 a quarter",
    tables: { Contracts: [contract()], Prices: [fee(100)] },
    runs: [
      { run: "2026-01", net: { C1: "100.00" } },
      { run: "2026-02", net: { C1: "100.00" } },
      { run: "2026-03", net: { C1: "100.00" } },
      {
        run: "2026-04",
        set: { Contracts: [contract({ "Billing frequency": "Quarterly" })], Prices: [fee(300)] },
        net: { C1: "300.00" },
      },
      { run: "2026-05", net: {} },
    ],
  },
  "a contract that moves to another customer inside a month": {
    arithmetic: "310 × 15/31 = 150 and 310 × 16/31 = 160; usage 10 × 2 before and 5 × 2 after",
    tables: {
      Contracts: [
        contract({ "Start date": "2026-09-01", "End date": "2026-10-15" }),
        contract({
          "Contract ID": "C2",
          "Customer ID": "K2",
          "Customer name": "Borealis",
          "Start date": "2026-10-16",
        }),
      ],
      Prices: [fee(310), perUnit(2), fee(310, { "Contract ID": "C2" }), perUnit(2, { "Contract ID": "C2" })],
      Usage: [used("2026-10-15", 10), used("2026-10-16", 5, { "Contract ID": "C2" })],
    },
    runs: [
      { run: "2026-09", net: { C1: "310.00" } },
      { run: "2026-10", net: { C1: "170.00", C2: "170.00" } },
      { run: "2026-11", net: { C2: "310.00" } },
    ],
  },
  "a customer that is typed over after an invoice": {
    arithmetic: "January was billed to K1, February is billed to K2: nothing is wrong with either",
    tables: { Contracts: [contract()], Prices: [fee(100)] },
    runs: [
      { run: "2026-01", net: { C1: "100.00" } },
      {
        run: "2026-02",
        set: { Contracts: [contract({ "Customer ID": "K2", "Customer name": "Borealis" })] },
        net: { C1: "100.00" },
      },
    ],
  },
  "a currency that is typed over after an invoice": {
    arithmetic: "January was billed in dollars, and the contract is in euros: found once; February 100 euros",
    tables: { Contracts: [contract()], Prices: [fee(100)] },
    runs: [
      { run: "2026-01", net: { C1: "100.00" } },
      {
        run: "2026-02",
        set: { Contracts: [contract({ Currency: "EUR" })] },
        net: { C1: "100.00" },
        findings: ["C1 CURRENCY_MISMATCH 0.00"],
      },
    ],
  },
  "a contract that is renewed in another currency": {
    arithmetic: "100 dollars a month to March, 90 euros from April: nothing is found",
    tables: {
      Contracts: [
        contract({ "End date": "2026-03-31" }),
        contract({ "Contract ID": "C2", "Start date": "2026-04-01", Currency: "EUR" }),
      ],
      Prices: [fee(100), fee(90, { "Contract ID": "C2" })],
    },
    runs: [
      { run: "2026-03", net: { C1: "100.00" } },
      { run: "2026-04", net: { C2: "90.00" } },
      { run: "2026-05", net: { C2: "90.00" } },
    ],
  },
  "ahead, and a run that never happened": {
    arithmetic: "January and February 200, March 100; April stands on no invoice; the run of April bills May",
    tables: { Settings: ahead, Contracts: [contract()], Prices: [fee(100)] },
    runs: [
      { run: "2026-01", net: { C1: "200.00" } },
      { run: "2026-02", net: { C1: "100.00" } },
      { run: "2026-04", net: { C1: "100.00" }, findings: ["C1 MISSING_PERIOD 100.00"] },
      { run: "2026-05", net: { C1: "100.00" }, findings: ["C1 MISSING_PERIOD 100.00"] },
      { run: "2026-03", asOf: "2026-06-01", net: { C1: "100.00" } },
      { run: "2026-06", net: { C1: "100.00" } },
    ],
  },
  "ahead, a quarter that the contract's end cuts": {
    arithmetic: "910 for the first quarter; the second, to 15 May, 910 × 45/91 = 450 in the run of March",
    tables: {
      Settings: ahead,
      Contracts: [contract({ "End date": "2026-05-15", "Billing frequency": "Quarterly" })],
      Prices: [fee(910)],
    },
    runs: [
      { run: "2026-01", net: { C1: "910.00" } },
      { run: "2026-02", net: {} },
      { run: "2026-03", net: { C1: "450.00" } },
      { run: "2026-04", net: {} },
      { run: "2026-05", net: {} },
      { run: "2026-06", net: {} },
    ],
  },
  "ahead, a month without a price between two": {
    arithmetic: "January to March at 100, nothing for April, May and June at 130",
    tables: {
      Settings: ahead,
      Contracts: [contract()],
      Prices: [
        fee(100, { "Price ID": "OLD", "Effective to": "2026-03-31" }),
        fee(130, { "Price ID": "NEW", "Effective from": "2026-05-01" }),
      ],
    },
    runs: [
      { run: "2026-01", net: { C1: "200.00" } },
      { run: "2026-02", net: { C1: "100.00" } },
      { run: "2026-03", net: {} },
      { run: "2026-04", net: { C1: "130.00" } },
      { run: "2026-05", net: { C1: "130.00" } },
    ],
  },
  "ahead, a price that changes in a month billed already": {
    arithmetic: "February was billed at 100 and costs 120: +20; the run of February bills March at 120",
    tables: { Settings: ahead, Contracts: [contract()], Prices: [fee(100)] },
    runs: [
      { run: "2026-01", net: { C1: "200.00" } },
      {
        run: "2026-02",
        set: {
          Prices: [
            fee(100, { "Price ID": "OLD", "Effective to": "2026-01-31" }),
            fee(120, { "Price ID": "NEW", "Effective from": "2026-02-01" }),
          ],
        },
        net: { C1: "120.00" },
        findings: ["C1 PRICE_MISMATCH 20.00"],
      },
      { run: "2026-03", net: { C1: "120.00" }, findings: ["C1 PRICE_MISMATCH 20.00"] },
    ],
  },
  "ahead, a year that begins with a stub and holds a leap day": {
    arithmetic:
      "Year from 1 Mar 2027 to 29 Feb 2028: from 10 Mar 366 × 357/366 = 357; the next 366 in Feb 2028",
    tables: {
      Settings: ahead,
      Contracts: [contract({ "Start date": "2027-03-10", "Billing frequency": "Annual" })],
      Prices: [fee(366)],
    },
    runs: [
      { run: "2027-03", net: { C1: "357.00" } },
      { run: "2027-04", net: {} },
      { run: "2028-02", net: { C1: "366.00" } },
      { run: "2028-03", net: {} },
    ],
  },
  "ahead, a contract that is ended after it was billed": {
    arithmetic: "March was billed in February, the contract now ends on 15 March: 310 × 16/31 = 160 too much",
    tables: { Settings: ahead, Contracts: [contract()], Prices: [fee(310)] },
    runs: [
      { run: "2026-01", net: { C1: "620.00" } },
      { run: "2026-02", net: { C1: "310.00" } },
      {
        run: "2026-03",
        set: { Contracts: [contract({ "End date": "2026-03-15" })] },
        net: {},
        findings: ["C1 EXPIRED_CONTRACT_BILLED -160.00"],
      },
      { run: "2026-04", net: {}, findings: ["C1 EXPIRED_CONTRACT_BILLED -160.00"] },
    ],
  },
  "a start that is moved to later after the month was billed": {
    arithmetic: "310 was billed for January, 15 to 31 January are 310 × 17/31 = 170: −140",
    tables: { Contracts: [contract()], Prices: [fee(310)] },
    runs: [
      { run: "2026-01", net: { C1: "310.00" } },
      {
        run: "2026-02",
        set: { Contracts: [contract({ "Start date": "2026-01-15" })] },
        net: { C1: "310.00" },
        findings: ["C1 EXPIRED_CONTRACT_BILLED -140.00"],
      },
    ],
  },
  "an end that is taken back after the last days were billed": {
    arithmetic:
      "1 to 15 January were billed, 16 to 31 January are 310 × 16/31 = 160 that stand on no invoice",
    tables: { Contracts: [contract({ "End date": "2026-01-15" })], Prices: [fee(310)] },
    runs: [
      { run: "2026-01", net: { C1: "150.00" } },
      {
        run: "2026-02",
        set: { Contracts: [contract()] },
        net: { C1: "310.00" },
        findings: ["C1 MISSING_PERIOD 160.00"],
      },
    ],
  },
  "a fee in advance does not make the usage of its days issued": {
    arithmetic:
      "February was billed ahead by January; its run never happened: usage 40 and March 100 are found",
    tables: {
      Settings: ahead,
      Contracts: [contract()],
      Prices: [fee(100), perUnit(2)],
      Usage: [used("2026-01-05", 10), used("2026-02-05", 20), used("2026-03-05", 5)],
    },
    runs: [
      { run: "2026-01", net: { C1: "220.00" } },
      {
        run: "2026-03",
        net: { C1: "110.00" },
        findings: ["C1 UNBILLED_USAGE 40.00", "C1 MISSING_PERIOD 100.00"],
      },
      { run: "2026-02", asOf: "2026-04-01", net: { C1: "140.00" } },
      { run: "2026-04", net: { C1: "100.00" } },
    ],
  },
  "30/360, a change on the 11th": {
    arithmetic: "3,000 × 10/30 + 6,000 × 20/30 = 5,000",
    tables: {
      Settings: thirty,
      Contracts: [contract({ "Start date": "2026-10-01" })],
      Prices: [
        fee(3000, { "Price ID": "OLD", "Effective to": "2026-10-10" }),
        fee(6000, { "Price ID": "NEW", "Effective from": "2026-10-11" }),
      ],
    },
    runs: [
      { run: "2026-10", net: { C1: "5000.00" } },
      { run: "2026-11", net: { C1: "6000.00" } },
    ],
  },
  "30/360, starts in February and on the 31st": {
    arithmetic:
      "15 Feb to the end 16/30 × 3,000 = 1,600; the 31st of January alone 1/30 = 100, then February 3,000",
    tables: {
      Settings: thirty,
      Contracts: [
        contract({ "Start date": "2026-02-15" }),
        contract({ "Contract ID": "C2", "Start date": "2026-01-31" }),
      ],
      Prices: [fee(3000), fee(3000, { "Contract ID": "C2" })],
    },
    runs: [
      { run: "2026-01", net: { C2: "100.00" } },
      { run: "2026-02", net: { C1: "1600.00", C2: "3000.00" } },
      { run: "2026-03", net: { C1: "3000.00", C2: "3000.00" } },
    ],
  },
  "a single order whose fee is in arrears, with an end and without": {
    arithmetic: "215.02 once, in the run of the start; nothing later and nothing found",
    tables: {
      Contracts: [
        contract({ "Start date": "2026-05-15", "End date": "2026-07-07", "Billing frequency": "One-time" }),
        contract({ "Contract ID": "C2", "Start date": "2026-05-15", "Billing frequency": "One-time" }),
      ],
      Prices: [fee(215.02, { Timing: "Arrears" }), fee(99, { "Contract ID": "C2", Timing: "Arrears" })],
    },
    runs: [
      { run: "2026-05", net: { C1: "215.02", C2: "99.00" } },
      { run: "2026-06", net: {} },
      { run: "2026-07", net: {} },
      { run: "2026-08", net: {} },
    ],
  },
  "a month run again after the next one was billed": {
    arithmetic:
      "the second run of January finds nothing, though February is billed: 28 × 1 and the fee in arrears",
    tables: {
      Contracts: [contract({ "Anchor day": 15 })],
      Prices: [fee(100, { Timing: "Arrears" }), perUnit(1)],
      Usage: [used("2026-01-10", 20), used("2026-01-20", 28)],
    },
    runs: [
      { run: "2026-01", net: { C1: "65.16" } },
      { run: "2026-02", net: { C1: "128.00" } },
      { run: "2026-01", asOf: "2026-01-31", net: {} },
      { run: "2026-02", net: {} },
    ],
  },
};
