import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { Faults } from '../../local-org/faults/faults.ts';
import { faultControls, faultPanel } from '../faultControls.ts';
import type { PreviewOrg } from '../org.ts';

function orgWith(faults?: Faults): PreviewOrg {
    const org = { url: 'http://localhost', personas: ['admin'], tokenFor: () => '', forget: () => undefined };
    return faults ? { ...org, faults } : org;
}

function put(org: PreviewOrg, body: string): Promise<Response> {
    const app = new Hono();
    faultControls(app, org);
    return Promise.resolve(app.request('/preview/faults', { method: 'PUT', body }));
}

test('the org accepts every failure that the panel offers', async () => {
    const faults = new Faults();
    const offered = [...faultPanel(orgWith(faults)).matchAll(/<option value="([^"]+)">/g)].map(([, rule = '']) =>
        JSON.parse(rule.replaceAll('&quot;', '"').replaceAll('&#34;', '"'))
    );
    assert.ok(offered.length >= 13);
    const answer = await put(orgWith(faults), JSON.stringify({ rules: offered }));
    assert.deepEqual(await answer.json(), { rules: offered });
    assert.deepEqual(faults.plan.rules, offered);
});

test('an invalid plan is refused with the reason, and the plan before it stays', async () => {
    const faults = new Faults();
    faults.set({ rules: [{ on: 'any', fault: 'html page' }] });
    const answer = await put(orgWith(faults), '{"rules": [{"on": "any", "fault": "storm"}]}');
    assert.equal(answer.status, 400);
    assert.match(JSON.stringify(await answer.json()), /rule 1: .*fault.* must be one of latency/);
    assert.equal(faults.plan.rules.length, 1);
});

test('your own org has neither the panel nor simulated failures', async () => {
    assert.equal(faultPanel(orgWith()), '');
    assert.equal((await put(orgWith(), '{"rules": []}')).status, 404);
});
