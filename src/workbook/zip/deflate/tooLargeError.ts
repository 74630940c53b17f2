/** Packed bytes that unpack to more than they should. */
export class TooLargeError extends Error {}
