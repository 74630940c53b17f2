export const strings = {
  title: "Verify workbook",
  about: "What is not as it was sealed, logged and computed",
};
