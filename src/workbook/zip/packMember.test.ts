import { concatBytes, equalBytes } from "../bytes/bytes";
import { finish } from "../bytes/steps";
import { MemberPacker, packMember } from "./packMember";
import { unpackMember, type RawMember } from "./zipArchive";

/** Bytes that look random and are the same in every run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = Math.imul(state, 48_271) % 0x7fffffff) >>> 16);
}

function packed(pieces: readonly Uint8Array[]): RawMember {
  const packer = new MemberPacker();
  for (const piece of pieces) finish(packer.add(piece));
  return finish(packer.finish());
}

describe("a member that is packed while it is made", () => {
  it("is packed as a whole one where it is small", () => {
    const pieces = [noise(1000), new Uint8Array(5000), noise(20)];
    expect(packed(pieces)).toEqual(finish(packMember(concatBytes(pieces))));
    expect(packed([])).toEqual(finish(packMember(new Uint8Array())));
  });

  it("holds what was added where it is large, with its size and checksum", () => {
    const row = new Uint8Array(70_001).fill(49);
    const pieces = [...Array.from({ length: 150 }, () => row), noise(3_000_000), Uint8Array.of(7)];
    const member = packed(pieces);
    // Throws where size or checksum are not those of the bytes.
    expect(equalBytes(finish(unpackMember(member, "rows")), concatBytes(pieces))).toBe(true);
    expect(member.compressed.length).toBeLessThan(member.size);
  });
});
