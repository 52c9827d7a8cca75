/** Which users are selected, one by one or all that match. */
export { NO_USERS, Picked, type Selection } from './picked.ts';
