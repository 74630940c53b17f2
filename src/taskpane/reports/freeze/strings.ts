export const strings = {
  title: "Freeze formulas",
  about: "A copy whose figures are values, for people without Ratebook",
};
