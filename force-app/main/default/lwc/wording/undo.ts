import { fill, LABELS } from 'c/labels';
import type { Id } from 'c/orgPort';
import type { NameOf } from './names.ts';

/** The label of an undo, which says where its users go. `to` is where each of them was before. */
export function undoText(users: { to: Id | null }[], nameOf: NameOf): string {
    const places = new Set(users.map((user) => user.to));
    if (places.size !== 1) return fill(LABELS.undoBackMixed, users.length);
    const [place] = places;
    return place === null
        ? fill(LABELS.undoBackNone, users.length)
        : fill(LABELS.undoBack, users.length, nameOf(place));
}
