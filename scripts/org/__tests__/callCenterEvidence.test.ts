import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OrgConnection } from '../connection.ts';
import { callCenterEvidence, judgeCallCenter } from '../callCenterEvidence.ts';

describe('A call center', () => {
    const row = { Id: '04v', Name: 'Desk', InternalName: 'Desk', AdapterUrl: 'https://x', CustomSettings: null };

    test('is certainly partner telephony when its settings name it', () => {
        const { kind, isVoiceLike } = judgeCallCenter(
            { ...row, CustomSettings: '{"reqCallCenterType" : "SCVBYOT"}' },
            { mapped: 0, channels: 0 }
        );
        assert.deepEqual([kind, isVoiceLike], ['voice-partner', true]);
    });

    test('looks like Voice, but stays unknown, when users are mapped to telephony users', () => {
        const { kind, isVoiceLike, evidence } = judgeCallCenter(row, { mapped: 3, channels: 0 });
        assert.deepEqual([kind, isVoiceLike], ['unknown', true]);
        assert.deepEqual(evidence, ['3 of its users or queues are mapped to telephony users']);
    });

    test('does not look like Voice because of its name alone, or a missing address alone', () => {
        assert.equal(judgeCallCenter({ ...row, Name: 'Voice Line' }, { mapped: 0, channels: 0 }).isVoiceLike, false);
        assert.equal(judgeCallCenter({ ...row, AdapterUrl: null }, { mapped: 0, channels: 0 }).isVoiceLike, false);
        assert.equal(
            judgeCallCenter({ ...row, AdapterUrl: null, Name: 'Voice Line' }, { mapped: 0, channels: 0 }).isVoiceLike,
            true
        );
    });

    test('with an ordinary adapter is Open CTI, without any hint of Voice', () => {
        const { kind, knownBy, evidence } = judgeCallCenter(row, { mapped: 0, channels: 0 });
        assert.deepEqual([kind, knownBy, evidence], ['open-cti', 'adapter', []]);
    });

    test('is a contact center service when it has messaging channels, in an org that has them', async () => {
        const query = async (soql: string) => {
            if (soql.includes('FROM CallCenterRoutingMap')) return { ok: false, message: 'No such object.' };
            const body = soql.includes('FROM ContactCenterChannel') ? [{ center: '04v', n: 2 }] : [row];
            return { ok: true, body };
        };
        const found = await callCenterEvidence({ query } as unknown as OrgConnection);
        assert.ok(found.ok);
        assert.deepEqual(
            found.centers.map(({ kind, knownBy }) => [kind, knownBy]),
            [['ccaas', 'channels']]
        );
    });
});
