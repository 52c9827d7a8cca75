import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { links } from '../metadata/links.ts';
import { HELLO } from './validFiles.ts';
import { findingsWith, removeProjects, type Break } from './validProject.ts';

after(removeProjects);

const MAIN = 'force-app/main/default';
const TAB = `${MAIN}/tabs/Hello.tab-meta.xml`;
const APP = `${MAIN}/applications/Hello.app-meta.xml`;
const SET = `${MAIN}/permissionsets/Hello.permissionset-meta.xml`;
const FLOW = `${MAIN}/flows/List_Visits.flow-meta.xml`;
const PAGE = `${MAIN}/pages/Hello.page`;
const AURA = `${MAIN}/aura/helloOut/helloOut.app`;
const BEFORE = `${MAIN}/objects/Visit__c/fields/Before__c.field-meta.xml`;
const NOTE = `${MAIN}/objects/Visit__c/fields/Note__c.field-meta.xml`;

test('the links check finds nothing in a valid project', async () => {
    assert.deepEqual(await findingsWith(links), []);
});

test('tabs and apps of Salesforce itself are in every org', async () => {
    const grant =
        '<applicationVisibilities><application>standard__LightningService</application><visible>true</visible></applicationVisibilities>';
    const findings = await findingsWith(links, {
        [APP]: ['<tabs>Hello', '<tabs>standard-home</tabs><tabs>Hello'],
        [SET]: [/( *<applicationVisibilities>)/, `${grant}$1`]
    });
    assert.deepEqual(findings, []);
});

const BROKEN: [string, string, Break, RegExp][] = [
    ['a tab whose component is missing', TAB, ['>hello<', '>hullo<'], /no bundle hullo/],
    [
        'a tab whose component has no tab target',
        `${HELLO}/hello.js-meta.xml`,
        ['lightning__Tab', 'lightning__AppPage'],
        /no target lightning__Tab/
    ],
    ['a tab that shows two things', TAB, ['<motif>', '<page>Hello</page><motif>'], /exactly one thing/],
    ['an app whose tab is missing', APP, ['<tabs>Hello', '<tabs>Goodbye'], /no tab Goodbye/],
    [
        'an app whose utility bar is missing',
        APP,
        ['</uiType>', '</uiType><utilityBar>Bar</utilityBar>'],
        /no utility bar Bar/
    ],
    [
        'a grant of an app that doesn’t exist',
        SET,
        ['<application>Hello', '<application>Goodbye'],
        /no CustomApplication Goodbye/
    ],
    ['a grant of a tab that doesn’t exist', SET, ['<tab>Hello', '<tab>Goodbye'], /no CustomTab Goodbye/],
    ['a grant of a page that doesn’t exist', SET, ['<apexPage>Hello', '<apexPage>Goodbye'], /no ApexPage Goodbye/],
    ['a grant of a flow that doesn’t exist', SET, ['<flow>List_Visits', '<flow>List'], /no Flow List/],
    ['a grant of an object that doesn’t exist', SET, ['<object>Visit__c', '<object>Visits__c'], /no object Visits__c/],
    [
        'a grant of a field that doesn’t exist',
        SET,
        ['Visit__c.Note__c', 'Visit__c.Memo__c'],
        /no field Visit__c\.Memo__c/
    ],
    ['a grant of a required field', NOTE, ['<required>false', '<required>true'], /comes with its object/],
    [
        'a field that no permission set grants',
        SET,
        [/ *<fieldPermissions>[^]*?<\/fieldPermissions>\n/, ''],
        /makes Visit__c\.Note__c readable/
    ],
    [
        'a user permission that some orgs don’t have',
        SET,
        [
            '</tabSettings>',
            '</tabSettings><userPermissions><enabled>true</enabled><name>ServiceCloudVoice</name></userPermissions>'
        ],
        /permission ServiceCloudVoice/
    ],
    [
        'a lookup to an object that doesn’t exist',
        BEFORE,
        ['<referenceTo>Visit__c', '<referenceTo>Call__c'],
        /no object Call__c/
    ],
    [
        'two relationships with the same name',
        NOTE,
        [
            / *<length>[^]*<\/type>/,
            '<referenceTo>Visit__c</referenceTo><relationshipName>After</relationshipName><type>Lookup</type>'
        ],
        /more than one relationship After/
    ],
    ['a flow that reads an unknown object', FLOW, ['<object>Visit__c', '<object>Call__c'], /no object Call__c/],
    ['a flow that reads an unknown field', FLOW, ['>Note__c<', '>Memo__c<'], /no field Memo__c/],
    [
        'a flow that stores records in a missing variable',
        FLOW,
        ['<outputReference>visits', '<outputReference>calls'],
        /no variable calls/
    ],
    [
        'a flow that continues at a missing element',
        FLOW,
        ['<targetReference>Get_Visits', '<targetReference>Get_Calls'],
        /no element Get_Calls/
    ],
    ['a flow that reads records without their ID', FLOW, [/ *<queriedFields>Id.*\n/, ''], /needs the field Id/],
    ['a page whose Aura app is missing', PAGE, ['c:helloOut', 'c:hulloOut'], /no Aura app hulloOut/],
    [
        'a page that creates a component that no app declares',
        PAGE,
        ["'c:hello')", "'c:hullo')"],
        /declares the component hullo/
    ],
    ['a page with a controller', PAGE, ['<apex:page', '<apex:page controller="Hello"'], /there is no Apex/],
    ['a page that isn’t well-formed', PAGE, ['</div>', ''], /closing|Expected/i],
    ['a page without its markup', PAGE, null, /Hello\.page is missing/],
    ['an Aura app that pages can’t use', AURA, ['access="GLOBAL"', ''], /not global/],
    ['an Aura app that isn’t for Lightning Out', AURA, ['ltng:outApp', 'force:slds'], /does not extend ltng:outApp/],
    ['an Aura app that declares a missing component', AURA, ['c:hello"', 'c:hullo"'], /no component hullo/]
];

for (const [what, file, how, sentence] of BROKEN)
    test(`the links check finds ${what}`, async () => {
        const findings = await findingsWith(links, { [file]: how });
        assert.ok(
            findings.some((finding) => sentence.test(finding.sentence)),
            `found ${JSON.stringify(findings)}`
        );
    });
