import type { CallCenter } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { BLOCK_REASONS } from 'c/movePlan';
import { OUTCOMES, type Settled } from 'c/moveRun';
import { OrgFault, type FaultKind, type Kind } from 'c/orgPort';
import {
    CENTERS_URL,
    centerUrl,
    dayText,
    faultText,
    kindText,
    membersText,
    namesOf,
    outcomeCount,
    reasonText,
    settledText,
    userUrl
} from 'c/wording';

const FAULTS: FaultKind[] = ['offline', 'busy', 'expired', 'forbidden', 'limit', 'invalid', 'unreadable'];
const KINDS: Kind[] = ['open-cti', 'voice-amazon', 'voice-partner', 'unknown'];
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

/** Those that say nothing, or what another one says. */
function indistinct(texts: string[]): string[] {
    return texts.filter((text, place) => !text || texts.indexOf(text) !== place);
}

describe('What is said of faults', () => {
    it('is a sentence of its own for each kind', () => {
        expect(indistinct(FAULTS.map((kind) => faultText(new OrgFault(kind, ''))))).toEqual([]);
    });

    it('ends in the org’s own words, as it said them', () => {
        expect(faultText(new OrgFault('busy', 'Try {0} later'))).toBe('The org is busy. It said: “Try {0} later”');
    });

    it('is nothing for a mistake of our own: that is thrown on', () => {
        const mistake = new TypeError('undefined is not a function');
        expect(() => faultText(mistake)).toThrow(mistake);
    });
});

describe('What is said of centers', () => {
    it('tells every kind apart', () => {
        expect(indistinct(KINDS.map(kindText))).toEqual([]);
    });

    it('names them, says that one is unnamed, and never hides its id', () => {
        const names = namesOf([
            { id: '04v1', name: '8x8 Work' },
            { id: '04v2', name: null }
        ] as CallCenter[]);
        expect([names('04v1'), names('04v2'), names('04v3'), names(null)]).toEqual([
            '8x8 Work',
            'unnamed call center 04v2',
            'unnamed call center 04v3',
            'No call center'
        ]);
    });

    it('counts members', () => {
        expect([0, 1, 1204].map(membersText)).toEqual(['0 members', '1 member', '1,204 members']);
    });
});

describe('What is said of users', () => {
    it('gives every reason and every count a text of its own', () => {
        expect(indistinct(BLOCK_REASONS.map(reasonText))).toEqual([]);
        expect(indistinct(OUTCOMES.map((each) => outcomeCount(each, 3)))).toEqual([]);
        for (const each of OUTCOMES) expect(outcomeCount(each, 1204)).toContain('1,204');
    });

    it('quotes a refusal and says what to do next', () => {
        expect(outcome({ words: 'no such luck', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' })).toBe(
            'Refused: “no such luck” A rule of your org forbids it. Change the user as it says, then retry.'
        );
        expect(outcome({ words: null, code: 'NOT_FOUND' })).toBe('Refused The org does not show this user any more.');
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
    ])('after %s advises: %s', (code, next) => {
        expect(outcome({ words: 'no', code })).toBe(`Refused: “no” ${next}`);
    });

    it('says where somebody else moved a user, and who, where it is known', () => {
        const changed = { outcome: 'changed meanwhile' } as const;
        expect(outcome({ ...changed, nowIn: null, by: null })).toBe(LABELS.changedToNone);
        expect(outcome({ ...changed, nowIn: null, by: 'Bo' })).toBe(
            'Changed meanwhile: Bo took them out of their call center. Left so.'
        );
        expect(outcome({ ...changed, nowIn: '04v2', by: 'Bo' })).toBe(
            'Changed meanwhile: Bo moved them to center 04v2. Left there.'
        );
        expect(outcome({ ...changed, nowIn: '04v2', by: null })).toBe(
            'Changed meanwhile: now in center 04v2. Left there.'
        );
        const at = new Date(2026, 0, 5, 9, 41).toISOString();
        expect(outcome({ ...changed, nowIn: '04v2', by: 'Bo', at })).toMatch(
            /^Changed meanwhile: Bo moved them to center 04v2, .*9:41.*\. Left there\.$/
        );
        expect(outcome(changed)).toBe(LABELS.changedUnknown);
    });

    it('says why a user was not attempted, or that the run ended before', () => {
        expect(outcome({ outcome: 'not attempted', reason: 'portal user' })).toBe(LABELS.reasonPortal);
        expect(outcome({ outcome: 'not attempted' })).toBe('Not attempted');
        expect(outcome({ outcome: 'moved' })).toBe('Moved');
        expect(outcome({ outcome: 'already there' })).toBe('Already there');
    });
});

describe('A day', () => {
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
        [null, 'never'],
        ['', 'never']
    ])('%s is said as %s', (iso, text) => {
        expect(dayText(iso, now)).toBe(text);
    });
});

describe('The addresses of Setup', () => {
    it('lead to the centers, to one of them and to a user, with the id as a value', () => {
        expect(CENTERS_URL).toBe('/lightning/setup/CallCenters/home');
        expect(centerUrl('04v1')).toBe('/lightning/setup/CallCenters/page?address=%2F04v1');
        expect(userUrl('005&x=1')).toBe(
            '/lightning/setup/ManageUsers/page?address=%2F005%26x%3D1%3Fnoredirect%3D1%26isUserEntityOverride%3D1'
        );
    });
});
