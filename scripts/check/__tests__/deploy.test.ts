import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { convertedPackage } from '../convertedPackage.ts';
import { differences, salesforceCli } from '../salesforceCli.ts';
import { slds } from '../slds.ts';
import { unitTests } from '../unitTests.ts';
import { HELLO } from './validFiles.ts';
import { findingsWith, projectWith, removeProjects } from './validProject.ts';

after(removeProjects);

const MAIN = 'force-app/main/default';
const sentences = (findings: { file: string; sentence: string }[]): string =>
    findings.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n');

test('package: holds a whole valid project, without TypeScript and tests', async () => {
    const verdict = await convertedPackage.run(projectWith());
    assert.deepEqual(verdict.findings, []);
    assert.match(verdict.seen, /^1\d files$/);
});

test('package: finds TypeScript that would be deployed', async () => {
    const findings = await findingsWith(convertedPackage, { '.forceignore': 'package.json\n' });
    assert.match(sentences(findings), /lwc\/hello\/hello\.ts: It would be deployed/);
    assert.match(sentences(findings), /__tests__\/hello\.test\.ts: It would be deployed/);
});

test('package: finds a source map that would be deployed', async () => {
    const findings = await findingsWith(convertedPackage, {
        '.forceignore': '**/*.ts',
        [`${HELLO}/hello.js.map`]: '{}'
    });
    assert.match(sentences(findings), /hello\.js\.map: It would be deployed/);
});

test('package: finds JavaScript that would not be deployed', async () => {
    const findings = await findingsWith(convertedPackage, { '.forceignore': ['**/*.ts', '**/*.ts\n**/shout.js'] });
    assert.match(sentences(findings), /hello\/shout\.js: It is not in the package/);
});

test('package: finds a component that the manifest doesn’t list', async () => {
    const findings = await findingsWith(convertedPackage, { '.forceignore': ['**/*.ts', '**/*.ts\n**/tabs/**'] });
    assert.match(sentences(findings), /The manifest doesn't list CustomTab Hello/);
});

test('cli: sf makes the same package from a valid project', async () => {
    assert.deepEqual(await findingsWith(salesforceCli), []);
});

test('cli: reports an error of sf with its own message', async () => {
    const findings = await findingsWith(salesforceCli, {
        [`${MAIN}/tabs/Hello.tab-meta.xml`]: ['</CustomTab>', ''],
        [`${MAIN}/tabs/Odd.tag-meta.xml`]: '<x/>'
    });
    assert.match(sentences(findings), /sf project convert source failed: .*/);
});

test('cli: finds every difference between two packages', () => {
    const own = new Map([
        ['package.xml', '<a/>\n<b/>'],
        ['lwc/a.js', '1'],
        ['lwc/b.js', '1']
    ]);
    const other = new Map([
        ['package.xml', '<b/>\n  <a/>'],
        ['lwc/b.js', '2'],
        ['lwc/c.js', '1']
    ]);
    assert.deepEqual(
        differences(own, other).map(({ file }) => file),
        ['lwc/a.js', 'lwc/b.js', 'lwc/c.js']
    );
});

test('slds: finds nothing in a valid project', async () => {
    assert.deepEqual(await findingsWith(slds), []);
});

test('slds: finds a retired class in markup', async () => {
    const findings = await findingsWith(slds, { [`${HELLO}/hello.html`]: ['around_small', 'around--small'] });
    assert.match(sentences(findings), /hello\.html: slds-p-around--small has been retired/);
});

test('slds: finds an overridden class in styles', async () => {
    const findings = await findingsWith(slds, { [`${HELLO}/hello.css`]: '.slds-button {\n    color: inherit;\n}\n' });
    assert.match(sentences(findings), /hello\.css: Overriding \.slds-button isn’t supported/);
});

test('unit tests: tests of a valid project pass on its JavaScript', async () => {
    const verdict = await unitTests.run(projectWith());
    assert.deepEqual(verdict, { seen: '1 tests', findings: [] });
});

test('unit tests: finds a test that fails because the TypeScript is gone', async () => {
    const findings = await findingsWith(unitTests, {
        [`${HELLO}/__tests__/files.test.ts`]: `import { existsSync } from 'node:fs';
import { join } from 'node:path';

const at = (file: string): string => join(process.cwd(), '${HELLO}', file);

it('has its TypeScript', () => {
    expect(existsSync(at('hello.js'))).toBe(true);
    expect(existsSync(at('hello.ts'))).toBe(true);
});\n`
    });
    assert.equal(findings.length, 1);
    assert.match(sentences(findings), /files\.test\.js: has its TypeScript: .*toBe/);
});

test('unit tests: finds a suite that can’t be loaded', async () => {
    const findings = await findingsWith(unitTests, {
        [`${HELLO}/__tests__/hello.test.ts`]: ['../shout.ts', '../whisper.ts']
    });
    assert.match(sentences(findings), /hello\.test\.js: Cannot find module/);
});
