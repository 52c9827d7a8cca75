import type { Overview } from 'c/callCenters';
import type { CallCenterAnswer, CallCenterRow, CenterSource } from 'c/orgPort';
import { readChoices, readName, readOverview, saveCenters } from '../reads.ts';
import { ME, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const NOW = Date.parse('2027-03-01T12:00:00Z');

describe('The page reads', () => {
    it('profiles and roles, and the name of a user, or their ID if the org hides the name', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        expect(await readChoices(org)).toEqual({ profiles: smallOrg().profiles, roles: smallOrg().roles });
        expect(await readName(org, ME.id)).toBe('Mo Admin');
        expect(await readName(org, '005000000000999AAA')).toBe('005000000000999AAA');
    });
});

const found = (source: CenterSource, ...rows: CallCenterRow[]): CallCenterAnswer => ({
    rows,
    answered: [source],
    silent: []
});
const silent = (source: CenterSource): CallCenterAnswer => ({
    rows: [],
    answered: [],
    silent: [{ source, words: '' }]
});
const live: CallCenterRow = {
    id: WORK,
    name: 'Live name',
    internalName: 'Live',
    kind: 'open-cti',
    knownBy: 'adapter',
    vendor: null,
    note: null,
    source: 'visualforce',
    readAt: null,
    recordId: null
};

describe('The overview', () => {
    async function shown(answers: Partial<Record<'first' | 'visualforce' | 'flow', CallCenterAnswer>>) {
        const org = new WholeMemoryOrg(smallOrg());
        const { first } = answers;
        const asked: string[] = [];
        if (first) org.callCenters = async () => first;
        org.visualforceCallCenters = async () => {
            asked.push('visualforce');
            return answers.visualforce ?? silent('visualforce');
        };
        org.flowCallCenters = async () => {
            asked.push('flow');
            return answers.flow ?? silent('flow');
        };
        const overviews: Overview[] = [];
        const firstRows = Promise.resolve().then(() => void asked.push('first rows'));
        await readOverview(org, (overview) => overviews.push(overview), firstRows);
        return { asked, sources: overviews.map(({ sources }) => sources), last: overviews.at(-1)! };
    }

    it('asks no other source when GraphQL knows call centers', async () => {
        const { asked, sources } = await shown({ first: found('graphql', live) });
        expect(asked).toEqual(['first rows']);
        expect(sources).toEqual([['graphql']]);
    });

    it('shows what it knows before it asks the Visualforce page, and then no flow', async () => {
        const { asked, sources, last } = await shown({ visualforce: found('visualforce', live) });
        expect(asked).toEqual(['first rows', 'visualforce']);
        expect(sources).toEqual([['registry'], ['visualforce', 'registry']]);
        expect(last.centers.find(({ id }) => id === WORK)?.name).toBe('Live name');
    });

    it('asks the flow when the page is silent, and keeps that in mind', async () => {
        const { asked, last } = await shown({ flow: found('flow') });
        expect(asked).toEqual(['first rows', 'visualforce', 'flow']);
        expect(last.sources).toEqual(['flow', 'registry']);
        expect(last.silent).toEqual([{ source: 'visualforce', words: '' }]);
    });
});

describe('What a live source found', () => {
    const answer = { rows: [live], answered: ['visualforce', 'registry'] as CenterSource[], silent: [] };

    it('is saved once', async () => {
        const org = new WholeMemoryOrg({ ...smallOrg(), registry: [] });
        expect(await saveCenters(org, answer, NOW)).toEqual({ status: 'saved' });
        const { rows } = await org.callCenters();
        expect(rows).toMatchObject([{ id: WORK, name: 'Live name', kind: 'open-cti', knownBy: 'adapter' }]);
        expect(await saveCenters(org, { ...answer, rows: [...rows, live] }, NOW)).toEqual({ status: 'none' });
        expect(org.requests.saveCenters).toBe(1);
    });

    it('is not saved when the registry could not be read', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        expect(await saveCenters(org, { ...answer, answered: ['visualforce'] }, NOW)).toEqual({ status: 'none' });
        expect(org.requests.saveCenters).toBe(0);
    });

    it('tells why it was refused', async () => {
        const org = new WholeMemoryOrg({ ...smallOrg(), registry: [] });
        org.saveCenters = async () => 'No access.';
        expect(await saveCenters(org, answer, NOW)).toEqual({ status: 'refused', words: 'No access.' });
    });
});
