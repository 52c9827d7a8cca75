import type { Hono } from 'hono';
import type { FaultPlan, FaultRule } from '../local-org/index.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { PreviewOrg } from './org.ts';
import { problem } from './proxy.ts';

/** Failures to choose from. Each one is added to the plan, where it can be edited. */
const PRESETS: [name: string, rule: FaultRule][] = [
    ['Slow responses', { on: 'any', fault: 'latency', ms: 1500 }],
    ['Unavailable every third time', { on: 'any', every: 3, fault: 'unavailable', retryAfter: 2 }],
    ['HTML page instead of a response', { on: 'graphql mutation', nth: [1], fault: 'html page' }],
    [
        'First row fails',
        { on: 'graphql mutation', fault: 'row refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rows: [1] }
    ],
    [
        'No access to the first row',
        { on: 'graphql mutation', fault: 'row refused', code: 'INSUFFICIENT_ACCESS_OR_READONLY', rows: [1] }
    ],
    ['Rows locked once', { on: 'graphql mutation', nth: [1], fault: 'row locked' }],
    ['Whole mutation fails once', { on: 'graphql mutation', nth: [1], fault: 'document refused' }],
    ['Saved, but the response is lost', { on: 'graphql mutation', nth: [1], fault: 'answer dropped' }],
    ['Response cut in half', { on: 'graphql mutation', nth: [1], fault: 'answer truncated' }],
    ['Session expires at the second write', { on: 'graphql mutation', nth: [2], fault: 'session expired' }],
    ['Permission removed at the second write', { on: 'graphql mutation', nth: [2], fault: 'permission taken' }],
    ['Another admin moves the first user', { on: 'graphql mutation', nth: [1], fault: 'moved meanwhile', rows: [1] }],
    ['Daily limit reached at the second write', { on: 'graphql mutation', nth: [2], fault: 'daily limit reached' }]
];

/** Controls for simulated failures. Empty for your own org, which has none. */
export function faultPanel({ faults }: PreviewOrg): string {
    if (!faults) return '';
    const options = PRESETS.map(
        ([name, rule]) => `<option value="${escapeHtml(JSON.stringify(rule))}">${escapeHtml(name)}</option>`
    );
    return `<details class="preview-faults"><summary>Simulate failures</summary><form>
<label>Add <select name="preset"><option value="">Choose a failure</option>${options.join('')}</select></label>
<label>Plan <textarea name="plan" rows="8" cols="80" spellcheck="false">${escapeHtml(JSON.stringify(faults.plan, null, 2))}</textarea></label>
<button>Set plan</button> <button type="button" name="clear">Clear</button> <output role="status"></output></form></details>
<script type="module" src="/preview/faultControls.js"></script>`;
}

export function faultControls(app: Hono, { faults }: PreviewOrg): void {
    app.put('/preview/faults', async (context) => {
        if (!faults) return problem(404, 'NOT_FOUND', 'This org has no failures to simulate.');
        try {
            faults.set((await context.req.json()) as FaultPlan);
        } catch (cause) {
            const reason = cause instanceof Error ? cause.message : String(cause);
            return problem(400, 'INVALID_FAULT_PLAN', `The plan isn't valid: ${reason}`);
        }
        return context.json(faults.plan);
    });
}
