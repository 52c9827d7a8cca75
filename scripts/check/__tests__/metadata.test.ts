import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { metadata } from '../metadata/metadata.ts';
import { SHAPES, slotsOf } from '../../metadata/shapes.ts';
import { HELLO } from './validFiles.ts';
import { findingsWith, removeProjects, type Break } from './validProject.ts';

after(removeProjects);

const MAIN = 'force-app/main/default';
const META = `${HELLO}/hello.js-meta.xml`;
const OBJECT = `${MAIN}/objects/Visit__c/Visit__c.object-meta.xml`;
const NOTE = `${MAIN}/objects/Visit__c/fields/Note__c.field-meta.xml`;
const BEFORE = `${MAIN}/objects/Visit__c/fields/Before__c.field-meta.xml`;
const LABELS = `${MAIN}/labels/CustomLabels.labels-meta.xml`;
const SET = `${MAIN}/permissionsets/Hello.permissionset-meta.xml`;
const CENTER = 'demo/callCenters/Demo.callCenter-meta.xml';

test('the metadata check finds nothing in a valid project', async () => {
    assert.deepEqual(await findingsWith(metadata), []);
});

/** What is broken, in which file, how, and the finding. */
const BROKEN: [string, string, Break, RegExp][] = [
    ['an element that isn’t closed', META, ['</targets>', ''], /LightningComponentBundle|targets|closing/i],
    ['a file without an XML declaration', META, [/^<\?xml.*\n/, ''], /XML declaration/],
    ['a root element in another namespace', META, ['2006/04', '2006/08'], /namespace/],
    [
        'a root element of another type',
        META,
        [/LightningComponentBundle/g, 'AuraDefinitionBundle'],
        /not LightningComponentBundle/
    ],
    [
        'an element that the type doesn’t have',
        META,
        ['<isExposed>', '<isVisible>yes</isVisible><isExposed>'],
        /no element <isVisible>/
    ],
    ['a missing element', META, [/ *<isExposed>.*\n/, ''], /needs <isExposed>/],
    [
        'an element that may not repeat',
        META,
        ['<isExposed>', '<isExposed>true</isExposed><isExposed>'],
        /more than once/
    ],
    [
        'an element out of order',
        SET,
        [/( *<label>.*\n)([^]*)(<\/PermissionSet>)/, '$2$1$3'],
        /<label> comes after <tabSettings>/
    ],
    [
        'elements of one name that aren’t together',
        SET,
        [
            /( *<flowAccesses>[^]*?<\/flowAccesses>\n)/,
            '$1<fieldPermissions><editable>false</editable><field>Visit__c.Name</field></fieldPermissions>'
        ],
        /belongs before it/
    ],
    ['a boolean that is neither true nor false', META, ['<isExposed>true', '<isExposed>yes'], /neither true nor false/],
    [
        'a word that isn’t one of the allowed values',
        OBJECT,
        ['>Deployed<', '>Live<'],
        /none of InDevelopment, Deployed/
    ],
    ['an empty element', META, ['<masterLabel>Hello', '<masterLabel>'], /<masterLabel> is empty/],
    ['an API version that differs from the project’s', META, ['66.0', '58.0'], /version is 58\.0, the project’s 66\.0/],
    ['a target that doesn’t exist', META, ['lightning__Tab', 'lightning__SetupPage'], /no target lightning__SetupPage/],
    [
        'a component that is exposed without a target',
        META,
        [/ *<targets>[^]*<\/targets>\n/, ''],
        /exposed, but to no target/
    ],
    ['a bundle without a configuration file', META, null, /hello\.js-meta\.xml is missing/],
    ['a file that no metadata type uses', `${MAIN}/tabs/Hello.tag-meta.xml`, '<x/>', /No metadata type/],
    ['a text field without a length', NOTE, [/ *<length>.*\n/, ''], /Text needs <length>/],
    ['a text field that is too long', NOTE, ['<length>80', '<length>256'], /outside 1 to 255/],
    [
        'a number field without a scale',
        NOTE,
        [/<length>80<\/length>([^]*)Text/, '<precision>18</precision>$1Number'],
        /Number needs <scale>/
    ],
    [
        'a number field with 19 digits',
        NOTE,
        [/<length>80<\/length>([^]*)<type>Text/, '<precision>19</precision>$1<scale>0</scale><type>Number'],
        /Precision is 18 at most/
    ],
    [
        'a checkbox without a default value',
        NOTE,
        [/ *<length>[^]*<type>Text/, '<type>Checkbox'],
        /Checkbox needs <defaultValue>/
    ],
    ['a picklist without values', NOTE, [/ *<length>[^]*<type>Text/, '<type>Picklist'], /Picklist needs <valueSet>/],
    [
        'a unique date field',
        NOTE,
        [/ *<length>[^]*<type>Text<\/type>/, '<type>Date</type><unique>true</unique>'],
        /neither be unique/
    ],
    ['a lookup without a relationship name', BEFORE, [/ *<relationshipName>.*\n/, ''], /needs <relationshipName>/],
    [
        'a required lookup that can be cleared',
        BEFORE,
        ['<type>', '<required>true</required><type>'],
        /can't be cleared/
    ],
    ['a field whose name isn’t the name of its file', NOTE, ['Note__c', 'Memo__c'], /<fullName> is Memo__c/],
    ['a label of 41 characters', NOTE, ['>Note<', `>${'x'.repeat(41)}<`], /40 characters/],
    ['an auto-number without a format', OBJECT, [/ *<displayFormat>.*\n/, ''], /needs a format/],
    [
        'external sharing that is wider than internal sharing',
        OBJECT,
        [/Private([^]*)>ReadWrite</, 'ReadWrite$1>Private<'],
        /may not see more/
    ],
    ['settings that must be switched together', OBJECT, ['<enableSharing>true', '<enableSharing>false'], /go together/],
    [
        'a detail object that isn’t controlled by its parent',
        BEFORE,
        [/ *<deleteConstraint>.*\n([^]*)<type>Lookup/, '$1<relationshipOrder>0</relationshipOrder><type>MasterDetail'],
        /controlled by its parent/
    ],
    ['a label text of 1,001 characters', LABELS, ['>Hello<', `>${'x'.repeat(1001)}<`], /longer than 1000/],
    ['a label without a short description', LABELS, [/ *<shortDescription>.*\n/, ''], /needs <shortDescription>/],
    ['a label name with a hyphen', LABELS, ['>Greeting<', '>Greeting-one<'], /isn't a valid name for a CustomLabel/],
    ['a label that is listed twice', LABELS, [/( *<labels>[^]*<\/labels>)/, '$1$1'], /Greeting is listed twice/],
    [
        'an object permission without the one it requires',
        SET,
        ['<allowRead>true', '<allowRead>false'],
        /allowEdit requires allowRead/
    ],
    ['a field that users can edit but not read', SET, ['<readable>true', '<readable>false'], /must be readable/],
    [
        'a permission set description of 256 characters',
        SET,
        ['    <fieldPermissions>', `<description>${'x'.repeat(256)}</description><fieldPermissions>`],
        /255 characters/
    ],
    [
        'a call center with two different addresses',
        CENTER,
        ['<adapterUrl>https://demo', '<adapterUrl>https://other'],
        /different addresses/
    ],
    ['a softphone height of 100 pixels', CENTER, ['>400<', '>100<'], /reqSoftphoneHeight cannot be 100/]
];

for (const [what, file, how, sentence] of BROKEN)
    test(`the metadata check finds ${what}`, async () => {
        const findings = await findingsWith(metadata, { [file]: how });
        assert.ok(
            findings.some((finding) => sentence.test(finding.sentence)),
            `found ${JSON.stringify(findings)}`
        );
        assert.ok(findings.every((finding) => file.startsWith(finding.file) || finding.file === OBJECT));
    });

test('a finding has the line number', async () => {
    const [finding] = await findingsWith(metadata, { [META]: ['<isExposed>true', '<isExposed>yes'] });
    assert.equal(finding?.line, 4);
});

test('every shape consists of known values and shapes', () => {
    const values = ['text', 'boolean', 'int', 'double'];
    const types = Object.keys(SHAPES).flatMap((shape) => slotsOf(shape)!.map(({ type }) => type));
    assert.deepEqual(
        types.filter((type) => !values.includes(type) && !type.includes('|') && !(type in SHAPES)),
        []
    );
});
