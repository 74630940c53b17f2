import { bill } from "./bill";
import { checks } from "./checks";
import { files } from "./files";
import { frame } from "./frame";
import { more } from "./more";
import { receivables } from "./receivables";
import { reconcile } from "./reconcile";
import { review } from "./review";

export const pairs = [
  ...frame,
  ...bill,
  ...review,
  ...checks,
  ...reconcile,
  ...receivables,
  ...more,
  ...files,
];
