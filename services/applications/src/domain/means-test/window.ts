/** W: the months before the application that are looked at (INC-8). */
export const WINDOW_MONTHS = 12;
