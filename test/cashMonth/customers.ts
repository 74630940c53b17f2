import type { Draw } from "./draw";
import type { Customer } from "./month";

const firsts =
  "Alpen Baltic Bergmann Brandt Cordes Dürr Eckert Fjord Gärtner Hanse Huber Jäger Kessler König Lindner Lüders Müller Nord Ostsee Pfeiffer Quast Rhein Schäfer Schröder Seidel Straßer Thiele Vogel Weiß Zander".split(
    " ",
  );
const seconds =
  "Apparatebau Bäckerei Druck Elektrotechnik Energie Fördertechnik Foods Gerüstbau Handel Immobilien Kältetechnik Labor Logistik Maschinen Medien Metallbau Optik Pharma Software Spedition Textil Verpackung".split(
    " ",
  );
const forms = ["GmbH", "GmbH", "GmbH & Co. KG", "AG", "KG", "e.K.", "B.V.", "SARL", "Ltd", "S.p.A."];

const iban = (draw: Draw) =>
  `DE${String(draw.whole(10, 99))}${Array.from({ length: 18 }, () => String(draw.whole(0, 9))).join("")}`;

/** Customers with names that resemble each other, as lists of customers have them; one in eight belongs to another. */
export function drawCustomers(draw: Draw, count: number): Customer[] {
  const customers: Customer[] = [];
  const taken = new Set<string>();
  for (let index = 0; customers.length < count; index++) {
    const drawn = `${draw.of(firsts)} ${draw.of(seconds)}`;
    // Names run out in large months; then a place tells them apart.
    const base = taken.has(drawn) ? `${drawn} ${String(index)}` : drawn;
    taken.add(base);
    const mothers = customers.filter(({ parent }) => parent === undefined);
    const isDaughter = mothers.length > 5 && draw.chance(0.125);
    const parent = isDaughter ? draw.of(mothers) : undefined;
    customers.push({
      id: `K${String(10_001 + index)}`,
      name: `${base} ${draw.of(forms)}`,
      currency:
        parent?.currency ?? draw.byWeight([["EUR", 92] as const, ["CHF", 5] as const, ["USD", 3] as const]),
      terms: draw.byWeight([
        ["Net 30", 60] as const,
        ["2/10 Net 30", 25] as const,
        ["3/8 Net 30", 15] as const,
      ]),
      ...(parent ? { parent: parent.id } : {}),
      iban: iban(draw),
    });
  }
  return customers;
}

/** A name as banks write it: in capitals without umlauts, cut off, or as it is. */
export function asBanksWrite(draw: Draw, name: string): string {
  const plain = () =>
    name
      .replace(/ä/g, "ae")
      .replace(/ö/g, "oe")
      .replace(/ü/g, "ue")
      .replace(/Ä/g, "Ae")
      .replace(/Ö/g, "Oe")
      .replace(/Ü/g, "Ue")
      .replace(/ß/g, "ss");
  return draw.byWeight<() => string>([
    [() => name, 50],
    [() => plain().toUpperCase(), 25],
    [() => plain().slice(0, 27), 15],
    [() => name.replace(/ (?:GmbH|AG|KG).*$/, ""), 10],
  ])();
}
