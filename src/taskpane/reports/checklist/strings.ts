export const strings = {
  title: "Checklist",
  about: "The steps before a period is closed, and its closing",
};
