import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { FaultRule } from '../fault.ts';
import { Faults } from '../faults.ts';
import { readFaultFile, readFaultPlan } from '../readFaultPlan.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-faults-'));
after(() => rmSync(folder, { recursive: true }));

describe('A fault file', () => {
    const inFile = (content: string): string => {
        const file = join(folder, 'faults.json');
        writeFileSync(file, content);
        return file;
    };

    test('is read with all its rules unchanged', () => {
        const rules = [
            { on: 'graphql mutation', nth: [2, 3], fault: 'answer dropped' },
            { on: 'any', probability: 0.1, seed: 7, fault: 'latency', ms: 300 },
            { on: 'collection', every: 4, fault: 'row refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rows: [1] }
        ];
        assert.deepEqual(readFaultFile(inFile(JSON.stringify({ rules }))), { rules });
    });

    const invalid: [content: string, message: RegExp][] = [
        ['{', /faults\.json isn't valid: it isn't JSON/],
        ['[]', /isn't valid: it must contain \{ "rules": \[ … \] \}\.$/],
        ['{"rules": [], "rulez": []}', /unknown property "rulez"\.$/],
        ['{"rules": [3]}', /rule 1 must be an object\.$/],
        ['{"rules": [{"on": "any"}]}', /rule 1: "fault" must be one of latency, /],
        ['{"rules": [{"on": "any", "fault": "constructor"}]}', /rule 1: "fault" must be one of latency, /],
        ['{"rules": [{"on": "soql", "fault": "html page"}]}', /rule 1: "on" must be one of graphql query, /],
        ['{"rules": [{"on": "any", "fault": "latency"}]}', /rule 1: "ms" must be a whole number from 0 to 120000\.$/],
        ['{"rules": [{"on": "any", "fault": "html page", "ms": 3}]}', /rule 1: "html page" doesn't support "ms"\.$/],
        [
            '{"rules": [{"on": "any", "fault": "row locked", "rows": [0]}]}',
            /"rows" must be a list of whole numbers from 1/
        ],
        [
            '{"rules": [{"on": "any", "fault": "html page", "nth": [1], "every": 2}]}',
            /use only one of "nth" and "every"/
        ],
        ['{"rules": [{"on": "any", "fault": "html page", "seed": 2}]}', /"seed" requires "probability"/],
        [
            '{"rules": [{"on": "any", "fault": "html page", "probability": 2}]}',
            /"probability" must be a number from 0 to 1/
        ],
        [
            '{"rules": [{"on": "any", "fault": "moved meanwhile", "to": "8x8"}]}',
            /"to" must be the id of a call center, or null/
        ]
    ];
    for (const [content, message] of invalid) {
        test(`with ${content} is rejected in one sentence`, () => {
            assert.throws(() => readFaultFile(inFile(content)), { message });
        });
    }

    test("that doesn't exist can't be read", () => {
        assert.throws(() => readFaultFile(join(folder, 'none.json')), {
            message: /^Couldn't read the fault file .+\.$/
        });
    });
});

describe('A fault rule', () => {
    const pattern = (rule: Partial<FaultRule>, count: number): number[] => {
        const faults = new Faults();
        faults.set(readFaultPlan({ rules: [{ on: 'query', fault: 'html page', ...rule }] }));
        return Array.from({ length: count }, () => faults.strike('query').length);
    };

    test('strikes every time, at listed times, or at regular intervals', () => {
        assert.deepEqual(pattern({}, 3), [1, 1, 1]);
        assert.deepEqual(pattern({ nth: [1, 4] }, 5), [1, 0, 0, 1, 0]);
        assert.deepEqual(pattern({ every: 3 }, 7), [0, 0, 1, 0, 0, 1, 0]);
    });

    test('strikes at random, the same way for the same seed', () => {
        const one = pattern({ probability: 0.3, seed: 5 }, 1000);
        assert.deepEqual(pattern({ probability: 0.3, seed: 5 }, 1000), one);
        assert.notDeepEqual(pattern({ probability: 0.3, seed: 6 }, 1000), one);
        const struck = one.reduce((sum, each) => sum + each, 0);
        assert.ok(struck > 230 && struck < 370, `struck ${struck} of 1,000 times`);
        assert.ok(!pattern({ probability: 0 }, 100).includes(1));
    });

    test('counts only requests of its kind, and reports how often it struck', () => {
        const faults = new Faults();
        faults.set({
            rules: [
                { on: 'collection', nth: [2], fault: 'html page' },
                { on: 'any', fault: 'row locked' }
            ]
        });
        const names = (['collection', 'query', 'collection'] as const).map((kind) =>
            faults.strike(kind).map(({ fault }) => fault)
        );
        assert.deepEqual(names, [['row locked'], ['row locked'], ['html page', 'row locked']]);
        assert.deepEqual(faults.struck, [1, 3]);
    });

    test("that isn't valid leaves the previous plan active", () => {
        const faults = new Faults();
        faults.set({ rules: [{ on: 'any', fault: 'html page' }] });
        assert.throws(() => faults.set({ rules: [{ on: 'any', fault: 'latency', ms: -1 }] }), /"ms"/);
        assert.equal(faults.strike('other').length, 1);
    });
});
