import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import type { Check } from '../check.ts';
import { emittedCode } from '../emittedCode.ts';
import { platformCompiler } from '../platformCompiler.ts';
import { references } from '../references.ts';
import { size } from '../size.ts';
import { HELLO } from './validFiles.ts';
import { findingsWith, removeProjects, type Break } from './validProject.ts';

after(removeProjects);

const TS = `${HELLO}/hello.ts`;
const JS = `${HELLO}/hello.js`;
const HTML = `${HELLO}/hello.html`;
const META = `${HELLO}/hello.js-meta.xml`;
const LWC = 'force-app/main/default/lwc';
const BARE = `import { LightningElement } from 'lwc';\nexport default class Bare extends LightningElement {}\n`;
const imports = (specifier: string): Break => ['import greeting', `import other from '${specifier}';\nimport greeting`];

for (const check of [emittedCode, size, platformCompiler, references])
    test(`${check.name}: finds nothing in a valid project`, async () => {
        assert.deepEqual(await findingsWith(check), []);
    });

const BROKEN: [Check, string, Record<string, Break>, RegExp][] = [
    [emittedCode, 'TypeScript without its JavaScript', { [JS]: null }, /was not emitted/],
    [
        emittedCode,
        'JavaScript without its TypeScript',
        { [`${HELLO}/old.js`]: 'export const a = 1;' },
        /no TypeScript for this file/
    ],
    [emittedCode, 'an import of TypeScript', { [JS]: ["'./shout'", "'./shout.ts'"] }, /TypeScript isn't deployed/],
    [emittedCode, 'an import of a missing file', { [JS]: ["'./shout'", "'./whisper'"] }, /not in the bundle/],
    [emittedCode, 'types left in JavaScript', { [JS]: ['text =', 'text: string ='] }, /TypeScript files|expected/i],
    [emittedCode, 'a type error', { [TS]: ['text: string', 'text: number'] }, /not assignable to type 'number'/],

    [
        size,
        'more JavaScript than the budget',
        // Random text can't be compressed by more than a quarter.
        { [`${HELLO}/large.js`]: `export const text = '${randomBytes(150_000).toString('base64')}';` },
        /has \d+\.\d KB, and the budget is 130 KB/
    ],

    [platformCompiler, 'a syntax error', { [JS]: ['extends', 'extens'] }, /LWC1503/],
    [platformCompiler, 'a template with an element that isn’t closed', { [HTML]: ['</p>', ''] }, /LWC1\d+/],
    [platformCompiler, 'an import of a file of another bundle', { [JS]: ["'./shout'", "'../other/shout'"] }, /LWC1\d+/],
    [
        platformCompiler,
        'a bundle without code',
        { 'force-app/main/default/lwc/bare/notes.txt': 'Soon' },
        /bare\.js is missing/
    ],
    [platformCompiler, 'a bundle without its script', { [JS]: null }, /hello\.js is missing/],

    [references, 'a missing label', { [TS]: ['c.Greeting', 'c.Greetings'] }, /no label c\.Greetings/],
    [references, 'a missing bundle', { [TS]: imports('c/other') }, /no bundle other/],
    [references, 'a module that orgs don’t have', { [TS]: imports('lightning/telephone') }, /no lightning\/telephone/],
    [
        references,
        'a module that Lightning Out doesn’t have',
        { [TS]: imports('lightning/modal') },
        /Lightning Out.*doesn't have lightning\/modal/
    ],
    [
        references,
        'a component that Lightning Out doesn’t have, in a bundle that the page in Setup uses',
        {
            [HTML]: ['</p>', '</p><c-inner></c-inner>'],
            [`${LWC}/inner/inner.ts`]: BARE,
            [`${LWC}/inner/inner.html`]: '<template><lightning-toast-container></lightning-toast-container></template>'
        },
        /Lightning Out.*doesn't have lightning\/toastContainer/
    ],
    [references, 'an npm package', { [TS]: imports('lodash') }, /no module lodash/],
    [references, 'Apex', { [TS]: imports('@salesforce/apex/Calls.list') }, /of type apexMethod/],
    [
        references,
        'a user permission that only Voice orgs have',
        { [TS]: imports('@salesforce/userPermission/ContactCenterAgent') },
        /permission ContactCenterAgent/
    ],
    [
        references,
        'a missing custom permission',
        { [TS]: imports('@salesforce/customPermission/Move') },
        /custom permission Move/
    ],
    [references, 'a missing field', { [TS]: imports('@salesforce/schema/Visit__c.Memo__c') }, /no field Memo__c/],
    [
        references,
        'a tag of a missing bundle',
        { [HTML]: ['</p>', '</p><c-other-one></c-other-one>'] },
        /no bundle otherOne/
    ],
    [
        references,
        'a tag of a missing base component',
        { [HTML]: ['</p>', '</p><lightning-phone></lightning-phone>'] },
        /no lightning\/phone/
    ],
    [
        references,
        'a tag of a bundle that isn’t a component',
        {
            [HTML]: ['</p>', '</p><c-logic></c-logic>'],
            'force-app/main/default/lwc/logic/logic.ts': 'export const one = 1;'
        },
        /bundle logic isn't a component/
    ]
];

for (const [check, what, breaks, sentence] of BROKEN)
    test(`${check.name}: finds ${what}`, async () => {
        const findings = await findingsWith(check, breaks);
        assert.ok(
            findings.some((finding) => sentence.test(finding.sentence)),
            `found ${JSON.stringify(findings)}`
        );
    });

test('emit: a finding has the file and the line', async () => {
    const findings = await findingsWith(emittedCode, { [TS]: ['text: string', 'text: number'] });
    assert.deepEqual(
        findings.map(({ file, line }) => [file, line]),
        [[TS, 6]]
    );
});

test('references: accepts a standard field that exists', async () => {
    assert.deepEqual(await findingsWith(references, { [TS]: imports('@salesforce/schema/User.CallCenterId') }), []);
});

test('references: accepts a module that Lightning Out doesn’t have in a bundle that only a tab uses', async () => {
    const tab = {
        [`${LWC}/tab/tab.ts`]: BARE.replace('LightningElement {', 'LightningElement { at = NavigationMixin;').replace(
            'import',
            "import { NavigationMixin } from 'lightning/navigation';\nimport"
        ),
        [`${LWC}/tab/tab.html`]: '<template><c-hello></c-hello></template>'
    };
    assert.deepEqual(await findingsWith(references, tab), []);
});

test('compiler: doesn’t check the configuration of a bundle', async () => {
    assert.deepEqual(await findingsWith(platformCompiler, { [META]: null }), []);
});
