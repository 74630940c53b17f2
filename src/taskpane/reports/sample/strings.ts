export const strings = {
  title: "Sample data",
  about: "A small invented company to try things with",
  text: "Adds the sheets of an invented company: its contracts, prices and a month of usage. Nothing of yours is changed; the sheets can be deleted at any time.",
};
