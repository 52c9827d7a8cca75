import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFlow } from '../flow/flow.ts';
import { readXml } from '../xml.ts';

function flowOf(content: string) {
    const read = readXml(`<Flow>${content}</Flow>`);
    assert.ok(!('fault' in read));
    return readFlow(read.root);
}

test('a flow has its elements, its variables, and the order in which elements follow each other', () => {
    const flow = flowOf(
        `<label>Centers</label><processType>AutoLaunchedFlow</processType><status>Active</status>
        <recordLookups><name>Get</name><connector><targetReference>Then</targetReference></connector>
            <filters><field>Version</field><operator>EqualTo</operator><value><numberValue>2.0</numberValue></value></filters>
            <filters><field>Name</field><operator>EqualTo</operator><value><elementReference>x</elementReference></value></filters>
            <limit><numberValue>5.0</numberValue></limit><object>CallCenter</object><outputReference>rows</outputReference>
            <queriedFields>Id</queriedFields><queriedFields>Name</queriedFields>
            <sortField>Name</sortField><sortOrder>Desc</sortOrder></recordLookups>
        <start><connector><targetReference>Get</targetReference></connector></start>
        <variables><name>rows</name><dataType>SObject</dataType><isCollection>true</isCollection>
            <isOutput>false</isOutput><objectType>CallCenter</objectType></variables>`
    );
    assert.deepEqual(flow, {
        label: 'Centers',
        status: 'Active',
        processType: 'AutoLaunchedFlow',
        parts: ['label', 'processType', 'status', 'recordLookups', 'start', 'variables'],
        hasStart: true,
        firstElement: 'Get',
        lookups: [
            {
                line: 2,
                name: 'Get',
                object: 'CallCenter',
                fields: ['Id', 'Name'],
                filterLogic: 'and',
                filters: [
                    { field: 'Version', operator: 'EqualTo', value: 2 },
                    { field: 'Name', operator: 'EqualTo', value: undefined }
                ],
                sort: { field: 'Name', descending: true },
                limit: 5,
                outputReference: 'rows',
                storesAutomatically: false,
                next: 'Then'
            }
        ],
        variables: [
            {
                line: 9,
                name: 'rows',
                dataType: 'SObject',
                objectType: 'CallCenter',
                isCollection: true,
                isOutput: false
            }
        ]
    });
});

test('an empty flow has no start and nothing to run', () => {
    const { hasStart, firstElement, lookups, variables } = flowOf('<label>Empty</label>');
    assert.deepEqual([hasStart, firstElement, lookups, variables], [false, undefined, [], []]);
});
