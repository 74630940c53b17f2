import fc from "fast-check";
import { check } from "../../../test/properties/support/check";
import { PersonalValues } from "./personalValues";

function replaced(values: readonly string[], text: string): string {
  const personal = new PersonalValues();
  for (const value of values) personal.add(value);
  return personal.replaced(text, (key) => `<${key}>`);
}

describe("personal values in texts", () => {
  it.each([
    [["Anna Berg"], "for Anna Berg.", "for <annaberg>."],
    [["Anna Berg"], "ANNA  BERG and anna-berg", "<annaberg> and <annaberg>"],
    [["Zoë"], "Zoë", "Zoë"],
    [["Zoë Sø"], "Zoe\u0308 Sø's", "<zoesø>'s"],
    [["Berg"], "Bergs Rechnung, Bergmann", "<berg>s Rechnung, <berg>mann"],
    [["Berg", "Bergmann"], "Bergmann", "<bergmann>"],
    [["rome"], "euro merchant, in Rome", "euro merchant, in <rome>"],
    [["Anna Berg"], "annaberg@x.example", "<annaberg>@x.example"],
    [["10115", "A1"], "10115 A1", "10115 A1"],
    [["ΑΣΣΟΣ"], "ασσος ΑΣΣΟΣ", "<ασσος> <ασσος>"],
  ])("%j leave %j as %j", (values, text, expected) => {
    expect(replaced(values, text)).toBe(expected);
  });

  it("are nowhere left, and nothing else of a text is touched", () => {
    const value = fc.stringMatching(/^[A-Za-zäöü]{4,8}( [A-Za-z]{3,6})?$/);
    const filler = fc.stringMatching(/^[ ,.;0-9]{0,6}$/);
    check(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        fc.array(filler, { maxLength: 6 }),
        (values, fillers) => {
          const pieces = fillers.flatMap((text, index) => [text, values[index % values.length]!]);
          const after = replaced(values, pieces.join("; "));
          const left = after.replace(/<[^>]*>/g, "").toLowerCase();
          for (const text of values) expect(left).not.toContain(text.toLowerCase());
          expect(left).toMatch(/^[ ,.;0-9]*$/);
        },
      ),
      200,
    );
  });
});
