import { centersToSave } from 'c/callCenters';
import type { CallCenterRow } from 'c/orgPort';

const ID = '04v000000000001AAA';
const NOW = Date.parse('2027-03-01T12:00:00Z');
const HOUR = 60 * 60 * 1000;
const hoursAgo = (hours: number) => new Date(NOW - hours * HOUR).toISOString();

function row(more: Partial<CallCenterRow>): CallCenterRow {
    return {
        id: ID,
        name: 'Desk',
        internalName: 'Desk',
        kind: 'open-cti',
        knownBy: 'adapter',
        vendor: null,
        note: null,
        source: 'visualforce',
        readAt: null,
        recordId: null,
        ...more
    };
}
const saved = (more: Partial<CallCenterRow>) =>
    row({ source: 'registry', recordId: 'a00000000000001AAA', readAt: hoursAgo(25), ...more });
const toSave = (...rows: CallCenterRow[]) => centersToSave({ rows, answered: [], silent: [] }, NOW);

describe('What a live source found', () => {
    it('is saved when the registry does not have it', () => {
        expect(toSave(row({}))).toEqual([
            {
                recordId: null,
                callCenterId: ID,
                name: 'Desk',
                internalName: 'Desk',
                kind: 'open-cti',
                knownBy: 'adapter',
                readAt: '2027-03-01T12:00:00.000Z'
            }
        ]);
    });

    it('is saved once a day', () => {
        expect(toSave(row({}), saved({ readAt: hoursAgo(23) }))).toEqual([]);
        expect(toSave(row({ name: 'Renamed' }), saved({}))).toMatchObject([
            { recordId: 'a00000000000001AAA', name: 'Renamed' }
        ]);
        expect(toSave(row({}), saved({ readAt: 'not a time' }))).toHaveLength(1);
    });

    it('never replaces the type that an admin set, and adds one where there is none', () => {
        expect(toSave(row({}), saved({ kind: 'voice-amazon', knownBy: 'admin' }))).toMatchObject([
            { kind: null, knownBy: null }
        ]);
        expect(toSave(row({}), saved({ kind: 'unknown', knownBy: null }))).toMatchObject([
            { kind: 'open-cti', knownBy: 'adapter' }
        ]);
        expect(toSave(row({ kind: 'unknown', knownBy: null }), saved({}))).toMatchObject([{ kind: null }]);
    });

    it('never replaces the name that an admin gave', () => {
        const named = saved({ name: 'Lobby', readAt: null, kind: 'unknown', knownBy: null });
        expect(toSave(row({}), named)).toMatchObject([{ name: null, kind: 'open-cti', readAt: null }]);
        expect(toSave(row({}), { ...named, kind: 'open-cti', knownBy: 'adapter' })).toEqual([]);
        expect(toSave(row({ kind: 'unknown', knownBy: null }), named)).toEqual([]);
    });

    it('is cut to what a record holds, and to what one request takes', () => {
        expect(toSave(row({ name: '😀'.repeat(100) }))[0].name).toBe('😀'.repeat(80));
        const many = Array.from({ length: 250 }, (_, index) => row({ id: `04v${index}` }));
        expect(toSave(...many)).toHaveLength(200);
    });

    it('is saved once when two sources found it, and not without a name', () => {
        expect(toSave(row({ source: 'graphql', name: 'Live' }), row({}))).toMatchObject([{ name: 'Live' }]);
        expect(toSave(row({ name: null }))).toEqual([]);
    });
});
