import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Check } from '../check.ts';
import { emittedCode } from '../emittedCode.ts';
import { platformCompiler } from '../platformCompiler.ts';
import { references } from '../references.ts';
import { findingsWith, HELLO, sweep, type Break } from './soundProject.ts';

after(sweep);

const TS = `${HELLO}/hello.ts`;
const JS = `${HELLO}/hello.js`;
const HTML = `${HELLO}/hello.html`;
const META = `${HELLO}/hello.js-meta.xml`;
const imports = (specifier: string): Break => ['import greeting', `import other from '${specifier}';\nimport greeting`];

for (const check of [emittedCode, platformCompiler, references])
    test(`${check.name}: nothing is found in a sound project`, async () => {
        assert.deepEqual(await findingsWith(check), []);
    });

const BROKEN: [Check, string, Record<string, Break>, RegExp][] = [
    [emittedCode, 'a file that was not emitted', { [JS]: null }, /was not emitted/],
    [emittedCode, 'JavaScript that nobody wrote', { [`${HELLO}/old.js`]: 'export const a = 1;' }, /No TypeScript says/],
    [emittedCode, 'an import of TypeScript', { [JS]: ["'./shout'", "'./shout.ts'"] }, /no TypeScript travels/],
    [emittedCode, 'an import of what is not there', { [JS]: ["'./shout'", "'./whisper'"] }, /not in the bundle/],
    [emittedCode, 'types left in JavaScript', { [JS]: ['text =', 'text: string ='] }, /TypeScript files|expected/i],
    [emittedCode, 'an unsound type', { [TS]: ['text: string', 'text: number'] }, /not assignable to type 'number'/],

    [platformCompiler, 'a syntax error', { [JS]: ['extends', 'extens'] }, /LWC1503/],
    [platformCompiler, 'a template that is not closed', { [HTML]: ['</p>', ''] }, /LWC1\d+/],
    [platformCompiler, 'an import of another bundle’s insides', { [JS]: ["'./shout'", "'../other/shout'"] }, /LWC1\d+/],
    [
        platformCompiler,
        'a bundle with nothing in it',
        { 'force-app/main/default/lwc/bare/notes.txt': 'Soon' },
        /bare\.js is missing/
    ],
    [platformCompiler, 'a bundle without its script', { [JS]: null }, /hello\.js is missing/],

    [references, 'a label that is not there', { [TS]: ['c.Greeting', 'c.Greetings'] }, /no label c\.Greetings/],
    [references, 'a bundle that is not there', { [TS]: imports('c/other') }, /no bundle other/],
    [references, 'a module that orgs lack', { [TS]: imports('lightning/telephone') }, /no lightning\/telephone/],
    [
        references,
        'a module that Lightning Out lacks',
        { [TS]: imports('lightning/modal') },
        /Lightning Out.*lacks lightning\/modal/
    ],
    [references, 'a package of npm', { [TS]: imports('lodash') }, /no module lodash/],
    [references, 'Apex', { [TS]: imports('@salesforce/apex/Calls.list') }, /of the kind apexMethod/],
    [
        references,
        'a user permission of Voice',
        { [TS]: imports('@salesforce/userPermission/ContactCenterAgent') },
        /permission ContactCenterAgent/
    ],
    [
        references,
        'a custom permission that is not there',
        { [TS]: imports('@salesforce/customPermission/Move') },
        /custom permission Move/
    ],
    [
        references,
        'a field that is not there',
        { [TS]: imports('@salesforce/schema/Visit__c.Memo__c') },
        /no field Memo__c/
    ],
    [
        references,
        'a tag of a bundle that is not there',
        { [HTML]: ['</p>', '</p><c-other-one></c-other-one>'] },
        /no bundle otherOne/
    ],
    [
        references,
        'a tag of a base component that is not there',
        { [HTML]: ['</p>', '</p><lightning-phone></lightning-phone>'] },
        /no lightning\/phone/
    ],
    [
        references,
        'a tag of a bundle that is no component',
        {
            [HTML]: ['</p>', '</p><c-logic></c-logic>'],
            'force-app/main/default/lwc/logic/logic.ts': 'export const one = 1;'
        },
        /bundle logic is no component/
    ]
];

for (const [check, what, breaks, sentence] of BROKEN)
    test(`${check.name}: ${what} is found`, async () => {
        const findings = await findingsWith(check, breaks);
        assert.ok(
            findings.some((finding) => sentence.test(finding.sentence)),
            `found ${JSON.stringify(findings)}`
        );
    });

test('emit: a finding tells file and line', async () => {
    const findings = await findingsWith(emittedCode, { [TS]: ['text: string', 'text: number'] });
    assert.deepEqual(
        findings.map(({ file, line }) => [file, line]),
        [[TS, 6]]
    );
});

test('references: names of standard fields that exist are no findings', async () => {
    assert.deepEqual(await findingsWith(references, { [TS]: imports('@salesforce/schema/User.CallCenterId') }), []);
});

test('compiler: the configuration of a bundle is not its concern', async () => {
    assert.deepEqual(await findingsWith(platformCompiler, { [META]: null }), []);
});
