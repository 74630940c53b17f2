import { encodeUtf8 } from "./text";
import { EncodingError, Utf8Check } from "./textPieces";

const checked = (bytes: Uint8Array, cut: number) => () => {
  const check = new Utf8Check();
  for (let at = 0; at < bytes.length; at += cut) check.write(bytes.subarray(at, at + cut));
  check.end();
};

describe("the check of UTF-8 that comes in pieces", () => {
  it("takes text, wherever it is cut", () => {
    const text = encodeUtf8("plain text, Zürich, 東京, 🧾 and plain again");
    for (let cut = 1; cut < 20; cut++) expect(checked(text, cut)).not.toThrow();
  });

  it("finds a byte that is no UTF-8, wherever it stands", () => {
    for (let size = 1; size < 14; size++)
      for (let place = 0; place < size; place++) {
        const bytes = new Uint8Array(size).fill(0x61);
        bytes[place] = 0xfc;
        for (const cut of [1, 3, 5, 100]) expect(checked(bytes, cut)).toThrow(EncodingError);
      }
  });
});
