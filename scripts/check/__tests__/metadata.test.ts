import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { metadata } from '../metadata/metadata.ts';
import { SHAPES, slotsOf } from '../metadata/shapes.ts';
import { findingsWith, HELLO, sweep, type Break } from './soundProject.ts';

after(sweep);

const MAIN = 'force-app/main/default';
const META = `${HELLO}/hello.js-meta.xml`;
const OBJECT = `${MAIN}/objects/Visit__c/Visit__c.object-meta.xml`;
const NOTE = `${MAIN}/objects/Visit__c/fields/Note__c.field-meta.xml`;
const BEFORE = `${MAIN}/objects/Visit__c/fields/Before__c.field-meta.xml`;
const LABELS = `${MAIN}/labels/CustomLabels.labels-meta.xml`;
const SET = `${MAIN}/permissionsets/Hello.permissionset-meta.xml`;
const CENTER = 'demo/callCenters/Demo.callCenter-meta.xml';

test('nothing is found in a sound project', async () => {
    assert.deepEqual(await findingsWith(metadata), []);
});

/** What is broken, in which file, how, and what is said about it. */
const BROKEN: [string, string, Break, RegExp][] = [
    ['an element that is not closed', META, ['</targets>', ''], /LightningComponentBundle|targets|closing/i],
    ['a file without its declaration', META, [/^<\?xml.*\n/, ''], /XML declaration/],
    ['a root of another namespace', META, ['2006/04', '2006/08'], /namespace/],
    [
        'a root of another type',
        META,
        [/LightningComponentBundle/g, 'AuraDefinitionBundle'],
        /not LightningComponentBundle/
    ],
    [
        'an element that the type has not',
        META,
        ['<isExposed>', '<isVisible>yes</isVisible><isExposed>'],
        /no element <isVisible>/
    ],
    ['an element that is missing', META, [/ *<isExposed>.*\n/, ''], /lacks <isExposed>/],
    [
        'an element that is there twice',
        META,
        ['<isExposed>', '<isExposed>true</isExposed><isExposed>'],
        /more than once/
    ],
    [
        'elements out of order',
        SET,
        [/( *<label>.*\n)([^]*)(<\/PermissionSet>)/, '$2$1$3'],
        /<label> stands after <tabSettings>/
    ],
    [
        'equal elements torn apart',
        SET,
        [
            /( *<flowAccesses>[^]*?<\/flowAccesses>\n)/,
            '$1<fieldPermissions><editable>false</editable><field>Visit__c.Name</field></fieldPermissions>'
        ],
        /belongs before it/
    ],
    ['a boolean that is none', META, ['<isExposed>true', '<isExposed>yes'], /neither true nor false/],
    ['a word that is not among the known', OBJECT, ['>Deployed<', '>Live<'], /none of InDevelopment, Deployed/],
    ['an empty element', META, ['<masterLabel>Hello', '<masterLabel>'], /<masterLabel> is empty/],
    ['another API version than the project’s', META, ['66.0', '58.0'], /version is 58\.0, the project’s 66\.0/],
    [
        'a target that does not exist',
        META,
        ['lightning__Tab', 'lightning__SetupPage'],
        /no target lightning__SetupPage/
    ],
    ['a component exposed to nothing', META, [/ *<targets>[^]*<\/targets>\n/, ''], /exposed, but to no target/],
    ['a bundle without configuration', META, null, /hello\.js-meta\.xml is missing/],
    ['a file in no known place', `${MAIN}/tabs/Hello.tag-meta.xml`, '<x/>', /No metadata type/],
    ['a text field without length', NOTE, [/ *<length>.*\n/, ''], /Text needs <length>/],
    ['a text field that is too long', NOTE, ['<length>80', '<length>256'], /outside 1 to 255/],
    [
        'a number without scale',
        NOTE,
        [/<length>80<\/length>([^]*)Text/, '<precision>18</precision>$1Number'],
        /Number needs <scale>/
    ],
    [
        'more digits than there are',
        NOTE,
        [/<length>80<\/length>([^]*)<type>Text/, '<precision>19</precision>$1<scale>0</scale><type>Number'],
        /Precision is 18 at most/
    ],
    [
        'a checkbox without default',
        NOTE,
        [/ *<length>[^]*<type>Text/, '<type>Checkbox'],
        /Checkbox needs <defaultValue>/
    ],
    ['a picklist without values', NOTE, [/ *<length>[^]*<type>Text/, '<type>Picklist'], /Picklist needs <valueSet>/],
    [
        'a unique date',
        NOTE,
        [/ *<length>[^]*<type>Text<\/type>/, '<type>Date</type><unique>true</unique>'],
        /neither be unique/
    ],
    ['a lookup without a relation’s name', BEFORE, [/ *<relationshipName>.*\n/, ''], /needs <relationshipName>/],
    [
        'a required lookup that may be emptied',
        BEFORE,
        ['<type>', '<required>true</required><type>'],
        /cannot be emptied/
    ],
    ['a field whose name is not its file’s', NOTE, ['Note__c', 'Memo__c'], /<fullName> is Memo__c/],
    ['a label of 41 characters', NOTE, ['>Note<', `>${'x'.repeat(41)}<`], /40 characters/],
    ['an automatic number without a format', OBJECT, [/ *<displayFormat>.*\n/, ''], /needs a format/],
    [
        'sharing wider outside than inside',
        OBJECT,
        [/Private([^]*)>ReadWrite</, 'ReadWrite$1>Private<'],
        /may not see more/
    ],
    ['switches that belong together', OBJECT, ['<enableSharing>true', '<enableSharing>false'], /go together/],
    [
        'a detail that is not controlled by its parent',
        BEFORE,
        [/ *<deleteConstraint>.*\n([^]*)<type>Lookup/, '$1<relationshipOrder>0</relationshipOrder><type>MasterDetail'],
        /controlled by its parent/
    ],
    ['a label’s text of 1,001 characters', LABELS, ['>Hello<', `>${'x'.repeat(1001)}<`], /longer than 1000/],
    ['a label’s name with a hyphen', LABELS, ['>Greeting<', '>Greeting-one<'], /no name for a label/],
    ['a label that is there twice', LABELS, [/( *<labels>[^]*<\/labels>)/, '$1$1'], /Greeting is there twice/],
    ['a right without the right it takes', SET, ['<allowRead>true', '<allowRead>false'], /allowEdit takes allowRead/],
    ['a field that may be edited, not read', SET, ['<readable>true', '<readable>false'], /must be readable/],
    [
        'a permission set’s long description',
        SET,
        ['    <fieldPermissions>', `<description>${'x'.repeat(256)}</description><fieldPermissions>`],
        /255 characters/
    ],
    [
        'a call center of two addresses',
        CENTER,
        ['<adapterUrl>https://demo', '<adapterUrl>https://other'],
        /different addresses/
    ],
    ['a softphone of 100 pixels', CENTER, ['>400<', '>100<'], /reqSoftphoneHeight cannot be 100/]
];

for (const [what, file, how, sentence] of BROKEN)
    test(`${what} is found`, async () => {
        const findings = await findingsWith(metadata, { [file]: how });
        assert.ok(
            findings.some((finding) => sentence.test(finding.sentence)),
            `found ${JSON.stringify(findings)}`
        );
        assert.ok(findings.every((finding) => file.startsWith(finding.file) || finding.file === OBJECT));
    });

test('a finding tells the line', async () => {
    const [finding] = await findingsWith(metadata, { [META]: ['<isExposed>true', '<isExposed>yes'] });
    assert.equal(finding?.line, 4);
});

test('every shape is made of values and shapes that are known', () => {
    const values = ['text', 'boolean', 'int', 'double'];
    const types = Object.keys(SHAPES).flatMap((shape) => slotsOf(shape)!.map(({ type }) => type));
    assert.deepEqual(
        types.filter((type) => !values.includes(type) && !type.includes('|') && !(type in SHAPES)),
        []
    );
});
