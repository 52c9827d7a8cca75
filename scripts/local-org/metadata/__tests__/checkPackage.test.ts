import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { objectTable } from '../../objects/objectTable.ts';
import { ApiError } from '../../apiError.ts';
import { checkPackage } from '../checkPackage.ts';
import { LABELS, META, OBJECT, VALID, XMLNS } from './validPackage.ts';

const objects = objectTable();

function problems(changes: Record<string, string | null> = {}): string[] {
    const files = new Map(
        Object.entries({ ...VALID, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null)
    );
    return checkPackage(objects, files).flatMap(({ type, name, problems: found }) =>
        found.map(({ words }) => `${type} ${name}: ${words}`)
    );
}

describe('the deployment check', () => {
    test('finds no problem in a valid package, and says for each component what wasn’t checked', () => {
        assert.deepEqual(problems(), []);
        for (const { unchecked } of checkPackage(objects, new Map(Object.entries(VALID))))
            assert.notEqual(unchecked, '');
    });

    const broken: [what: string, changes: Record<string, string | null>, expected: RegExp][] = [
        [
            'XML that isn’t well-formed',
            { 'tabs/Board.tab': '<CustomTab><label>' },
            /^CustomTab Board: Error parsing file/
        ],
        [
            'a root element of another type',
            { 'tabs/Board.tab': `<Flow ${XMLNS}><motif>x</motif></Flow>` },
            /Element Flow invalid at this location in type CustomTab/
        ],
        [
            'a document type',
            { 'tabs/Board.tab': '<!DOCTYPE x [<!ENTITY a "b">]><CustomTab/>' },
            /DOCTYPE is not allowed/
        ],
        [
            'a tab whose component is missing',
            { 'lwc/board/board.js': null, 'lwc/board/board.html': null, 'lwc/board/board.js-meta.xml': null },
            /^CustomTab Board: .*no LightningComponentBundle named board found/
        ],
        [
            'an app whose tab is missing',
            { 'tabs/Board.tab': null },
            /^CustomApplication Board: .*no CustomTab named Board found/
        ],
        [
            'an import of a missing label',
            { 'labels/CustomLabels.labels': LABELS.replace('>Hello</fullName>', '>Other</fullName>') },
            /board\.js: Invalid reference c\.Hello of type label/
        ],
        [
            'an import of a missing field',
            { 'lwc/part/part.js': "import F from '@salesforce/schema/User.Nope__c'; export const x = F;" },
            /Invalid reference User\.Nope__c of type sobjectField/
        ],
        [
            'an import of a missing module',
            { 'lwc/part/part.js': "export * from 'c/nowhere';" },
            /No MODULE named markup:\/\/c:nowhere found/
        ],
        [
            'a template with a missing component',
            { 'lwc/board/board.html': '<template><c-no-part></c-no-part></template>' },
            /No MODULE named markup:\/\/c:noPart found/
        ],
        ['a bundle without its JavaScript', { 'lwc/part/part.js': null }, /part\.js is missing/],
        ['a bundle without its metadata file', { 'lwc/part/part.js-meta.xml': null }, /metadata file of part/],
        ['TypeScript in a bundle', { 'lwc/part/part.ts': 'export {}' }, /part\.ts: files of this kind are not allowed/],
        [
            'a permission for a missing field',
            { 'objects/Note__c.object': OBJECT.replaceAll('Of__c', 'For__c') },
            /^PermissionSet Board: .*no CustomField named Note__c\.Of__c found/
        ],
        [
            'a permission for a required field',
            {
                'permissionsets/Board.permissionset':
                    VALID['permissionsets/Board.permissionset']?.replace('Of__c', 'Key__c') ?? ''
            },
            /You cannot deploy to a required field: Note__c\.Key__c/
        ],
        [
            'a lookup to a missing object',
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
            'a flow that reads a missing object',
            { 'flows/Centers.flow': VALID['flows/Centers.flow']?.replace('CallCenter', 'Callcentre') ?? '' },
            /^Flow Centers: .*Callcentre/
        ],
        [
            'a page whose Aura app is missing',
            { 'aura/boardOut/boardOut.app': null, 'aura/boardOut/boardOut.app-meta.xml': null },
            /^ApexPage BoardSetup: No COMPONENT named markup:\/\/c:boardOut found/
        ],
        [
            'a file that package.xml doesn’t list',
            { 'flows/Other.flow': VALID['flows/Centers.flow'] ?? '' },
            /^Flow Other: Not in package\.xml/
        ],
        [
            'a member without its file',
            { 'flows/Centers.flow': null },
            /^Flow Centers: An object 'Centers' of type Flow was named in package\.xml, but was not found/
        ],
        [
            'an unknown type',
            { 'package.xml': (VALID['package.xml'] ?? '').replace('<name>Flow<', '<name>Flaw<') },
            /Unknown type name 'Flaw' specified in package\.xml/
        ],
        [
            'a root element in another namespace',
            { 'tabs/Board.tab': VALID['tabs/Board.tab']?.replace('2006/04', '2006/08') ?? '' },
            /^CustomTab Board: Error parsing file: CustomTab is not in the namespace/
        ],
        [
            'an object without a plural label',
            { 'objects/Note__c.object': OBJECT.replace(/<pluralLabel>.*?<\/pluralLabel>/, '') },
            /^CustomObject Note__c: Required field is missing: pluralLabel/
        ],
        [
            'a bundle without isExposed',
            {
                'lwc/part/part.js-meta.xml': `<LightningComponentBundle ${XMLNS}><apiVersion>66.0</apiVersion></LightningComponentBundle>`
            },
            /^LightningComponentBundle part: Required field is missing: isExposed/
        ],
        [
            'a target of a bundle that isn’t exposed',
            { 'lwc/part/part.js-meta.xml': META.replace('>true<', '>false<') },
            /^LightningComponentBundle part: targets need isExposed to be true/
        ],
        [
            'a bundle whose name has two underscores in a row',
            { 'lwc/pa__rt/pa__rt.js': 'export {}', 'lwc/pa__rt/pa__rt.js-meta.xml': META },
            /pa__rt isn't a valid name for a bundle/
        ],
        [
            'a text field without a length',
            { 'objects/Note__c.object': OBJECT.replace('<length>18</length>', '') },
            /^CustomField Note__c\.Key__c: Must specify 'length' for a CustomField of type Text/
        ],
        [
            'a text field with a scale',
            { 'objects/Note__c.object': OBJECT.replace('<length>18', '<scale>2</scale><length>18') },
            /^CustomField Note__c\.Key__c: Can not specify 'scale' for a CustomField of type Text/
        ],
        [
            'a text field of 256 characters',
            { 'objects/Note__c.object': OBJECT.replace('<length>18', '<length>256') },
            /^CustomField Note__c\.Key__c: <length> is 256, outside 1 to 255/
        ],
        [
            'two fields whose names differ only by case',
            { 'objects/Note__c.object': OBJECT.replace('Key__c', 'OF__c') },
            /^CustomObject Note__c: Duplicate name: OF__c/
        ],
        [
            'an object permission without the one it requires',
            {
                'permissionsets/Board.permissionset':
                    VALID['permissionsets/Board.permissionset']?.replace(
                        '<object>Note__c',
                        '<allowEdit>true</allowEdit><object>Note__c'
                    ) ?? ''
            },
            /^PermissionSet Board: Permission Edit Note__c depends on permission\(s\): Read Note__c/
        ],
        [
            'a grant of a missing custom permission',
            {
                'permissionsets/Board.permissionset':
                    VALID['permissionsets/Board.permissionset']?.replace(
                        '<label>',
                        '<customPermissions><enabled>true</enabled><name>Move</name></customPermissions><label>'
                    ) ?? ''
            },
            /^PermissionSet Board: .*no CustomPermission named Move found/
        ]
    ];
    for (const [what, changes, expected] of broken) {
        test(`refuses a package with ${what}`, () => {
            const found = problems(changes);
            assert.ok(
                found.some((each) => expected.test(each)),
                found.join('\n') || 'no problem found'
            );
        });
    }

    test('refuses a package without a readable package.xml as a whole', () => {
        for (const content of [null, '<Package>', `<Package ${XMLNS}/>`, '<Other/>']) {
            assert.throws(() => problems({ 'package.xml': content }), ApiError);
        }
    });
});
