import { createHash } from "node:crypto";
import fc from "fast-check";
import { sha256, utf8Bytes } from "./sha256";

it("writes texts as UTF-8, as an encoder does", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  );
  fc.assert(
    fc.property(text, (written) =>
      expect(utf8Bytes(written)).toEqual(Uint8Array.from(new TextEncoder().encode(written))),
    ),
  );
});

it("hashes pieces as if they were one", () => {
  const pieces = ["Größe ", new Uint8Array([0, 255]), "💶"];
  const whole = createHash("sha256");
  for (const piece of pieces) whole.update(piece);
  expect(sha256(pieces)).toBe(whole.digest("hex"));
});
