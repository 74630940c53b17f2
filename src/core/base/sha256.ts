/** SHA-256 of pieces as if they were one (texts as UTF-8), lower-case hex; supplied by the ring outside. */
export type Sha256 = (pieces: Iterable<string | Uint8Array>) => string;
