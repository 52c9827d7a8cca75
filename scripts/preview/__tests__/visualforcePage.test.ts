import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { LABELS_FILE, REPO } from '../../build/places.ts';
import { readLabels } from '../../build/labels.ts';
import { visualforceHtml, type VisualforceParts } from '../setup/visualforcePage.ts';

const MARKUP = readFileSync(join(REPO, 'force-app/main/default/pages/SwitchboardSetup.page'), 'utf8');
const PARTS: VisualforceParts = {
    persona: 'admin',
    transport: 'platform',
    platformUrl: '/platform/1',
    preload: [],
    visualforce: { src: '', origin: '' },
    stamp: '1',
    nonce: 'abc',
    live: false,
    lightningOut: 'works',
    labels: readLabels(LABELS_FILE)
};

/** Runs the script of the page where Lightning Out is blocked. @returns where the card leads */
function tabAddress(address: string): string {
    const elements = new Map<string, Record<string, unknown>>();
    const element = (id: string) => {
        const made = { hidden: true, children: [], querySelector: () => ({}) };
        if (!elements.has(id)) elements.set(id, made);
        return elements.get(id)!;
    };
    const { hostname, origin, search, pathname } = new URL(address);
    const script = /<script>([\s\S]*)<\/script>/.exec(MARKUP)![1]!;
    vm.runInNewContext(script, {
        document: { getElementById: element },
        location: { hostname, origin, search, pathname },
        setInterval: () => 0,
        addEventListener: () => undefined,
        URLSearchParams
    });
    assert.equal(element('card').hidden, false);
    return String(element('tab').href);
}

for (const [visualforce, lightning] of [
    ['https://acme--c.vf.force.com', 'https://acme.lightning.force.com'],
    ['https://acme--swb.vf.force.com', 'https://acme.lightning.force.com'],
    ['https://acme--uat--c.sandbox.vf.force.com', 'https://acme--uat.sandbox.lightning.force.com'],
    ['https://acme-dev-ed--c.develop.vf.force.com', 'https://acme-dev-ed.develop.lightning.force.com'],
    ['https://acme--c.na139.visual.force.com', 'https://acme.lightning.force.com'],
    ['https://acme--uat--c.cs77.visual.force.com', 'https://acme--uat.lightning.force.com'],
    ['https://acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['http://localhost:8082', 'http://localhost:8082'],
    ['https://vf.force.com.example.com', 'https://vf.force.com.example.com']
] as const)
    test(`the card on ${new URL(visualforce).host} leads to the tab on ${new URL(lightning).host}`, () => {
        assert.equal(tabAddress(`${visualforce}/apex/SwitchboardSetup`), `${lightning}/lightning/n/Switchboard`);
    });

test('the card passes on what the address asks of Switchboard, encoded, and nothing else', () => {
    assert.equal(
        tabAddress(
            `https://acme--c.vf.force.com/apex/SwitchboardSetup?c__user=005%22%3E%3Cscript%3E&isdtp=vw&c__view=history`
        ),
        'https://acme.lightning.force.com/lightning/n/Switchboard?c__user=005%22%3E%3Cscript%3E&c__view=history'
    );
});

test('the component learns where the tab is, for links to it', () => {
    let attributes: unknown;
    const script = /<script>([\s\S]*)<\/script>/.exec(MARKUP)![1]!;
    vm.runInNewContext(script, {
        document: { getElementById: () => ({ children: [] }) },
        location: {
            hostname: 'acme--swb.vf.force.com',
            search: '?c__view=history',
            pathname: '/apex/swb__SwitchboardSetup'
        },
        setInterval: () => 0,
        addEventListener: () => undefined,
        $Lightning: {
            use: (_app: string, callback: () => void) => callback(),
            createComponent: (_name: string, given: object) => (attributes = { ...given })
        }
    });
    const tab = 'https://acme.lightning.force.com/lightning/n/swb__Switchboard';
    assert.deepEqual(attributes, { host: 'setup', tab });
});

test('the page becomes HTML with the texts of its labels', () => {
    const html = visualforceHtml(PARTS);
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    assert.match(html, /<h1>Couldn&#39;t show Switchboard in Setup<\/h1>/);
    assert.doesNotMatch(html, /apex:|\{!/);
    assert.equal(html.match(/<script nonce="abc">/g)?.length, 1);
    assert.match(html, /lightningOut\.js" data-app="\/app\.js\?1" data-platform="\/platform\/1\//);
});

test("what the preview's Visualforce doesn't have is a fault, with its line", () => {
    for (const [added, message] of [
        ['<apex:form>', /doesn't have <apex:form/],
        ['{!$User.Id}', /doesn't have \{!/],
        ['{!$Label.Gone}', /no label Gone/]
    ] as const) {
        const markup = MARKUP.replace('<main>', `<main>\n${added}`);
        assert.throws(
            () => visualforceHtml(PARTS, markup),
            (error: { message: string; line: number }) =>
                message.test(error.message) && markup.split('\n')[error.line - 1]!.includes(added.slice(2, -2))
        );
    }
});
