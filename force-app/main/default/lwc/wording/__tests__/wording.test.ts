import type { CallCenter } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { BLOCK_REASONS } from 'c/movePlan';
import { OUTCOMES, type RunReport, type Settled } from 'c/moveRun';
import { OrgFault, type FaultKind, type Kind } from 'c/orgPort';
import {
    CENTERS_URL,
    centerUrl,
    dayText,
    faultText,
    kindText,
    membersText,
    momentText,
    namesOf,
    outcomeCount,
    outcomeText,
    reasonText,
    reportTitle,
    settledText,
    undoText,
    userUrl,
    withLastError,
    withMessage
} from 'c/wording';

const FAULTS: FaultKind[] = ['offline', 'busy', 'expired', 'forbidden', 'limit', 'invalid', 'unreadable'];
const KINDS: Kind[] = ['open-cti', 'voice-amazon', 'voice-partner', 'ccaas', 'unknown'];
const nameOf = (id: string | null) => `center ${id}`;

const outcome = (change: Partial<Settled>): string =>
    settledText(
        {
            userId: '005',
            name: 'Ada',
            from: null,
            to: '04v',
            outcome: 'refused',
            words: null,
            code: null,
            reason: null,
            ...change
        },
        nameOf
    );

/** Texts that are empty or repeat another text. */
function indistinct(texts: string[]): string[] {
    return texts.filter((text, place) => !text || texts.indexOf(text) !== place);
}

describe('The text for a fault', () => {
    it('is different for each kind of fault', () => {
        expect(indistinct(FAULTS.map((kind) => faultText(new OrgFault(kind, ''))))).toEqual([]);
    });

    it('ends with the original message, unchanged', () => {
        expect(faultText(new OrgFault('busy', 'Try {0} later'))).toBe(
            'Salesforce is busy. Try again in a few minutes. Details: “Try {0} later”'
        );
    });

    it('leaves out the status code that the message starts with', () => {
        expect(faultText(new OrgFault('invalid', 'INVALID_FIELD: No such column'))).toBe(
            "Salesforce couldn't process this request. Details: “No such column”"
        );
        expect(withMessage('Stopped.', 'REQUEST_LIMIT_EXCEEDED: Full')).toBe('Stopped. Salesforce says: “Full”');
        expect(withLastError('Stopped.', 'SERVER_UNAVAILABLE: Later')).toBe('Stopped. Last error: “Later”');
    });

    it('keeps a status code that is the whole message', () => {
        expect(withMessage('Stopped.', 'REQUEST_LIMIT_EXCEEDED')).toBe(
            'Stopped. Salesforce says: “REQUEST_LIMIT_EXCEEDED”'
        );
    });

    it.each([null, ''])('ends after our sentence when the message is %j', (words) => {
        expect(withMessage('Stopped.', words)).toBe('Stopped.');
        expect(faultText(new OrgFault('busy', words ?? ''))).toBe('Salesforce is busy. Try again in a few minutes.');
    });

    it('tells an error without a message from no error', () => {
        expect(withLastError('Stopped.', null)).toBe('Stopped.');
        expect(withLastError('Stopped.', '')).toBe(
            "Stopped. Salesforce didn't respond in time, or its response couldn't be read."
        );
    });

    it('leaves out the browser’s message when Salesforce didn’t respond', () => {
        expect(faultText(new OrgFault('offline', 'Failed to fetch'))).toBe(
            `${LABELS.faultOffline} ${LABELS.faultOfflineNext}`
        );
    });

    it('rethrows a bug of our own', () => {
        const mistake = new TypeError('undefined is not a function');
        expect(() => faultText(mistake)).toThrow(mistake);
    });
});

describe('The text for a call center', () => {
    it('is different for each type', () => {
        expect(indistinct(KINDS.map(kindText))).toEqual([]);
    });

    it('is its name, or its ID if it has no name', () => {
        const names = namesOf([
            { id: '04v1', name: '8x8 Work' },
            { id: '04v2', name: null }
        ] as CallCenter[]);
        expect([names('04v1'), names('04v2'), names('04v3'), names(null)]).toEqual([
            '8x8 Work',
            'Unnamed call center 04v2',
            'Unnamed call center 04v3',
            'No call center'
        ]);
    });

    it('tells apart call centers of one name, by their internal names or IDs', () => {
        const names = namesOf([
            { id: '04v1', name: 'Support', internalName: 'Support_EMEA' },
            { id: '04v2', name: 'Support', internalName: null },
            { id: '04v3', name: 'Sales', internalName: 'Sales_1' }
        ] as CallCenter[]);
        expect(['04v1', '04v2', '04v3'].map(names)).toEqual(['Support (Support_EMEA)', 'Support (04v2)', 'Sales']);
    });

    it('counts none, one, and many members', () => {
        expect([0, 1, 1204].map(membersText)).toEqual(['0 members', '1 member', '1,204 members']);
    });
});

describe('The text for a user’s result', () => {
    it('is different for each reason and each count', () => {
        expect(indistinct(BLOCK_REASONS.map(reasonText))).toEqual([]);
        expect(indistinct(OUTCOMES.map((each) => outcomeCount(each, 3)))).toEqual([]);
        for (const each of OUTCOMES) expect(outcomeCount(each, 1204)).toContain('1,204');
    });

    it('says of users who were not in a call center before a removal that they had none', () => {
        expect(outcomeCount('already there', 2)).toBe('2 already there');
        expect(outcomeCount('already there', 2, true)).toBe('2 already without a call center');
    });

    it('quotes Salesforce’s message without its status code, and gives the next step', () => {
        const code = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
        const text =
            'Failed: “no such luck” A validation rule in your org prevented the change. Update the user, then try again.';
        expect(outcome({ words: 'no such luck', code })).toBe(text);
        expect(outcome({ words: `${code}: no such luck`, code })).toBe(text);
        expect(outcome({ words: null, code: 'NOT_FOUND' })).toBe(
            'Failed. You no longer have access to this user. Ask your Salesforce admin.'
        );
    });

    it.each([
        ['INSUFFICIENT_ACCESS_OR_READONLY', LABELS.nextAccess],
        ['INSUFFICIENT_ACCESS', LABELS.nextAccess],
        ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', LABELS.nextAccess],
        ['forbidden', LABELS.nextAccess],
        ['UNABLE_TO_LOCK_ROW', LABELS.nextLock],
        ['FIELD_FILTER_VALIDATION_EXCEPTION', LABELS.nextValidation],
        ['ENTITY_IS_DELETED', LABELS.nextNotFound],
        ['SET_OTHERWISE', LABELS.nextSetOtherwise],
        ['INVALID_CROSS_REFERENCE_KEY', LABELS.nextCenterGone],
        ['ANYTHING_ELSE', LABELS.nextOther],
        [null, LABELS.nextOther]
    ])('after %s, gives the next step: %s', (code, next) => {
        expect(outcome({ words: 'no', code })).toBe(`Failed: “no” ${next}`);
    });

    it('says where a user who changed in the meantime is now, and who changed them and when, if known', () => {
        const changed = { outcome: 'changed meanwhile' } as const;
        const at = new Date(2026, 0, 5, 9, 41).toISOString();
        const when = /\(Jan 5, 2026, 9:41\sAM\)/.source;
        expect(outcome({ ...changed, nowIn: null, by: null })).toBe('Not moved. No longer in a call center.');
        expect(outcome({ ...changed, nowIn: null, by: 'Bo' })).toBe(
            'Not moved. No longer in a call center, last modified by Bo.'
        );
        expect(outcome({ ...changed, nowIn: null, by: 'Bo', at })).toMatch(
            new RegExp(`^Not moved\\. No longer in a call center, last modified by Bo ${when}\\.$`)
        );
        expect(outcome({ ...changed, nowIn: '04v2', by: null })).toBe('Not moved. Now in center 04v2.');
        expect(outcome({ ...changed, nowIn: '04v2', by: 'Bo' })).toBe(
            'Not moved. Now in center 04v2, last modified by Bo.'
        );
        expect(outcome({ ...changed, nowIn: '04v2', by: 'Bo', at })).toMatch(
            new RegExp(`^Not moved\\. Now in center 04v2, last modified by Bo ${when}\\.$`)
        );
        expect(outcome(changed)).toBe(LABELS.changedUnknown);
    });

    it('says that a user isn’t confirmed, and where the user was last seen, if that is elsewhere', () => {
        expect(outcome({ outcome: 'uncertain' })).toBe(LABELS.uncertainResult);
        expect(outcome({ outcome: 'uncertain', nowIn: '04v2', by: 'Bo' })).toBe(
            'Not confirmed. Now in center 04v2, but the move may still go through. To find out, check again.'
        );
        expect(outcome({ outcome: 'uncertain', nowIn: null })).toBe(
            'Not confirmed. Now in no call center, but the move may still go through. To find out, check again.'
        );
    });

    it('says why a user was skipped, or only that they were', () => {
        expect(outcome({ outcome: 'not attempted', reason: 'portal user' })).toBe(LABELS.reasonPortal);
        expect(outcome({ outcome: 'not attempted' })).toBe('Skipped');
        expect(outcome({ outcome: 'moved' })).toBe('Moved');
        expect(outcome({ outcome: 'already there' })).toBe('Already there');
    });
});

describe('The title of a report', () => {
    const report = (tos: (string | null)[], target: string | null, undoOf: string | null = null) =>
        ({ target, undoOf, settled: tos.map((to) => ({ to, outcome: 'moved' })) }) as RunReport;

    it.each<[string, RunReport, string]>([
        ['one user, to a call center', report(['04v1'], '04v1'), '1 of 1 user moved to center 04v1'],
        ['two users, to a call center', report(['04v1', '04v1'], '04v1'), '2 of 2 users moved to center 04v1'],
        ['one user, out of a call center', report([null], null), '1 of 1 user removed from their call center'],
        ['two users, out of theirs', report([null, null], null), '2 of 2 users removed from their call centers'],
        ['two users, to two call centers', report(['04v1', '04v2'], null), '2 of 2 users moved'],
        ['two users, one of them out', report(['04v1', null], null), '2 of 2 users moved'],
        ['one user, without a shared target', report(['04v1'], null), '1 of 1 user moved'],
        ['one user, back to none', report([null], null, 'earlier'), '1 of 1 user moved back'],
        ['two users, back', report(['04v1', null], null, 'earlier'), '2 of 2 users moved back'],
        ['two users, back to the same place', report(['04v1', '04v1'], '04v1', 'earlier'), '2 of 2 users moved back']
    ])('for %s, is right', (_, given, title) => {
        expect(reportTitle(given, nameOf)).toBe(title);
    });
});

describe('A date', () => {
    const now = new Date(2026, 10, 22, 12).getTime();
    const daysAgo = (days: number, hour = 12) => new Date(2026, 10, 22 - days, hour).toISOString();

    it.each([
        [daysAgo(0, 0), 'today'],
        [daysAgo(0, 23), 'today'],
        [daysAgo(1, 23), 'yesterday'],
        [daysAgo(2, 0), '2 days ago'],
        [daysAgo(14), '14 days ago'],
        [daysAgo(15), 'Nov 7, 2026'],
        [daysAgo(-2), 'Nov 24, 2026'],
        [null, 'Never'],
        ['', 'Never']
    ])('such as %s is shown as %s', (iso, text) => {
        expect(dayText(iso, now)).toBe(text);
    });

    it.each([
        [daysAgo(0, 9), 'today at 9:00 AM'],
        [daysAgo(0, 20), 'today at 8:00 PM'],
        [daysAgo(1, 23), 'yesterday at 11:00 PM'],
        [daysAgo(2, 9), 'Friday at 9:00 AM'],
        [daysAgo(6, 9), 'Monday at 9:00 AM'],
        [daysAgo(7, 9), 'Nov 15, 2026, 9:00 AM'],
        [daysAgo(-1, 9), 'Nov 23, 2026, 9:00 AM']
    ])('with a time, such as %s, is shown as %s', (iso, text) => {
        // Intl puts a narrow no-break space before AM and PM.
        expect(momentText(Date.parse(iso), now).replaceAll('\u202f', ' ')).toBe(text);
    });
});

describe('The addresses in Setup', () => {
    it('lead to all call centers, one call center, and a user, with the ID encoded', () => {
        expect(CENTERS_URL).toBe('/lightning/setup/CallCenters/home');
        expect(centerUrl('04v1')).toBe('/lightning/setup/CallCenters/page?address=%2F04v1');
        expect(userUrl('005&x=1')).toBe(
            '/lightning/setup/ManageUsers/page?address=%2F005%26x%3D1%3Fnoredirect%3D1%26isUserEntityOverride%3D1'
        );
    });
});

describe('The label of an undo', () => {
    it.each<[(string | null)[], string]>([
        [['04v1', '04v1'], 'Move 2 back to center 04v1'],
        [['04v1'], 'Move 1 back to center 04v1'],
        [[null, null, null], 'Move 3 back to no call center'],
        [['04v1', null], 'Move 2 back'],
        [['04v1', '04v2'], 'Move 2 back']
    ])('for users who go back to %j is %s', (places, text) => {
        expect(undoText(places.length, places, nameOf)).toBe(text);
    });
});

describe('The name of a result', () => {
    it('is different for each result', () => {
        expect(indistinct(OUTCOMES.map(outcomeText))).toEqual([]);
    });
});
