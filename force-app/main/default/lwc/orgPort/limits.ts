/** Rows per page, and user IDs per read of memberships. UI API returns at most 2,000 records per page. */
export const MAX_ROWS_PER_READ = 2000;

/**
 * Moves saved to the history in one request. One call of the Collections API takes 200 records (documented);
 * for mutations, nothing is documented.
 */
export const MAX_MOVES_PER_WRITE = 200;

/** Runs that are deleted in one request. Their moves are deleted with them, so the org has more to do than with updates. */
export const MAX_DELETIONS = 50;
/** Characters of one part of a plan: the longest text that a long text field takes (custom field types, documented). */
export const MAX_PLAN_PART = 131_072;

/**
 * Parts of one plan. All of them travel in one request, about 2.6 MB; the largest request that UI API takes isn't
 * documented. It's enough for about 130,000 users.
 */
export const MAX_PLAN_PARTS = 20;

/** Characters of why a move is asked for, and of why it's declined: the length of a text area (custom field types, documented). */
export const MAX_REASON = 255;

/** Requests of one page. Who has more open ones sees the newest. */
export const MAX_REQUESTS_PER_READ = 200;
