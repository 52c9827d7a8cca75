import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import JSZip from 'jszip';
import { objectTable } from '../../objects/objectTable.ts';
import { ApiError } from '../../apiError.ts';
import { checkPackage } from '../checkPackage.ts';
import { readZip } from '../zipFiles.ts';

const objects = objectTable();
const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const LABELS = `<CustomLabels ${XMLNS}><labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected><shortDescription>h</shortDescription><value>Hello</value></labels></CustomLabels>`;
const OBJECT = `<CustomObject ${XMLNS}><label>Note</label><pluralLabel>Notes</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><nameField><type>Text</type><label>Name</label></nameField><fields><fullName>Of__c</fullName><label>Of</label><type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Notes</relationshipName></fields><fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>18</length><required>true</required></fields></CustomObject>`;
const META = `<LightningComponentBundle ${XMLNS}><apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__Tab</target></targets></LightningComponentBundle>`;

/** A small package in which everything is right. */
const SOUND: Record<string, string> = {
    'package.xml': `<?xml version="1.0" encoding="UTF-8"?><Package ${XMLNS}>${[
        ['CustomLabels', 'CustomLabels'],
        ['CustomObject', 'Note__c'],
        ['CustomTab', 'Board'],
        ['CustomApplication', 'Board'],
        ['PermissionSet', 'Board'],
        ['Flow', 'Centers'],
        ['LightningComponentBundle', 'board'],
        ['LightningComponentBundle', 'part'],
        ['AuraDefinitionBundle', 'boardOut'],
        ['ApexPage', 'BoardSetup']
    ]
        .map(([name, member]) => `<types><members>${member}</members><name>${name}</name></types>`)
        .join('')}<version>66.0</version></Package>`,
    'labels/CustomLabels.labels': LABELS,
    'objects/Note__c.object': OBJECT,
    'tabs/Board.tab': `<CustomTab ${XMLNS}><label>Board</label><lwcComponent>board</lwcComponent><motif>Custom67: Gears</motif></CustomTab>`,
    'applications/Board.app': `<CustomApplication ${XMLNS}><label>Board</label><tabs>Board</tabs><tabs>standard-home</tabs></CustomApplication>`,
    'permissionsets/Board.permissionset': `<PermissionSet ${XMLNS}><label>Board</label><fieldPermissions><editable>true</editable><field>Note__c.Of__c</field><readable>true</readable></fieldPermissions><objectPermissions><object>Note__c</object></objectPermissions><tabSettings><tab>Board</tab></tabSettings><flowAccesses><flow>Centers</flow></flowAccesses><pageAccesses><apexPage>BoardSetup</apexPage></pageAccesses></PermissionSet>`,
    'flows/Centers.flow': `<Flow ${XMLNS}><label>Centers</label><processType>AutoLaunchedFlow</processType><recordLookups><object>CallCenter</object></recordLookups></Flow>`,
    'lwc/board/board.js': `import hello from '@salesforce/label/c.Hello';\nimport CENTER from '@salesforce/schema/User.CallCenterId';\nimport { x } from 'c/part';\nexport default class extends x {}`,
    'lwc/board/board.html': '<template><c-part></c-part></template>',
    'lwc/board/board.js-meta.xml': META,
    'lwc/part/part.js': 'export const x = class {};',
    'lwc/part/part.js-meta.xml': META,
    'aura/boardOut/boardOut.app':
        '<aura:application extends="ltng:outApp"><aura:dependency resource="c:board" /></aura:application>',
    'aura/boardOut/boardOut.app-meta.xml': `<AuraDefinitionBundle ${XMLNS}><apiVersion>66.0</apiVersion></AuraDefinitionBundle>`,
    'pages/BoardSetup.page': `<apex:page><script>$Lightning.use('c:boardOut', function () {});</script></apex:page>`,
    'pages/BoardSetup.page-meta.xml': `<ApexPage ${XMLNS}><apiVersion>66.0</apiVersion><label>Board</label></ApexPage>`
};

function problems(changes: Record<string, string | null> = {}): string[] {
    const files = new Map(
        Object.entries({ ...SOUND, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null)
    );
    return checkPackage(objects, files).flatMap(({ type, name, problems: found }) =>
        found.map(({ words }) => `${type} ${name}: ${words}`)
    );
}

describe('a package', () => {
    test('that is sound has no problem, and says of every component what was not checked', () => {
        assert.deepEqual(problems(), []);
        for (const { unchecked } of checkPackage(objects, new Map(Object.entries(SOUND))))
            assert.notEqual(unchecked, '');
    });

    const broken: [what: string, changes: Record<string, string | null>, expected: RegExp][] = [
        [
            'XML that is not well formed',
            { 'tabs/Board.tab': '<CustomTab><label>' },
            /^CustomTab Board: Error parsing file/
        ],
        [
            'the root of another type',
            { 'tabs/Board.tab': `<Flow ${XMLNS}><motif>x</motif></Flow>` },
            /Element Flow invalid at this location in type CustomTab/
        ],
        [
            'a document type',
            { 'tabs/Board.tab': '<!DOCTYPE x [<!ENTITY a "b">]><CustomTab/>' },
            /DOCTYPE is not allowed/
        ],
        [
            'a tab without its component',
            { 'lwc/board/board.js': null, 'lwc/board/board.html': null, 'lwc/board/board.js-meta.xml': null },
            /^CustomTab Board: .*no LightningComponentBundle named board found/
        ],
        [
            'an app without its tab',
            { 'tabs/Board.tab': null },
            /^CustomApplication Board: .*no CustomTab named Board found/
        ],
        [
            'an import of a label that is not there',
            { 'labels/CustomLabels.labels': LABELS.replace('>Hello</fullName>', '>Other</fullName>') },
            /board\.js: Invalid reference c\.Hello of type label/
        ],
        [
            'an import of a field that is not there',
            { 'lwc/part/part.js': "import F from '@salesforce/schema/User.Nope__c'; export const x = F;" },
            /Invalid reference User\.Nope__c of type sobjectField/
        ],
        [
            'an import of a module that is not there',
            { 'lwc/part/part.js': "export * from 'c/nowhere';" },
            /No MODULE named markup:\/\/c:nowhere found/
        ],
        [
            'markup with a component that is not there',
            { 'lwc/board/board.html': '<template><c-no-part></c-no-part></template>' },
            /No MODULE named markup:\/\/c:noPart found/
        ],
        ['a bundle without its JavaScript', { 'lwc/part/part.js': null }, /part\.js is missing/],
        ['a bundle without its metadata', { 'lwc/part/part.js-meta.xml': null }, /metadata file of part/],
        ['TypeScript in a bundle', { 'lwc/part/part.ts': 'export {}' }, /part\.ts: files of this kind are not allowed/],
        [
            'a permission on a field that is not there',
            { 'objects/Note__c.object': OBJECT.replaceAll('Of__c', 'For__c') },
            /^PermissionSet Board: .*no CustomField named Note__c\.Of__c found/
        ],
        [
            'a permission on a required field',
            {
                'permissionsets/Board.permissionset':
                    SOUND['permissionsets/Board.permissionset']?.replace('Of__c', 'Key__c') ?? ''
            },
            /You cannot deploy to a required field: Note__c\.Key__c/
        ],
        [
            'a lookup to an object that is not there',
            { 'objects/Note__c.object': OBJECT.replace('<referenceTo>User', '<referenceTo>Nope__c') },
            /referenceTo value of 'Nope__c' does not resolve/
        ],
        [
            'an object without a name field',
            {
                'objects/Note__c.object': OBJECT.replace(
                    '<type>Text</type><label>Name',
                    '<type>Number</type><label>Name'
                )
            },
            /Must specify a nameField/
        ],
        [
            'a flow on an object that is not there',
            { 'flows/Centers.flow': SOUND['flows/Centers.flow']?.replace('CallCenter', 'Callcentre') ?? '' },
            /^Flow Centers: .*Callcentre/
        ],
        [
            'a page whose application is not there',
            { 'aura/boardOut/boardOut.app': null, 'aura/boardOut/boardOut.app-meta.xml': null },
            /^ApexPage BoardSetup: No COMPONENT named markup:\/\/c:boardOut found/
        ],
        [
            'a file that package.xml does not list',
            { 'flows/Other.flow': SOUND['flows/Centers.flow'] ?? '' },
            /^Flow Other: Not in package\.xml/
        ],
        [
            'a member without its file',
            { 'flows/Centers.flow': null },
            /^Flow Centers: An object 'Centers' of type Flow was named in package\.xml, but was not found/
        ],
        [
            'a type that nobody knows',
            { 'package.xml': (SOUND['package.xml'] ?? '').replace('<name>Flow<', '<name>Flaw<') },
            /Unknown type name 'Flaw' specified in package\.xml/
        ]
    ];
    for (const [what, changes, expected] of broken) {
        test(`with ${what} is refused`, () => {
            const found = problems(changes);
            assert.ok(
                found.some((each) => expected.test(each)),
                found.join('\n') || 'no problem found'
            );
        });
    }

    test('without a readable package.xml is refused as a whole', () => {
        for (const content of [null, '<Package>', `<Package ${XMLNS}/>`, '<Other/>']) {
            assert.throws(() => problems({ 'package.xml': content }), ApiError);
        }
    });
});

describe('a zip', () => {
    test('may have a folder around everything', async () => {
        const zip = new JSZip();
        for (const [path, text] of Object.entries(SOUND)) zip.file(`unpackaged/${path}`, text);
        const files = await readZip(await zip.generateAsync({ type: 'uint8array' }));
        assert.deepEqual([...files.keys()].sort(), Object.keys(SOUND).sort());
    });

    test('that is damaged, none at all, or unpacks to far too much is refused', async () => {
        const bomb = new JSZip().file('package.xml', '\0'.repeat(60_000_000));
        const packed = await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
        assert.ok(packed.length < 1_000_000);
        await assert.rejects(readZip(packed), (cause) => cause instanceof ApiError && cause.code === 'LIMIT_EXCEEDED');
        await assert.rejects(readZip('bm8gemlw'), ApiError);
        await assert.rejects(readZip(packed.subarray(0, packed.length - 40)), ApiError);
    });
});
