import { failureOf, knownOfficeCodes, Stop } from "./failures";

describe("failureOf", () => {
  it.each(knownOfficeCodes)(
    "tells %s in a sentence with what to do, and never in the library's own words",
    (code) => {
      const { message, details } = failureOf({ code, message: "secret 4711 in Sheet1!A1" });
      expect(message).toMatch(/^[A-Z].+[.]$/);
      expect(message).toMatch(/;|try|again|close|Save|select|use|bill/i);
      expect(`${message} ${details ?? ""}`).not.toContain("4711");
      expect(details).toContain(code);
    },
  );

  it("says of an unknown error that it is one, with its name for support", () => {
    expect(failureOf({ code: "Odd" })).toMatchObject({ code: "UNKNOWN", details: "Odd" });
    expect(failureOf(new TypeError("x"))).toMatchObject({ code: "UNKNOWN" });
  });

  it("keeps a failure that is known already", () => {
    const failure = { code: "CHANGED", message: "It changed." } as const;
    expect(failureOf(new Stop(failure))).toBe(failure);
  });
});
