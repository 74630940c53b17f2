/** How a system heads its columns, by our fields: the usual header first. */
type Headers<Field extends string> = Readonly<Partial<Record<Field, readonly [string, ...string[]]>>>;

/** Title, other headers and help of a column; one that the system does not have gets a header that nobody has. */
export const headersOfSystem =
  <Field extends string>(headers: Headers<Field>) =>
  (field: Field, help: string) => {
    const [title, ...synonyms] = headers[field] ?? [`(${field})` as const];
    return { title, synonyms, help };
  };
