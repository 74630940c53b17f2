/** The XML is not well formed; the message completes "it is damaged: …". */
export class XmlError extends Error {}

/** The XML stops before its end. */
export class XmlCutOffError extends XmlError {}
