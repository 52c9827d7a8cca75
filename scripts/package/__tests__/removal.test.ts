import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { removalOf } from '../removal.ts';

function manifestOf(types: Record<string, string[]>): string {
    const entries = Object.entries(types).map(
        ([name, members]) =>
            `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`
    );
    return `<Package xmlns="http://soap.sforce.com/2006/04/metadata">${entries.join('')}<version>66.0</version></Package>`;
}

/** The removal of a package with these members: its files, without white space. */
function removal(types: Record<string, string[]>): Record<string, string> {
    const files = removalOf(new Map([['package.xml', manifestOf(types)]]), '66.0');
    return Object.fromEntries(
        [...files].map(([path, text]) => [path, text.replace(/\s+/g, ' ').replace(/> </g, '><')])
    );
}

describe('the package that takes another one out again', () => {
    test('lists what to delete beside a package.xml without components', () => {
        const files = removal({ CustomTab: ['Board'], LightningComponentBundle: ['board', 'part'] });
        assert.deepEqual(Object.keys(files), ['package.xml', 'destructiveChanges.xml']);
        assert.doesNotMatch(files['package.xml']!, /<types>/);
        assert.match(files['package.xml']!, /<version>66\.0<\/version>/);
        assert.match(
            files['destructiveChanges.xml']!,
            /<types><members>board<\/members><members>part<\/members><name>LightningComponentBundle<\/name><\/types>/
        );
    });

    test('deletes custom objects, and not their fields, because an object takes its fields with it', () => {
        const files = removal({ CustomObject: ['Note__c'], CustomField: ['Note__c.Key__c', 'User.Desk__c'] });
        assert.match(files['destructiveChanges.xml']!, /<members>Note__c<\/members>/);
        assert.match(files['destructiveChanges.xml']!, /<members>User\.Desk__c<\/members>/);
        assert.doesNotMatch(files['destructiveChanges.xml']!, /Key__c/);
    });

    test('never deletes an object of Salesforce itself', () => {
        const files = removal({ CustomObject: ['User'], WebLink: ['User.Open'] });
        assert.doesNotMatch(files['destructiveChanges.xml']!, /CustomObject|<members>User</);
        assert.match(files['destructiveChanges.xml']!, /<members>User\.Open<\/members>/);
    });

    test('deletes labels one by one, and not the file that holds all labels of an org', () => {
        const files = removal({ CustomLabels: ['CustomLabels'], CustomLabel: ['Hello'] });
        assert.doesNotMatch(files['destructiveChanges.xml']!, /CustomLabels/);
        assert.match(files['destructiveChanges.xml']!, /<members>Hello<\/members><name>CustomLabel</);
    });

    test('deactivates a flow before it deletes its first version', () => {
        const files = removal({ Flow: ['Centers'] });
        assert.deepEqual(Object.keys(files), [
            'package.xml',
            'destructiveChangesPost.xml',
            'flowDefinitions/Centers.flowDefinition'
        ]);
        assert.match(files['package.xml']!, /<members>Centers<\/members><name>FlowDefinition</);
        assert.match(files['flowDefinitions/Centers.flowDefinition']!, /<activeVersionNumber>0</);
        assert.match(files['destructiveChangesPost.xml']!, /<members>Centers-1<\/members><name>Flow</);
    });
});
