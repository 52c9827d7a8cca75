import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { REPO } from '../../build/places.ts';
import { OPTIONAL_PARTS } from '../../metadata/optionalParts.ts';
import { UserError } from '../../terminal/userError.ts';
import { deployParts, type Deploy } from '../optionalParts.ts';

const [PAGE, FLOW] = OPTIONAL_PARTS;

/** An org that refuses a folder. */
async function deployed(refused: string | null, dryRun = false) {
    const sent: string[] = [];
    const lines: string[] = [];
    const deploy: Deploy = async (_, __, isCheck, folder) => {
        sent.push(`${isCheck ? 'check' : 'deploy'} ${folder}`);
        if (folder === refused) throw new UserError('The org rejected the deployment:\n  ApexPage X: No such object.');
        return 2;
    };
    const target = { project: { root: REPO }, alias: 'org', dryRun };
    const accepted = await deployParts(target, (line) => lines.push(line), deploy);
    return { sent, lines, accepted };
}

describe('Optional parts', () => {
    test('are folders with a permission set, and together they are all of the package directory', () => {
        const folders = readdirSync(join(REPO, 'optional')).map((name) => `optional/${name}`);
        assert.deepEqual(OPTIONAL_PARTS.map(({ folder }) => folder).sort(), folders.sort());
        for (const { folder, permissionSet } of OPTIONAL_PARTS) {
            const file = `${folder}/main/default/permissionsets/${permissionSet}.permissionset-meta.xml`;
            assert.ok(existsSync(join(REPO, file)), file);
        }
    });

    test('are named by nothing that is always deployed', () => {
        for (const set of readdirSync(join(REPO, 'force-app/main/default/permissionsets'))) {
            const text = readFileSync(join(REPO, 'force-app/main/default/permissionsets', set), 'utf8');
            assert.doesNotMatch(text, /SwitchboardCenters|List_Call_Centers/, set);
        }
    });

    test('are each checked, and then deployed', async () => {
        const { sent, lines, accepted } = await deployed(null);
        assert.deepEqual(sent, [
            `check ${PAGE!.folder}`,
            `deploy ${PAGE!.folder}`,
            `check ${FLOW!.folder}`,
            `deploy ${FLOW!.folder}`
        ]);
        assert.deepEqual(accepted, [PAGE, FLOW]);
        assert.deepEqual(lines, [`Deployed ${PAGE!.name}.`, `Deployed ${FLOW!.name}.`]);
    });

    test('that the org refuses are left out, with what that means and why, and stop nothing', async () => {
        const { sent, lines, accepted } = await deployed(PAGE!.folder);
        assert.deepEqual(sent, [`check ${PAGE!.folder}`, `check ${FLOW!.folder}`, `deploy ${FLOW!.folder}`]);
        assert.deepEqual(accepted, [FLOW]);
        assert.equal(
            lines[0],
            `The org doesn't accept ${PAGE!.name}. Switchboard asks the flow List_Call_Centers instead.\n  The org rejected the deployment:\n    ApexPage X: No such object.`
        );
    });

    test('are only checked in a dry run', async () => {
        const { sent, lines } = await deployed(null, true);
        assert.deepEqual(sent, [`check ${PAGE!.folder}`, `check ${FLOW!.folder}`]);
        assert.equal(lines[0], `The org would accept ${PAGE!.name}.`);
    });

    test('let other errors through', async () => {
        const deploy: Deploy = () => Promise.reject(new TypeError('a bug'));
        await assert.rejects(
            deployParts({ project: { root: REPO }, alias: 'org', dryRun: true }, () => {}, deploy),
            TypeError
        );
    });
});
