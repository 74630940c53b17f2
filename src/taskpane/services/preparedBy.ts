const KEY = "ratebook.preparedBy";

/** Who runs Ratebook here, for the Run log. Excel tells an add-in no name, so people write it once. */
export interface PreparedBy {
  /** Empty where nobody has said. */
  name(): string;
  remember(name: string): void;
}

/** The name as this browser keeps it; where storing is forbidden, as long as the page lives. */
export function preparedByHere(): PreparedBy {
  let known = "";
  try {
    known = localStorage.getItem(KEY) ?? "";
  } catch {
    // The browser keeps nothing for this page.
  }
  return {
    name: () => known,
    remember: (name) => {
      known = name;
      try {
        localStorage.setItem(KEY, name);
      } catch {
        // As above: the name still counts until the page is closed.
      }
    },
  };
}
