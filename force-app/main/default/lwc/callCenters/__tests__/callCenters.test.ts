import { daysUntilRetirement, inOrderOf, overview, recounted } from 'c/callCenters';
import type { CallCenterRow, CenterSource } from 'c/orgPort';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';

function row(id: string, source: CenterSource, more: Partial<CallCenterRow> = {}): CallCenterRow {
    return {
        id,
        name: null,
        internalName: null,
        kind: 'unknown',
        knownBy: null,
        vendor: null,
        note: null,
        readAt: null,
        recordId: null,
        source,
        ...more
    };
}

describe('The overview of call centers', () => {
    it('counts members, including those of empty centers', () => {
        const rows = [row(OLD, 'registry', { name: 'Old' }), row(NEW, 'registry', { name: 'New' })];
        const counts = [
            { callCenterId: OLD, members: 3 },
            { callCenterId: null, members: 4 }
        ];
        const shown = overview({ rows, answered: ['registry'], silent: [] }, counts);
        expect(shown.centers.map(({ name, members }) => [name, members])).toEqual([
            ['Old', 3],
            ['New', 0]
        ]);
        expect(shown.everyone).toBe(7);
        expect(shown.withoutCenter).toBe(4);
    });

    it('shows a center that no source names', () => {
        const shown = overview({ rows: [], answered: [], silent: [] }, [{ callCenterId: OLD, members: 2 }]);
        expect(shown.centers).toMatchObject([{ id: OLD, name: null, kind: 'unknown', source: 'used', members: 2 }]);
    });

    it('uses the better source, and adds what only another source knows', () => {
        const rows = [
            row(OLD, 'registry', { name: 'Stale name', kind: 'open-cti', vendor: 'Acme', readAt: '2026-01-01' }),
            row(OLD, 'graphql', { name: 'Name' })
        ];
        const { centers } = overview({ rows, answered: ['registry', 'graphql'], silent: [] }, []);
        expect(centers).toMatchObject([{ name: 'Name', kind: 'open-cti', vendor: 'Acme', source: 'graphql' }]);
    });

    it('has the type that an admin set, before any evidence, and live evidence before saved evidence', () => {
        const live = row(OLD, 'visualforce', { kind: 'open-cti', knownBy: 'adapter' });
        const kinds = (...rows: CallCenterRow[]) =>
            overview({ rows, answered: [], silent: [] }, []).centers.map(({ kind, knownBy }) => [kind, knownBy]);
        const admin = row(OLD, 'registry', { kind: 'voice-amazon', knownBy: 'admin' });
        expect(kinds(live, admin)).toEqual([['voice-amazon', 'admin']]);
        expect(kinds(row(OLD, 'registry', { kind: 'voice-partner', knownBy: 'settings' }), live)).toEqual([
            ['open-cti', 'adapter']
        ]);
        expect(kinds(row(OLD, 'graphql'), live)).toEqual([['open-cti', 'adapter']]);
    });

    it('is complete with empty centers only when a source read CallCenter itself', () => {
        const lack = (answered: CenterSource[]) => overview({ rows: [], answered, silent: [] }, []).mayLackEmptyCenters;
        expect(lack(['registry'])).toBe(true);
        expect(lack(['registry', 'flow'])).toBe(false);
        expect(lack(['registry', 'visualforce'])).toBe(false);
        expect(lack(['graphql'])).toBe(false);
    });

    it('keeps the order of an earlier overview, with call centers that are new after them', () => {
        const of = (...members: [string, number][]) =>
            overview(
                { rows: [], answered: [], silent: [] },
                members.map(([callCenterId, count]) => ({ callCenterId, members: count }))
            );
        const before = of(['04v1', 9], ['04v2', 5]);
        const now = of(['04v1', 1], ['04v2', 5], ['04v3', 7]);
        expect(now.centers.map(({ id }) => id)).toEqual(['04v3', '04v2', '04v1']);
        expect(inOrderOf(before, now).centers.map(({ id }) => id)).toEqual(['04v1', '04v2', '04v3']);
        expect(inOrderOf(null, now).centers).toEqual(now.centers);
    });

    it('lists the largest center first, and unnamed centers after named ones of the same size', () => {
        const rows = [row(OLD, 'used'), row(NEW, 'registry', { name: 'B' })];
        const { centers } = overview({ rows, answered: [], silent: [] }, []);
        expect(centers.map((center) => center.name)).toEqual(['B', null]);
    });

    it('is recounted after moves without another request', () => {
        const before = overview({ rows: [row(OLD, 'registry'), row(NEW, 'registry')], answered: [], silent: [] }, [
            { callCenterId: OLD, members: 5 },
            { callCenterId: null, members: 1 }
        ]);
        const after = recounted(before, [
            { from: OLD, to: NEW },
            { from: null, to: NEW },
            { from: OLD, to: null }
        ]);
        const members = new Map(after.centers.map((center) => [center.id, center.members]));
        expect([members.get(OLD), members.get(NEW), after.withoutCenter]).toEqual([3, 2, 1]);
        expect(after.everyone).toBe(before.everyone);
    });

    it('knows how many days are left until Open CTI retires', () => {
        expect(daysUntilRetirement(Date.parse('2028-02-27T12:00:00Z'))).toBe(1);
        expect(daysUntilRetirement(Date.parse('2028-03-01T00:00:00Z'))).toBeLessThan(0);
    });
});
