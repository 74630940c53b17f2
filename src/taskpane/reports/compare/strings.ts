export const strings = {
  title: "Compare workbooks",
  about: "What changed between two billed workbooks, by cause, to the cent",
};
