import type { Overview } from 'c/callCenters';
import { addressOf, choose, openAddress, openPage, overviewRead, readAddress, show, type Page } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';

const WORK = '04v000000000001AAA';
const DIALER = '04v000000000002AAA';
const ABSENT = '04v000000000003AAA';
const START = readAddress('');

const overview = {
    centers: [WORK, DIALER].map((id) => ({ id })),
    everyone: 9,
    withoutCenter: 4
} as unknown as Overview;

function opened(query = ''): { page: Page; asked: typeof START } {
    const asked = readAddress(query);
    return { asked, page: overviewRead(openPage(asked), overview) };
}

describe('The address of what the page shows', () => {
    it.each([
        '',
        `?c__center=${WORK}&c__membership=here&c__search=ada`,
        '?c__center=none&c__view=history',
        `?c__center=${ABSENT}&c__membership=here`,
        '?c__user=005000000000001AAA'
    ])('is the address that was opened (%s)', (query) => {
        const { page, asked } = opened(query);
        expect(addressOf(page, asked, null)).toEqual(asked);
    });

    it('has the view, the call center, and the search of the page', () => {
        const { page, asked } = opened('?c__user=005000000000001AAA');
        const search = { ...EVERYONE, text: 'ada', target: DIALER, membership: 'elsewhere' as const };
        expect(addressOf(show(choose(page, DIALER), 'history'), asked, search)).toEqual(
            readAddress(`?c__view=history&c__center=${DIALER}&c__search=ada&c__membership=elsewhere`)
        );
        expect(addressOf(choose(page, 'none'), asked, { ...EVERYONE, membership: 'none' })).toEqual(
            readAddress('?c__center=none')
        );
    });

    it('keeps what waits for a call center that is not known yet', () => {
        const { page, asked } = opened(`?c__center=${ABSENT}&c__membership=here&c__search=ada`);
        expect(addressOf(page, asked, { ...EVERYONE, text: 'adam' })).toEqual(
            readAddress(`?c__center=${ABSENT}&c__membership=here&c__search=adam`)
        );
    });
});

describe('Another address', () => {
    it('opens its view and its call center', () => {
        const { page } = opened(`?c__center=${WORK}`);
        const back = openAddress(page, readAddress(`?c__view=history&c__center=${DIALER}`));
        expect(back).toMatchObject({ view: 'history', chosen: DIALER, linked: null });
        expect(openAddress(back, START)).toMatchObject({ view: 'users', chosen: 'everyone' });
        expect(openAddress(back, readAddress('?c__center=none'))).toMatchObject({ chosen: 'none' });
    });

    it('keeps what was read of a call center that stays chosen', () => {
        const { page } = opened(`?c__center=${WORK}`);
        const read = { ...page, profileCounts: { value: [], failure: null } };
        expect(openAddress(read, readAddress(`?c__center=${WORK}&c__view=check`)).profileCounts.value).toEqual([]);
    });

    it('waits for a call center that is not known, and no longer when the next one is opened', () => {
        const { page } = opened(`?c__center=${WORK}`);
        const waiting = openAddress(page, readAddress(`?c__center=${ABSENT}`));
        expect(waiting).toMatchObject({ chosen: 'everyone', linked: ABSENT });
        expect(openAddress(waiting, START).linked).toBeNull();
        const known = { ...overview, centers: [...overview.centers, { id: ABSENT }] } as unknown as Overview;
        expect(overviewRead(waiting, known).chosen).toBe(ABSENT);
    });

    it('waits for the users without a call center where the org hides them', () => {
        const page = overviewRead(openPage(START), { ...overview, withoutCenter: null });
        expect(openAddress(page, readAddress('?c__center=none')).chosen).toBe('everyone');
    });
});
