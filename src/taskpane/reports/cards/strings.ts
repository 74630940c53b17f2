export const strings = {
  title: "Card numbers",
  about: "Payment card numbers in cells and comments, to be masked",
};
