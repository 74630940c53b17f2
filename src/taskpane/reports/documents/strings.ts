export const strings = {
  title: "Documents",
  about: "Invoices as PDFs and e-invoices, to send",
};
