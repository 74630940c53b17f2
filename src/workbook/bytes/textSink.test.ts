import { decodeUtf8, encodeUtf8 } from "./text";
import { TextJoiner, Utf8Sink } from "./textSink";

const texts = ["plain", "", "é", "x€y", "a😀b", "ab\ud800", "\udc00cd", "0".repeat(500), "ü".repeat(40_000)];

describe("Utf8Sink", () => {
  it("holds what its texts are as UTF-8, a lone half of a character as any encoder writes it", () => {
    const sink = new Utf8Sink();
    for (const text of texts) sink.add(text);
    const expected = Buffer.concat(texts.map(encodeUtf8));
    expect(sink.length).toBe(expected.length);
    expect(Buffer.from(sink.take()).equals(expected)).toBe(true);
  });

  it("begins anew once its bytes are taken, and leaves those alone", () => {
    const sink = new Utf8Sink();
    sink.add("first");
    const first = sink.take();
    sink.add("second");
    expect(decodeUtf8(first)).toBe("first");
    expect(decodeUtf8(sink.take())).toBe("second");
  });

  it("takes back what was added beyond a length", () => {
    const sink = new Utf8Sink();
    sink.add("kept");
    const { length } = sink;
    sink.add(" not kept");
    sink.cutTo(length);
    sink.add("!");
    expect(decodeUtf8(sink.take())).toBe("kept!");
  });
});

describe("TextJoiner", () => {
  it("holds its texts one after the other", () => {
    const joiner = new TextJoiner();
    for (const text of ["a", "", "b€"]) joiner.add(text);
    expect(joiner.text).toBe("ab€");
  });
});
