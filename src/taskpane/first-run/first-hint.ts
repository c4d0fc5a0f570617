/** Storage key of the hint that Today shows once after set-up: `sample` or `empty`. */
export const FIRST_HINT = "first-hint";
