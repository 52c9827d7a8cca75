import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { namespace } from '../namespace.ts';
import { HELLO } from './validFiles.ts';
import { findingsWith, removeProjects, type Break } from './validProject.ts';

after(removeProjects);

const TS = `${HELLO}/hello.ts`;
const using = (code: string): Record<string, Break> => ({
    [TS]: ['export default class', `export const other = ${code};\nexport default class`]
});

test('finds nothing in a valid project', async () => {
    assert.deepEqual(await findingsWith(namespace), []);
});

const BROKEN: [string, Record<string, Break>, RegExp][] = [
    ['an object in a text', using("'Visit__c'"), /Visit__c lacks a prefix/],
    ['a field in a template', using('`{ Note__c { value } }`'), /Note__c lacks a prefix/],
    ['a field as the name of a property', using('{ Note__c: 1 }'), /Note__c lacks a prefix/],
    ['a field that is read', using('({} as any).Note__c'), /Note__c lacks a prefix/],
    ['a relationship', using("'Visit__r'"), /Visit__r lacks a prefix/],
    ['the address of a page', using("'/apex/Hello'"), /\/apex\/Hello lacks a prefix/],
    ['the address of a tab', using("'/lightning/n/Hello?x=1'"), /lightning\/n\/Hello lacks a prefix/],
    ['a parameter of an address', using("'c__center'"), /c__center starts with c__/],
    [
        'an org that is made without the namespace',
        using('graphqlOrg({});\ndeclare function graphqlOrg(transport: object): object'),
        /without inNamespace/
    ],
    [
        'a component that a page names by c',
        {
            'force-app/main/default/pages/Odd.page':
                "<apex:page><script>$Lightning.use('c:helloOut');</script></apex:page>"
        },
        /own namespace/
    ],
    [
        'the address of a custom link',
        {
            'force-app/main/default/objects/User/webLinks/Open.webLink-meta.xml':
                '<WebLink><url>/apex/Hello</url></WebLink>'
        },
        /URLFOR/
    ]
];
for (const [what, breaks, sentence] of BROKEN)
    test(`finds ${what}`, async () => {
        const found = (await findingsWith(namespace, breaks)).map((each) => each.sentence);
        assert.ok(
            found.some((each) => sentence.test(each)),
            found.join('\n')
        );
    });

test('takes an address with a value between', async () => {
    assert.deepEqual(await findingsWith(namespace, using('`/apex/${String(1)}Hello`')), []);
});
