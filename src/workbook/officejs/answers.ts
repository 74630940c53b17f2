/**
 * What Excel answers is not always all that it was asked for: platforms and versions leave a member out, or say null. A
 * member that was left out throws when it is read. Whoever can do without one asks here.
 */

/** A property as Excel has answered it; undefined where it has not. */
export function answered<Of extends object, Name extends keyof Of>(
  object: Of,
  name: Name,
): NonNullable<Of[Name]> | undefined {
  try {
    return object[name] ?? undefined;
  } catch (reason) {
    if ((reason as { readonly code?: unknown }).code === "PropertyNotLoaded") return undefined;
    throw reason;
  }
}

/** The named properties, those that Excel has answered. */
export function answeredOf<Of extends object, Name extends keyof Of>(
  object: Of,
  names: readonly Name[],
): Partial<Pick<Of, Name>> {
  const values = names.map((name) => [name, answered(object, name)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Partial<Pick<Of, Name>>;
}

/** A value without what is null, undefined or empty in it, as it can be set; undefined when nothing is left. */
export function present<Value extends object>(
  value: { [Key in keyof Value]: Value[Key] | null | undefined } | null | undefined,
): Value | undefined {
  const entries = Object.entries(value ?? {}).flatMap(([name, member]: [string, unknown]) => {
    const isNested = typeof member === "object" && member !== null && !Array.isArray(member);
    const kept = isNested ? present(member) : member;
    return kept === undefined || kept === null ? [] : [[name, kept] as const];
  });
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Value);
}
