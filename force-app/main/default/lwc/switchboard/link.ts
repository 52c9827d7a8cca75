import { toId18, type Id } from 'c/orgPort';

/** The parameter of a link that opens the page at a center, such as /lightning/cmp/c__switchboard?c__center=04v…
 *  Read from the address itself, for Lightning Out has no navigation module. */
const CENTER = 'c__center';

/** The center a link asks for; null when it asks for none, or for nothing that is an id. */
export function linkedCenter(search: string): Id | null {
    const id = new URLSearchParams(search).get(CENTER);
    return id === null ? null : toId18(id);
}
