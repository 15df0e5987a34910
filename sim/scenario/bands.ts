/** Ages of the census: 19 bands, as tables and scenario files have them. */

/** First age of each band, years: 0, 1-4, 5-9, … 80-84, 85 and over. */
export const BAND_FROM = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85] as const;
