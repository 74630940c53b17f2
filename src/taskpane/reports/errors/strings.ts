export const strings = {
  title: "Error register",
  about: "What was rejected or made void, by cause and owner",
};
