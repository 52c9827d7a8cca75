import { fill, LABELS } from 'c/labels';
import type { Id } from 'c/orgPort';
import type { NameOf } from './names.ts';

/** The label of an undo of so many users, which says where they go. `before` is where each of them was. */
export function undoText(users: number, before: (Id | null)[], nameOf: NameOf): string {
    const places = new Set(before);
    if (places.size !== 1) return fill(LABELS.undoBackMixed, users);
    const [place] = places;
    return place === null ? fill(LABELS.undoBackNone, users) : fill(LABELS.undoBack, users, nameOf(place));
}
