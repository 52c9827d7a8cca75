import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { convertedPackage } from '../convertedPackage.ts';
import { differences, salesforceCli } from '../salesforceCli.ts';
import { slds } from '../slds.ts';
import { unitTests } from '../unitTests.ts';
import { findingsWith, HELLO, projectWith, sweep } from './soundProject.ts';

after(sweep);

const MAIN = 'force-app/main/default';
const sentences = (findings: { file: string; sentence: string }[]): string =>
    findings.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n');

test('package: a sound project is packed whole, without TypeScript and tests', async () => {
    const verdict = await convertedPackage.run(projectWith());
    assert.deepEqual(verdict.findings, []);
    assert.match(verdict.seen, /^1\d files$/);
});

test('package: TypeScript that would travel is found', async () => {
    const findings = await findingsWith(convertedPackage, { '.forceignore': 'package.json\n' });
    assert.match(sentences(findings), /lwc\/hello\/hello\.ts: It would travel/);
    assert.match(sentences(findings), /__tests__\/hello\.test\.ts: It would travel/);
});

test('package: a source map that would travel is found', async () => {
    const findings = await findingsWith(convertedPackage, {
        '.forceignore': '**/*.ts',
        [`${HELLO}/hello.js.map`]: '{}'
    });
    assert.match(sentences(findings), /hello\.js\.map: It would travel/);
});

test('package: JavaScript that stays behind is found', async () => {
    const findings = await findingsWith(convertedPackage, { '.forceignore': ['**/*.ts', '**/*.ts\n**/shout.js'] });
    assert.match(sentences(findings), /hello\/shout\.js: It is not in the package/);
});

test('package: a component that the manifest lacks is found', async () => {
    const findings = await findingsWith(convertedPackage, { '.forceignore': ['**/*.ts', '**/*.ts\n**/tabs/**'] });
    assert.match(sentences(findings), /The manifest lacks CustomTab Hello/);
});

test('cli: sf makes the same package of a sound project', async () => {
    assert.deepEqual(await findingsWith(salesforceCli), []);
});

test('cli: what sf refuses is found, in its own words', async () => {
    const findings = await findingsWith(salesforceCli, {
        [`${MAIN}/tabs/Hello.tab-meta.xml`]: ['</CustomTab>', ''],
        [`${MAIN}/tabs/Odd.tag-meta.xml`]: '<x/>'
    });
    assert.match(sentences(findings), /sf project convert source refuses it: .*/);
});

test('cli: every difference between two packages is found', () => {
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

test('slds: nothing is found in a sound project', async () => {
    assert.deepEqual(await findingsWith(slds), []);
});

test('slds: a retired class is found in markup', async () => {
    const findings = await findingsWith(slds, { [`${HELLO}/hello.html`]: ['around_small', 'around--small'] });
    assert.match(sentences(findings), /hello\.html: slds-p-around--small has been retired/);
});

test('slds: an overridden class is found in styles', async () => {
    const findings = await findingsWith(slds, { [`${HELLO}/hello.css`]: '.slds-button {\n    color: inherit;\n}\n' });
    assert.match(sentences(findings), /hello\.css: Overriding \.slds-button isn’t supported/);
});

test('unit tests: those of a sound project pass on its JavaScript', async () => {
    const verdict = await unitTests.run(projectWith());
    assert.deepEqual(verdict, { seen: '1 tests', findings: [] });
});

test('unit tests: one that fails is found, and TypeScript is out of its way', async () => {
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

test('unit tests: a suite that cannot be loaded is found', async () => {
    const findings = await findingsWith(unitTests, {
        [`${HELLO}/__tests__/hello.test.ts`]: ['../shout.ts', '../whisper.ts']
    });
    assert.match(sentences(findings), /hello\.test\.js: Cannot find module/);
});
