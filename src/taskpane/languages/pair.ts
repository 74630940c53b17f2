/** Strings of one place and the same in another language; a text that lacks is an error of types. */
export type Pair = readonly [english: object, translated: object];

export const pair = <Strings extends object>(english: Strings, translated: NoInfer<Strings>): Pair => [
  english,
  translated,
];
