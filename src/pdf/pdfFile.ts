import { zlibSync } from "fflate";

const encoder = new TextEncoder();

/** A PDF as numbered objects; the same objects are the same bytes. */
export class PdfFile {
  readonly #objects: (Uint8Array | undefined)[] = [];

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#objects.push(undefined);
  }

  put(number: number, content: string): number {
    this.#objects[number - 1] = encoder.encode(content);
    return number;
  }

  add(content: string): number {
    return this.put(this.reserve(), content);
  }

  /** A stream, packed unless it is to be read as it is. */
  stream(bytes: Uint8Array | string, entries = "", isPacked = true): number {
    const plain = typeof bytes === "string" ? encoder.encode(bytes) : bytes;
    const data = isPacked ? zlibSync(plain, { level: 6 }) : plain;
    const filter = isPacked ? " /Filter /FlateDecode" : "";
    const head = encoder.encode(`<< /Length ${String(data.length)}${filter} ${entries} >>\nstream\n`);
    const tail = encoder.encode("\nendstream");
    const whole = new Uint8Array(head.length + data.length + tail.length);
    whole.set(head);
    whole.set(data, head.length);
    whole.set(tail, head.length + data.length);
    return this.#objects.push(whole);
  }

  /** The whole file; `idOf` makes the 32 hexadecimal digits that name it from its bytes. */
  bytes(root: number, idOf: (bytes: Uint8Array) => string): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    const push = (part: Uint8Array) => {
      parts.push(part);
      length += part.length;
    };
    push(encoder.encode("%PDF-1.7\n%"));
    push(Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
    const offsets = this.#objects.map((object, index) => {
      const offset = length;
      push(encoder.encode(`${String(index + 1)} 0 obj\n`));
      push(object ?? encoder.encode("null"));
      push(encoder.encode("\nendobj\n"));
      return offset;
    });
    const id = idOf(joined(parts, length));
    const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const size = String(offsets.length + 1);
    const start = length;
    push(
      encoder.encode(
        `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root ${String(root)} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${String(start)}\n%%EOF\n`,
      ),
    );
    return joined(parts, length);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A text for a person, such as a title, as a PDF writes it. */
export function textString(text: string): string {
  const codes = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, "0"),
  );
  return `<feff${codes.join("")}>`;
}
