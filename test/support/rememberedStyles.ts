/**
 * jsdom works a style out anew at each question, by trying every rule on the element, and a query by role asks for
 * each element and all above it. Here an answer holds until the document changes.
 */
if (typeof document !== "undefined") {
  const compute = window.getComputedStyle.bind(window);
  let known = new WeakMap<Element, CSSStyleDeclaration>();
  const changes = new MutationObserver(() => (known = new WeakMap()));
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  window.getComputedStyle = (element, pseudo) => {
    if (pseudo) return compute(element, pseudo);
    if (changes.takeRecords().length > 0) known = new WeakMap();
    let style = known.get(element);
    if (style === undefined) known.set(element, (style = compute(element)));
    return style;
  };
}
