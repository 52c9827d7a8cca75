import { latest, onceFor, whole } from 'c/memo';

describe('latest', () => {
    const countCalls = () => {
        const calls: unknown[][] = [];
        const joined = latest((...inputs: unknown[]) => {
            calls.push(inputs);
            return inputs.join();
        });
        return { calls, joined };
    };

    it('computes once for the same inputs', () => {
        const { calls, joined } = countCalls();
        const one = {};
        expect([joined(one, 1), joined(one, 1), joined(one, 1)]).toEqual([`${one},1`, `${one},1`, `${one},1`]);
        expect(calls).toHaveLength(1);
    });

    it('computes again when any of them is another object, even one with the same content', () => {
        const { calls, joined } = countCalls();
        joined({}, 1);
        joined({}, 1);
        joined({}, 2);
        expect(calls).toHaveLength(3);
    });

    it('keeps a result that is nothing', () => {
        let calls = 0;
        const nothing = latest((text: string) => {
            calls += 1;
            return text.at(5);
        });
        expect([nothing('a'), nothing('a')]).toEqual([undefined, undefined]);
        expect(calls).toBe(1);
    });
});

describe('onceFor', () => {
    it('computes once for each object', () => {
        let calls = 0;
        const size = onceFor((list: number[]) => {
            calls += 1;
            return list.length;
        });
        const [one, other] = [[1], [1, 2]];
        expect([size(one), size(other), size(one), size(other)]).toEqual([1, 2, 1, 2]);
        expect(calls).toBe(2);
    });
});

describe('whole', () => {
    it('has the same fields, and is no plain object, which LWC would wrap in a proxy', () => {
        const rows = [{ name: 'Ada' }];
        const handed = whole({ rows, count: 1 });
        expect({ ...handed }).toEqual({ rows, count: 1 });
        expect(handed.rows).toBe(rows);
        expect(Object.getPrototypeOf(handed)).not.toBe(Object.prototype);
    });
});
