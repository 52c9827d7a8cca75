import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { links } from '../metadata/links.ts';
import { findingsWith, HELLO, sweep, type Break } from './soundProject.ts';

after(sweep);

const MAIN = 'force-app/main/default';
const TAB = `${MAIN}/tabs/Hello.tab-meta.xml`;
const APP = `${MAIN}/applications/Hello.app-meta.xml`;
const SET = `${MAIN}/permissionsets/Hello.permissionset-meta.xml`;
const FLOW = `${MAIN}/flows/List_Visits.flow-meta.xml`;
const PAGE = `${MAIN}/pages/Hello.page`;
const AURA = `${MAIN}/aura/helloOut/helloOut.app`;
const BEFORE = `${MAIN}/objects/Visit__c/fields/Before__c.field-meta.xml`;
const NOTE = `${MAIN}/objects/Visit__c/fields/Note__c.field-meta.xml`;

test('nothing dangles in a sound project', async () => {
    assert.deepEqual(await findingsWith(links), []);
});

const BROKEN: [string, string, Break, RegExp][] = [
    ['a tab without its component', TAB, ['>hello<', '>hullo<'], /no bundle hullo/],
    [
        'a tab whose component is for no tab',
        `${HELLO}/hello.js-meta.xml`,
        ['lightning__Tab', 'lightning__AppPage'],
        /no target lightning__Tab/
    ],
    ['a tab that shows two things', TAB, ['<motif>', '<page>Hello</page><motif>'], /exactly one thing/],
    ['an app without its tab', APP, ['<tabs>Hello', '<tabs>Goodbye'], /no tab Goodbye/],
    [
        'an app without its utility bar',
        APP,
        ['</uiType>', '</uiType><utilityBar>Bar</utilityBar>'],
        /no utility bar Bar/
    ],
    [
        'a grant of an app that is not there',
        SET,
        ['<application>Hello', '<application>Goodbye'],
        /no CustomApplication Goodbye/
    ],
    ['a grant of a tab that is not there', SET, ['<tab>Hello', '<tab>Goodbye'], /no CustomTab Goodbye/],
    ['a grant of a page that is not there', SET, ['<apexPage>Hello', '<apexPage>Goodbye'], /no ApexPage Goodbye/],
    ['a grant of a flow that is not there', SET, ['<flow>List_Visits', '<flow>List'], /no Flow List/],
    ['a grant of an object that is not there', SET, ['<object>Visit__c', '<object>Visits__c'], /no object Visits__c/],
    [
        'a grant of a field that is not there',
        SET,
        ['Visit__c.Note__c', 'Visit__c.Memo__c'],
        /no field Visit__c\.Memo__c/
    ],
    ['a grant of a required field', NOTE, ['<required>false', '<required>true'], /comes with its object/],
    [
        'a field that nobody may read',
        SET,
        [/ *<fieldPermissions>[^]*?<\/fieldPermissions>\n/, ''],
        /makes Visit__c\.Note__c readable/
    ],
    [
        'a user permission that orgs may lack',
        SET,
        [
            '</tabSettings>',
            '</tabSettings><userPermissions><enabled>true</enabled><name>ServiceCloudVoice</name></userPermissions>'
        ],
        /permission ServiceCloudVoice/
    ],
    ['a lookup to nowhere', BEFORE, ['<referenceTo>Visit__c', '<referenceTo>Call__c'], /no object Call__c/],
    [
        'two relations of one name',
        NOTE,
        [
            / *<length>[^]*<\/type>/,
            '<referenceTo>Visit__c</referenceTo><relationshipName>After</relationshipName><type>Lookup</type>'
        ],
        /more than one relation After/
    ],
    ['a flow that reads an unknown object', FLOW, ['<object>Visit__c', '<object>Call__c'], /no object Call__c/],
    ['a flow that reads an unknown field', FLOW, ['>Note__c<', '>Memo__c<'], /no field Memo__c/],
    [
        'a flow that reads into nothing',
        FLOW,
        ['<outputReference>visits', '<outputReference>calls'],
        /no variable calls/
    ],
    [
        'a flow that goes nowhere',
        FLOW,
        ['<targetReference>Get_Visits', '<targetReference>Get_Calls'],
        /no element Get_Calls/
    ],
    ['a flow that reads records without their Id', FLOW, [/ *<queriedFields>Id.*\n/, ''], /needs the field Id/],
    ['a page without its app', PAGE, ['c:helloOut', 'c:hulloOut'], /no Aura app hulloOut/],
    ['a page that creates what no app declares', PAGE, ["'c:hello',", "'c:hullo',"], /declares the component hullo/],
    ['a page with a controller', PAGE, ['<apex:page', '<apex:page controller="Hello"'], /there is no Apex/],
    ['a page that is not well-formed', PAGE, ['</div>', ''], /closing|Expected/i],
    ['a page without its markup', PAGE, null, /Hello\.page is missing/],
    ['an app that pages cannot use', AURA, ['access="GLOBAL"', ''], /not global/],
    ['an app that is none for Lightning Out', AURA, ['ltng:outApp', 'force:slds'], /does not extend ltng:outApp/],
    ['an app that declares what is not there', AURA, ['c:hello"', 'c:hullo"'], /no component hullo/]
];

for (const [what, file, how, sentence] of BROKEN)
    test(`${what} is found`, async () => {
        const findings = await findingsWith(links, { [file]: how });
        assert.ok(
            findings.some((finding) => sentence.test(finding.sentence)),
            `found ${JSON.stringify(findings)}`
        );
    });
