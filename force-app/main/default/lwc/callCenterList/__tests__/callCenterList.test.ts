import CallCenterList from 'c/callCenterList';
import type { Overview } from 'c/callCenters';
import { choicesOf, smallPrintOf } from '../choices.ts';
import type { FaultWords } from 'c/wording';
import { all, heard, labelled, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

const WORK = '04v000000000001AAA';
const LOBBY = '04v000000000002AAA';
const PILOT = '04v000000000003AAA';
const NOW = Date.parse('2026-11-22T12:00:00Z');

const row = {
    internalName: null,
    knownBy: null,
    vendor: null,
    note: null,
    source: 'registry',
    readAt: null,
    recordId: null
} as const;
const OVERVIEW: Overview = {
    centers: [
        { ...row, id: WORK, name: '8x8 Work', kind: 'open-cti', members: 1412 },
        { ...row, id: LOBBY, name: null, kind: 'unknown', members: 706, source: 'used' },
        { ...row, id: PILOT, name: 'Pilot', kind: 'voice-amazon', members: 1 }
    ],
    everyone: 2429,
    withoutCenter: 310,
    sources: ['registry'],
    silent: [],
    namesReadAt: null,
    saving: { status: 'none' },
    mayLackEmptyCenters: true
};
const EMPTY: Overview = { ...OVERVIEW, centers: [], everyone: 3, withoutCenter: 3 };

interface Given {
    overview?: Overview | null;
    chosen?: string;
    problem?: FaultWords | null;
}

const show = (given: Given = {}) =>
    mount(CallCenterList, { overview: OVERVIEW, chosen: 'everyone', problem: null, ...given });
const buttons = (root: ParentNode) => all<HTMLButtonElement>(root, 'button[data-key]');

describe('The list of call centers', () => {
    afterEach(unmountAll);

    it('can be searched when it is long, and keeps the selected call center', async () => {
        expect(all(show().shadowRoot, 'lightning-input')).toEqual([]);
        const centers = Array.from({ length: 200 }, (_, place) => ({
            ...OVERVIEW.centers[0],
            id: `04v${place}`,
            name: `Center ${place} of the north`
        }));
        const element = show({ overview: { ...OVERVIEW, centers }, chosen: '04v7' });
        const field = labelled(element.shadowRoot, 'Search call centers');
        field.dispatchEvent(new CustomEvent('change', { detail: { value: 'north 199' } }));
        await settled();
        expect(buttons(element.shadowRoot).map(({ dataset }) => dataset.key)).toEqual([
            'everyone',
            'none',
            '04v7',
            '04v199'
        ]);
    });

    it('is a region with one choice per call center, named after the call center and its members', () => {
        const region = one(show().shadowRoot, 'section');
        expect(region.getAttribute('aria-label')).toBe('Call centers');
        expect(buttons(region).map((button) => button.getAttribute('aria-label'))).toEqual([
            'All users, 2,429 users',
            'No call center, 310 users',
            '8x8 Work, 1,412 members',
            `Unnamed call center ${LOBBY}, 706 members`,
            'Pilot, 1 member'
        ]);
    });

    it('marks only the selected choice', async () => {
        const element = show({ chosen: WORK });
        const pressed = () =>
            buttons(element.shadowRoot)
                .filter((button) => button.getAttribute('aria-pressed') === 'true')
                .map((button) => button.dataset.key);
        expect(pressed()).toEqual([WORK]);
        element.chosen = 'none';
        await settled();
        expect(pressed()).toEqual(['none']);
    });

    it('sends the selected choice', () => {
        const element = show();
        const chosen = heard(element, 'choose');
        buttons(element.shadowRoot)[2].click();
        expect(chosen).toEqual([WORK]);
    });

    it('draws each bar in proportion to the largest call center', () => {
        const bars = all(show().shadowRoot, '.fill').map((bar) => bar.getAttribute('style'));
        expect(bars[0]).toContain('width: 100%');
        expect(bars[1]).toContain('width: 50%');
    });

    it('offers to check the org as long as nothing is saved, as after an install', () => {
        const used = OVERVIEW.centers.map((center) => ({ ...center, source: 'used' as const }));
        const element = show({ overview: { ...OVERVIEW, centers: used } });
        const checks = heard(element, 'check');
        one(element.shadowRoot, '.print button').click();
        expect(checks).toHaveLength(1);
        expect(all(show().shadowRoot, '.print button')).toEqual([]);
        const saved = used.map((center, place) => ({ ...center, recordId: place ? null : 'a00000000000001AAA' }));
        expect(all(show({ overview: { ...OVERVIEW, centers: saved } }).shadowRoot, '.print button')).toEqual([]);
    });

    it('shows where names come from, and that call centers may be missing', () => {
        expect(textOf(one(show().shadowRoot, '.print'))).toBe(
            "Names come from Switchboard's saved list. Call centers without members may be missing."
        );
    });

    it('sends an event when the user refreshes it', () => {
        const element = show();
        const refreshed = heard(element, 'refresh');
        const refresh = one(element.shadowRoot, 'lightning-button-icon');
        expect(refresh).toHaveProperty('alternativeText', 'Refresh');
        refresh.click();
        expect(refreshed).toHaveLength(1);
    });

    it('shows that it is loading, and is marked as busy until then', async () => {
        const element = show({ overview: null });
        expect(one(element.shadowRoot, 'section').getAttribute('aria-busy')).toBe('true');
        expect(one(element.shadowRoot, 'lightning-spinner')).toHaveProperty('alternativeText', 'Loading');
        expect(buttons(element.shadowRoot)).toEqual([]);
        element.overview = OVERVIEW;
        await settled();
        expect(one(element.shadowRoot, 'section').getAttribute('aria-busy')).not.toBe('true');
        expect(all(element.shadowRoot, 'lightning-spinner')).toEqual([]);
    });

    it('links to Setup when there are no call centers yet', () => {
        const { shadowRoot } = show({ overview: EMPTY });
        expect(textOf(one(shadowRoot, 'h3'))).toBe('No call centers yet');
        const link = one<HTMLAnchorElement>(shadowRoot, 'a');
        expect(link.getAttribute('href')).toBe('/lightning/setup/CallCenters/home');
        expect(link.target).toBe('_top');
        expect(buttons(shadowRoot)).toHaveLength(2);
    });

    it('shows an error, tries again on request, and keeps its choices', () => {
        const element = show({ problem: { text: 'Salesforce is busy.', isExpired: false } });
        const refreshed = heard(element, 'refresh');
        const problem = one(element.shadowRoot, 'c-problem');
        expect(problem).toMatchObject({
            heading: "Couldn't load call centers",
            problem: { text: 'Salesforce is busy.', isExpired: false }
        });
        problem.dispatchEvent(new CustomEvent('retry'));
        expect(refreshed).toHaveLength(1);
        expect(buttons(element.shadowRoot)).toHaveLength(5);
    });

    it('stops loading when the first request fails', () => {
        const { shadowRoot } = show({
            overview: null,
            problem: { text: "Salesforce didn't respond.", isExpired: false }
        });
        expect(all(shadowRoot, 'lightning-spinner')).toEqual([]);
        expect(all(shadowRoot, 'c-problem')).toHaveLength(1);
    });

    it.each<[string, Given]>([
        ['data', {}],
        ['nothing loaded yet', { overview: null }],
        ['no call centers', { overview: EMPTY }],
        ['a problem', { problem: { text: 'Salesforce is busy.', isExpired: false } }]
    ])('is accessible with %s', async (_, given) => {
        await expect(show(given)).toBeAccessible();
    });
});

describe('The choices', () => {
    it('show the type of each call center, or that it needs a name', () => {
        expect(choicesOf(OVERVIEW, 'everyone').map((choice) => choice.kind)).toEqual([
            '',
            '',
            'Open CTI',
            'Needs a name',
            'Voice (Amazon Connect)'
        ]);
    });

    it('show an empty bar for a call center without members, even when all are empty', () => {
        const centers = OVERVIEW.centers.map((center) => ({ ...center, members: 0 }));
        expect(choicesOf({ ...OVERVIEW, centers }, '').map((choice) => choice.share)).toEqual([
            '',
            '',
            'width: 0%',
            'width: 0%',
            'width: 0%'
        ]);
    });
});

describe('The note under the list', () => {
    const print = (change: Partial<Overview>) => smallPrintOf({ ...OVERVIEW, ...change }, NOW);

    it.each<[Partial<Overview>, string]>([
        [{ sources: ['graphql', 'registry'], mayLackEmptyCenters: false }, 'Names come directly from Salesforce.'],
        [
            { sources: ['visualforce', 'registry'], mayLackEmptyCenters: false, saving: { status: 'saved' } },
            'Names come from the SwitchboardCenters Visualforce page. Switchboard saved these names and types for other admins.'
        ],
        [
            {
                sources: ['visualforce'],
                mayLackEmptyCenters: false,
                saving: { status: 'refused', words: 'INSUFFICIENT_ACCESS: No access.' }
            },
            "Names come from the SwitchboardCenters Visualforce page. Couldn't save these names and types for other admins. Salesforce says: “No access.”"
        ],
        [
            { silent: [{ source: 'visualforce', words: 'No such object.' }], mayLackEmptyCenters: false },
            "Names come from Switchboard's saved list. The SwitchboardCenters Visualforce page can't read call centers. Salesforce says: “No such object.”"
        ],
        [
            { silent: [{ source: 'visualforce', words: '' }], mayLackEmptyCenters: false },
            "Names come from Switchboard's saved list. The SwitchboardCenters Visualforce page didn't return call centers."
        ],
        [{ sources: ['flow'], mayLackEmptyCenters: false }, 'Names come from the List Call Centers flow.'],
        [
            { namesReadAt: '2026-11-21T08:00:00Z' },
            "Names come from Switchboard's saved list (updated yesterday). Call centers without members may be missing."
        ],
        [
            { sources: [], silent: [{ source: 'registry', words: 'No access.' }], mayLackEmptyCenters: false },
            "Call center names aren't available. To add one, select the call center. Couldn't load the saved list of names. Salesforce says: “No access.”"
        ],
        [
            { silent: [{ source: 'registry', words: '' }], mayLackEmptyCenters: false },
            "Names come from Switchboard's saved list. Couldn't load the saved list of names."
        ],
        [
            { silent: [{ source: 'flow', words: 'The flow did not end.' }], mayLackEmptyCenters: false },
            "Names come from Switchboard's saved list. Couldn't run the List Call Centers flow. Check that it's active and that you can run it."
        ],
        [
            { silent: [{ source: 'flow', words: '' }], mayLackEmptyCenters: false },
            "Names come from Switchboard's saved list."
        ],
        [
            { sources: [] },
            "Call center names aren't available. To add one, select the call center. Call centers without members may be missing."
        ]
    ])('for %j, shows: %s', (change, text) => {
        expect(print(change)).toBe(text);
    });
});
