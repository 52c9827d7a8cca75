import fc from 'fast-check';
import { drawFlows, largest, type Bar, type Flow, type FlowSpace } from 'c/chart';

const SPACE: FlowSpace = { width: 300, height: 240, smallest: 4, room: 24, gap: 8 };
const flow = (from: string, to: string, size: number): Flow => ({ from, to, size });

/** Where a ribbon begins and ends: top and bottom on either side. */
function endsOf(path: string): { left: [number, number]; right: [number, number] } {
    const numbers = path.match(/[\d.]+/g)!.map(Number);
    const [, top, , , , , , y, bottom, , , , , , low] = numbers;
    return { left: [top, low], right: [y, bottom] };
}

describe('A picture of flows', () => {
    it('gives each end a bar as high as its share, and each flow a ribbon between them', () => {
        const { height, left, right, ribbons } = drawFlows([flow('a', 'x', 3), flow('b', 'x', 1)], SPACE);
        expect(left).toEqual([
            { key: 'a', size: 3, top: 0, height: 180, roomTop: 0, roomHeight: 180 },
            { key: 'b', size: 1, top: 188, height: 60, roomTop: 188, roomHeight: 60 }
        ]);
        expect(height).toBe(248);
        expect(right).toEqual([{ key: 'x', size: 4, top: 4, height: 240, roomTop: 4, roomHeight: 240 }]);
        expect(ribbons.map(({ key, path }) => [key, endsOf(path)])).toEqual([
            ['a>x', { left: [0, 180], right: [4, 184] }],
            ['b>x', { left: [188, 248], right: [184, 244] }]
        ]);
    });

    it('keeps a small bar visible, and leaves room for its text', () => {
        const [, small] = drawFlows([flow('a', 'x', 9_999), flow('b', 'x', 1)], SPACE).left;
        expect(small).toMatchObject({ height: 4, roomHeight: 24 });
        expect(small.top - small.roomTop).toBeCloseTo(10);
    });

    it('is empty without flows', () => {
        expect(drawFlows([], SPACE)).toEqual({ height: 0, left: [], right: [], ribbons: [] });
    });

    it('never lets rooms overlap or leave the picture, and covers every bar with ribbons exactly', () => {
        const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
        const flows = fc.uniqueArray(fc.record({ from: key, to: key, size: fc.integer({ min: 1, max: 20_000 }) }), {
            minLength: 1,
            selector: ({ from, to }) => from + to
        });
        fc.assert(
            fc.property(flows, (given) => {
                const { height, left, right, ribbons } = drawFlows(given, SPACE);
                const covered = (bar: Bar, side: 'left' | 'right') =>
                    ribbons
                        .filter((one) => (side === 'left' ? one.from : one.to) === bar.key)
                        .map(({ path }) => endsOf(path)[side])
                        .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
                for (const [side, bars] of [['left', left] as const, ['right', right] as const]) {
                    bars.forEach((bar, place) => {
                        const before = bars[place - 1];
                        const free = before ? before.roomTop + before.roomHeight + SPACE.gap : 0;
                        expect(bar.roomTop).toBeGreaterThanOrEqual(free - 0.001);
                        expect(bar.roomTop + bar.roomHeight).toBeLessThanOrEqual(height + 0.001);
                        expect(bar.height).toBeGreaterThanOrEqual(SPACE.smallest);
                        const parts = covered(bar, side);
                        expect(parts[0][0]).toBeCloseTo(bar.top, 0);
                        expect(parts.at(-1)![1]).toBeCloseTo(bar.top + bar.height, 0);
                        parts.slice(1).forEach(([top], index) => expect(top).toBeCloseTo(parts[index][1], 0));
                    });
                }
            })
        );
    });
});

describe('The largest', () => {
    const items = [2, 9, 4, 1, 3].map((size) => ({ size }));

    it('are named, and the others counted together', () => {
        expect(largest(items, 3)).toEqual({
            named: [{ size: 9 }, { size: 4 }, { size: 3 }],
            others: { count: 2, size: 3 }
        });
    });

    it('include a single other one', () => {
        expect(largest(items, 4)).toMatchObject({ named: { length: 5 }, others: null });
        expect(largest([], 4)).toEqual({ named: [], others: null });
    });
});
