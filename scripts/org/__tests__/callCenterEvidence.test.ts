import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeCallCenter } from '../callCenterEvidence.ts';

describe('A call center', () => {
    const row = { Id: '04v', Name: 'Desk', InternalName: 'Desk', AdapterUrl: 'https://x', CustomSettings: null };

    test('is certainly partner telephony when its settings name it', () => {
        const { kind, isVoiceLike } = judgeCallCenter(
            { ...row, CustomSettings: '{"reqCallCenterType" : "SCVBYOT"}' },
            0
        );
        assert.deepEqual([kind, isVoiceLike], ['voice-partner', true]);
    });

    test('looks like Voice, but stays unknown, when users are mapped to telephony users', () => {
        const { kind, isVoiceLike, evidence } = judgeCallCenter(row, 3);
        assert.deepEqual([kind, isVoiceLike], ['unknown', true]);
        assert.deepEqual(evidence, ['3 of its users or queues are mapped to telephony users']);
    });

    test('does not look like Voice because of its name alone, or a missing address alone', () => {
        assert.equal(judgeCallCenter({ ...row, Name: 'Voice Line' }, 0).isVoiceLike, false);
        assert.equal(judgeCallCenter({ ...row, AdapterUrl: null }, 0).isVoiceLike, false);
        assert.equal(judgeCallCenter({ ...row, AdapterUrl: null, Name: 'Voice Line' }, 0).isVoiceLike, true);
    });

    test('with an ordinary address has no evidence', () => {
        assert.deepEqual(judgeCallCenter(row, 0).evidence, []);
    });
});
