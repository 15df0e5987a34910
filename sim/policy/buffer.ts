/** Months of wages that firms, and each enterprise of them, keep before they count money as profit; assumed. */
export const BUFFER_MONTHS = 2;
