import { bill } from "./bill";
import { frame } from "./frame";
import { more } from "./more";
import { reconcile } from "./reconcile";
import { review } from "./review";

export const pairs = [...frame, ...bill, ...review, ...reconcile, ...more];
