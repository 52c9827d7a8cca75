import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPO } from '../../build/places.ts';
import type { Project } from '../check.ts';
import { CHECKS } from '../checks.ts';
import { stage, unstage } from '../stage.ts';

/** `npm run check` runs these two on the whole project. The tests run them on a small project. */
const SLOW = ['cli', 'unit tests'];

let project: Project;

before(() => {
    project = stage(REPO);
});

after(() => unstage(project));

for (const check of CHECKS.filter(({ name, onlyByName }) => !SLOW.includes(name) && !onlyByName))
    test(`Switchboard passes: ${check.promise}`, async () => {
        assert.deepEqual((await check.run(project)).findings, []);
    });

test('a staged project has its JavaScript, and no .git folder', () => {
    assert.ok(existsSync(join(project.root, 'force-app/main/default/lwc/switchboard/switchboard.js')));
    assert.ok(!existsSync(join(project.root, '.git')));
});
