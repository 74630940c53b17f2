import { TextDecoder, TextEncoder } from "node:util";

// Every browser has them; jsdom gives a page none.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;

function readAll(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error ?? new Error("The file cannot be read."));
    reader.readAsArrayBuffer(blob);
  });
}

if (!("arrayBuffer" in Blob.prototype))
  Object.assign(Blob.prototype, {
    arrayBuffer(this: Blob) {
      return readAll(this);
    },
  });
