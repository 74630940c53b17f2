export const strings = {
  title: "Contract",
  about: "Prices in force, what it bills so far, notice and renewal",
};
