/** "1 row", "2 rows": the number as it is shown, and the word that fits it. */
export const counted = (shown: string, one: string, many: string) => `${shown} ${shown === "1" ? one : many}`;
