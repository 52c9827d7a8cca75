/** What the org found, put together and kept true. */
import type { Corrections, Found } from 'c/importRows';
import type { FoundUser, Id } from 'c/orgPort';

/** What is known, with what an answer adds. The answer began from what was known then, so what is known now wins. */
export function mergedFound(now: Found, answer: Found): Found {
    return {
        byKey: new Map([...answer.byKey, ...now.byKey]),
        nearest: new Map([...answer.nearest, ...now.nearest]),
        incomplete: new Set([...answer.incomplete, ...now.incomplete]),
        unavailable: new Map([...answer.unavailable, ...now.unavailable])
    };
}

/** Users where they are after moves. */
export function foundAfter(
    found: Found,
    corrections: Corrections,
    targets: ReadonlyMap<Id, Id | null>
): { found: Found; corrections: Corrections } {
    const after = (user: FoundUser): FoundUser => {
        const to = targets.get(user.id);
        return to === undefined ? user : { ...user, callCenterId: to, lastModified: null };
    };
    const isMoved = ({ id }: FoundUser) => targets.has(id);
    const byKey = new Map(found.byKey);
    for (const [key, users] of byKey) if (users.some(isMoved)) byKey.set(key, users.map(after));
    const nearest = new Map([...found.nearest].map(([key, user]) => [key, after(user)]));
    const corrected = [...corrections].map(
        ([row, correction]) =>
            [row, correction.user ? { ...correction, user: after(correction.user) } : correction] as const
    );
    return { found: { ...found, byKey, nearest }, corrections: new Map(corrected) };
}
