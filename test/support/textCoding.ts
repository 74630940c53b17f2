import { TextDecoder, TextEncoder } from "node:util";

// Every browser has them; jsdom gives a page none.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;
