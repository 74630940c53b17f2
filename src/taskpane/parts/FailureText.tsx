import { mergeClasses } from "@fluentui/react-components";
import { useTextStyles } from "./textStyles";

/** What went wrong in one part of a screen; a screen reader says it at once. */
export function FailureText({ children }: { readonly children: string }) {
  const text = useTextStyles();
  return (
    <p className={mergeClasses(text.paragraph, text.error)} role="alert">
      {children}
    </p>
  );
}
