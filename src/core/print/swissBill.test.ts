import { creditorReference, isIban, modulo10Recursive } from "../base/checkDigits";
import { swissPayload, type SwissPayment } from "./swissPayload";

/** The examples of the Swiss Implementation Guidelines QR-bill. */
const withReference: SwissPayment = {
  iban: "CH4431999123000889012",
  creditor: {
    name: "Robert Schneider AG",
    street: "Rue du Lac",
    house: "1268",
    postalCode: "2501",
    city: "Biel",
    country: "CH",
  },
  amount: "1949.75",
  currency: "CHF",
  debtor: {
    name: "Pia-Maria Rutschmann-Schnyder",
    street: "Grosse Marktgasse",
    house: "28",
    postalCode: "9400",
    city: "Rorschach",
    country: "CH",
  },
  kind: "QRR",
  reference: "210000000003139471430009017",
  message: "Order of 15.06.2020",
};

it("holds the elements of the guidelines' example, each on its line", () => {
  expect(swissPayload(withReference).split("\n")).toEqual([
    ...["SPC", "0200", "1", "CH4431999123000889012"],
    ...["S", "Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH"],
    ...["", "", "", "", "", "", ""],
    ...["1949.75", "CHF"],
    ...["S", "Pia-Maria Rutschmann-Schnyder", "Grosse Marktgasse", "28", "9400", "Rorschach", "CH"],
    ...["QRR", "210000000003139471430009017", "Order of 15.06.2020", "EPD"],
  ]);
});

it("leaves the lines of a buyer empty that nobody knows", () => {
  const lines = swissPayload({ ...withReference, debtor: undefined, kind: "NON", reference: "" }).split("\n");
  expect(lines).toHaveLength(31);
  expect(lines.slice(20, 29)).toEqual(["", "", "", "", "", "", "", "NON", ""]);
});

it("keeps to the characters and the lengths that are allowed", () => {
  const name = `Ünïcode\n「社」 ${"x".repeat(90)}`;
  const [, , , , , said = ""] = swissPayload({
    ...withReference,
    creditor: { ...withReference.creditor, name },
  }).split("\n");
  expect(said.startsWith("Ünïcode x")).toBe(true);
  expect([...said]).toHaveLength(70);
});

it("counts the check digits of references as the guidelines do", () => {
  expect(modulo10Recursive("21000000000313947143000901")).toBe(7);
  expect(creditorReference("539007547034")).toBe("RF18539007547034");
  expect(["CH4431999123000889012", "CH5800791123000889012", "CH5800791123000889013"].map(isIban)).toEqual([
    true,
    true,
    false,
  ]);
});
