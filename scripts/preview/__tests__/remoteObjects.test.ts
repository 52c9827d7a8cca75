import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { REPO } from '../../build/places.ts';
import { remoteModels } from '../../metadata/markup.ts';
import { CriteriaRefused, criteriaSoql } from '../visualforce/criteria.ts';

const PAGE = readFileSync(join(REPO, 'optional/visualforce/main/default/pages/SwitchboardCenters.page'), 'utf8');
const [MODEL] = remoteModels(PAGE);
const model = { ...MODEL!, fields: ['Id', 'Name', 'InternalName'] };

test('the page of the repository declares the fields that are evidence for a type', () => {
    assert.equal(MODEL!.object, 'CallCenter');
    assert.deepEqual(MODEL!.fields, ['Id', 'Name', 'InternalName', 'Version', 'CustomSettings', 'AdapterUrl']);
});

test('the page of the repository answers only its own origin and the Lightning origin of the same org', () => {
    const [, script] = /<script>\s*(\/\*[\s\S]*?)<\/script>/.exec(PAGE)!;
    const parents = runInNewContext(`${script}; switchboardParents`) as (host: string) => string[];
    const of = (host: string) => [...parents(host)];
    assert.deepEqual(of('acme--c.vf.force.com'), ['https://acme--c.vf.force.com', 'https://acme.lightning.force.com']);
    assert.deepEqual(of('acme--uat--c.sandbox.vf.force.com'), [
        'https://acme--uat--c.sandbox.vf.force.com',
        'https://acme--uat.sandbox.lightning.force.com'
    ]);
    for (const host of ['evil.example', 'acme--c.vf.force.com.evil.example', 'acme.vf.force.com', ''])
        assert.deepEqual(of(host), [], host);
});

test('criteria become a query, with a limit of 20 by default and quoted values', () => {
    assert.equal(criteriaSoql(model, {}), 'SELECT Id, Name, InternalName FROM CallCenter LIMIT 20 OFFSET 0');
    assert.equal(
        criteriaSoql(model, {
            where: { Name: { like: "O'%" } },
            orderby: [{ Name: 'DESC' }, { Id: 'ASC' }],
            limit: 100,
            offset: 2000
        }),
        "SELECT Id, Name, InternalName FROM CallCenter WHERE Name LIKE 'O\\'%' ORDER BY Name DESC, Id ASC LIMIT 100 OFFSET 2000"
    );
});

test('criteria that Visualforce would refuse are refused', () => {
    const wrong: [unknown, RegExp][] = [
        [null, /"criteria" must be an object/],
        [{ limit: 101 }, /"limit" must be a number from 1 to 100/],
        [{ limit: 0 }, /"limit"/],
        [{ limit: '5' }, /"limit"/],
        [{ offset: 2001 }, /"offset" must be a number from 0 to 2000/],
        [{ group: 'Name' }, /Unknown option "group"/],
        [{ orderby: [{ AdapterUrl: 'ASC' }] }, /"AdapterUrl" isn't declared/],
        [{ orderby: [{ Name: 'ASC LIMIT 1' }] }, /ASC or DESC/],
        [{ orderby: 'Name' }, /"orderby" must be a list/],
        [{ orderby: Array(4).fill({ Name: 'ASC' }) }, /3 fields at most/],
        [{ where: { 'Name != null OR Name': { eq: 'x' } } }, /isn't declared/],
        [{ where: { Name: { constructor: 'x' } } }, /one operator and a text/],
        [{ where: { Name: { eq: 7 } } }, /one operator and a text/]
    ];
    for (const [criteria, words] of wrong)
        assert.throws(
            () => criteriaSoql(model, criteria),
            (error) => error instanceof CriteriaRefused && words.test(error.message),
            JSON.stringify(criteria)
        );
});
