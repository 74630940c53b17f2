export const strings = {
  title: "What if",
  about: "What issued invoices would come to under other prices",
};
