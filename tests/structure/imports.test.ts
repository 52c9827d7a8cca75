import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { packageAt, REPO } from '../../scripts/build/places.ts';

const LWC = 'force-app/main/default/lwc';

/** A small repo, by path, each file with what it imports: every direction in which imports may go. */
const ACCEPTED: Record<string, string[]> = {
    [`${LWC}/orgPort/orgPort.ts`]: [],
    [`${LWC}/movePlan/movePlan.ts`]: ['c/orgPort'],
    [`${LWC}/graphqlOrg/graphqlOrg.ts`]: ['c/orgPort', 'c/movePlan'],
    [`${LWC}/org/org.ts`]: ['c/graphqlOrg', 'lightning/graphql'],
    [`${LWC}/labels/labels.ts`]: ['@salesforce/label/c.Switchboard_title'],
    [`${LWC}/wording/wording.ts`]: ['c/labels', 'c/movePlan'],
    [`${LWC}/movePanel/movePanel.html`]: [],
    [`${LWC}/movePanel/titles.ts`]: ['c/wording'],
    [`${LWC}/movePanel/movePanel.ts`]: ['./titles.ts', 'c/movePlan', 'c/orgPort', '@salesforce/user/Id'],
    [`${LWC}/movePanel/__tests__/movePanel.test.ts`]: ['c/movePanel', '#tests/support/mount.ts'],
    'tests/support/mount.ts': ['../../scripts/local-org/store/store.ts'],
    'scripts/build/places.ts': [],
    'scripts/metadata/xml.ts': [],
    'scripts/check/main.ts': ['../metadata/xml.ts'],
    'scripts/local-org/objects/field.ts': [],
    'scripts/local-org/store/store.ts': ['../objects/field.ts', 'c/orgPort'],
    'scripts/local-org/graphql/schema.ts': ['../store/store.ts'],
    'scripts/local-org/index.ts': ['./graphql/schema.ts', '../metadata/xml.ts'],
    'scripts/org/login.ts': [],
    'scripts/preview/embedded.ts': ['../local-org/index.ts', '../org/login.ts'],
    'scripts/doctor/main.ts': ['../org/login.ts', 'c/graphqlOrg'],
    'scripts/deploy/main.ts': ['../org/login.ts']
};

/** Imports that go the wrong way: the folder of a file that is added, what it imports, and the rules that refuse it. */
const REFUSED: Record<string, [folder: string, imports: string, ...rules: string[]]> = {
    'a circle': [`${LWC}/movePanel`, './titles/back.ts', 'no-circle'],
    'a circle of types': [`${LWC}/movePanel`, 'type ./titles/typesBack.ts', 'no-circle'],
    'logic that imports a part of the page': [`${LWC}/movePlan`, 'type c/movePanel', 'logic-below-parts'],
    'logic that imports labels': [`${LWC}/movePlan`, 'c/labels', 'logic-below-parts'],
    'logic that asks the platform': [`${LWC}/movePlan`, '@salesforce/user/Id', 'logic-knows-no-platform'],
    'a port that imports logic': [`${LWC}/orgPort`, 'c/movePlan', 'port-is-lowest'],
    'GraphQL that imports the door': [`${LWC}/graphqlOrg`, 'c/org', 'graphql-below-door'],
    'words that import a part': [`${LWC}/wording`, 'c/movePanel', 'words-below-parts'],
    'a part with data of its own': [`${LWC}/movePanel`, 'lightning/uiRecordApi', 'one-door-to-data'],
    'a part that makes an Org': [`${LWC}/movePanel`, 'c/graphqlOrg', 'parts-above-all'],
    'a label outside its room': [`${LWC}/movePanel`, '@salesforce/label/c.Switchboard_title', 'labels-in-one-room'],
    'a file inside another room': [`${LWC}/movePanel/__tests__`, '../../wording/inside.ts', 'rooms-by-name'],
    'deployed code that imports a package': [`${LWC}/movePlan`, 'hono', 'deployed-code-stands-alone'],
    'deployed code that imports a script': [
        `${LWC}/org`,
        '../../../../../scripts/build/places.ts',
        'deployed-code-stands-alone',
        'door-over-graphql'
    ],
    'production code that imports tests': [
        'scripts/doctor',
        '../../tests/support/mount.ts',
        'no-tests-in-production',
        'wing-doctor'
    ],
    'deploy that imports the doctor': ['scripts/deploy', '../doctor/main.ts', 'wing-deploy'],
    'metadata that imports its client': ['scripts/metadata', '../check/main.ts', 'wing-metadata'],
    'a new wing without a place in the house': ['scripts/export', '../org/login.ts', 'wing-export'],
    'a preview that calls the embedded org': ['scripts/preview', '../local-org/index.ts', 'preview-over-http'],
    'the inside of the embedded org': ['scripts/preview', 'type ../local-org/store/store.ts', 'local-org-by-its-index'],
    'an arrow up inside the embedded org': ['scripts/local-org/objects', '../graphql/schema.ts', 'local-org-layer-1']
};

const repo = mkdtempSync(join(tmpdir(), 'switchboard-imports-'));
let refused: Map<string, string[]>;

before(() => {
    writeRepo();
    refused = lint();
});
after(() => rmSync(repo, { recursive: true }));

test('lint accepts imports that follow the layers', () => {
    assert.deepEqual(
        Object.keys(ACCEPTED).filter((file) => refused.has(file)),
        []
    );
});

for (const [name, [folder, , ...rules]] of Object.entries(REFUSED)) {
    test(`lint refuses ${name}`, () => assert.deepEqual(refused.get(`${folder}/${name}.ts`), rules));
}

/** The rules that each file breaks. */
function lint(): Map<string, string[]> {
    const program = join(packageAt('dependency-cruiser'), 'bin/dependency-cruiser.mjs');
    const words = ['--config', join(REPO, '.dependency-cruiser.js'), '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, [program, ...words, 'force-app', 'scripts', 'tests'], {
        cwd: repo,
        encoding: 'utf8',
        maxBuffer: 10_000_000
    });
    assert.equal(stderr, '');
    const { violations }: { violations: { from: string; rule: { name: string } }[] } = JSON.parse(stdout).summary;
    const rules = new Map<string, string[]>();
    for (const { from, rule } of violations) rules.set(from, [...(rules.get(from) ?? []), rule.name].sort());
    return rules;
}

function writeRepo(): void {
    write('package.json', JSON.stringify({ type: 'module', imports: { '#tests/*': './tests/*' } }));
    write('node_modules/hono/package.json', '{"main":"index.js"}');
    write('node_modules/hono/index.js', '');
    write(`${LWC}/wording/inside.ts`, '');
    write(`${LWC}/movePanel/titles/back.ts`, importOf('../a circle.ts'));
    write(`${LWC}/movePanel/titles/typesBack.ts`, importOf('type ../a circle of types.ts'));
    for (const [path, imports] of Object.entries(ACCEPTED)) write(path, imports.map(importOf).join('\n'));
    for (const [name, [folder, imports]] of Object.entries(REFUSED)) write(`${folder}/${name}.ts`, importOf(imports));
    cpSync(join(REPO, LWC, 'package.json'), join(repo, LWC, 'package.json'));
    symlinkSync(join(repo, LWC), join(repo, 'node_modules/c'));
}

function write(path: string, text: string): void {
    mkdirSync(dirname(join(repo, path)), { recursive: true });
    writeFileSync(join(repo, path), text);
}

function importOf(name: string): string {
    return name.startsWith('type ') ? `import type { T } from '${name.slice(5)}';` : `import '${name}';`;
}
