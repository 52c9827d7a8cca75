import { readSheet } from 'c/csv';
import {
    judgeSteps,
    lookUp,
    NOTHING_FOUND,
    recognize,
    valuesToAsk,
    type Correction,
    type Found,
    type Import
} from 'c/importRows';
import type { Destination, LookupOptions } from 'c/importRows';
import type { UserLookupOrg } from 'c/orgPort';
import { atOnce } from 'c/slices';
import { DIALER, KINDS, LOBBY, NAMES, VOICE, WORK } from '#tests/support/people.ts';

export const CENTERS = [WORK, DIALER, VOICE, LOBBY].map((id) => ({
    id,
    name: NAMES.get(id) ?? null,
    internalName: id === DIALER ? 'OldDialerCTI' : null
}));

export const QUIET: LookupOptions = { isCancelled: () => false, onProgress() {}, wait: async () => {} };

/** An import of a text, before anyone was looked up. */
export function importOf(text: string, chosen: Destination | null = null, hasHeader = true): Import {
    const sheet = readSheet(text, { hasHeader });
    const { mapping } = recognize(sheet, CENTERS, chosen);
    const kindOf = (id: string) => KINDS.get(id) ?? null;
    return { sheet, mapping, centers: CENTERS, kindOf, found: NOTHING_FOUND, corrections: new Map() };
}

export async function lookedUp(given: Import, org: UserLookupOrg): Promise<Import> {
    const { by } = given.mapping.user!;
    const { state, found } = await lookUp(org, valuesToAsk(given), by, given.found, QUIET);
    expect(state).toBe('done');
    return { ...given, found };
}

export function corrected(given: Import, row: number, correction: Correction): Import {
    return { ...given, corrections: new Map([...given.corrections, [row, correction]]) };
}

export const judged = (given: Import) => atOnce(judgeSteps(given));
export const verdictsOf = (given: Import) => judged(given).verdicts.map(({ verdict }) => verdict);
export const usersIn = (found: Found) => [...found.byKey.values()].flat();
