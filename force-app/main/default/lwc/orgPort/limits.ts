/** Rows per page, and user IDs per read of memberships. UI API returns at most 2,000 records per page. */
export const MAX_ROWS_PER_READ = 2000;

/**
 * Moves saved to the history in one request. One call of the Collections API takes 200 records (documented);
 * for mutations, nothing is documented.
 */
export const MAX_MOVES_PER_WRITE = 200;
