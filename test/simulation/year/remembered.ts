/** Asks once for what is made of an object, however often it is wanted. */
export function remembered<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, { readonly made: Made }>();
  return (of) => {
    const told = known.get(of) ?? { made: make(of) };
    known.set(of, told);
    return told.made;
  };
}
