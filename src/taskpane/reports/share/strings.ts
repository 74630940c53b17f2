export const strings = {
  title: "Share a copy",
  about: "A copy for others, with pseudonyms for people",
};
