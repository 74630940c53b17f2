type Classes = Readonly<Record<string, unknown>>;

/** The library's classes by name; undefined while it has not run. Its services are in OfficeCore. */
export function libraryClasses(): Classes | undefined {
  const { Excel, OfficeCore } = globalThis as unknown as { Excel?: Classes; OfficeCore?: Classes };
  return Excel && { ...OfficeCore, ...Excel };
}
