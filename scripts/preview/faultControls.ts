import type { Hono } from 'hono';
import type { FaultPlan, FaultRule } from '../local-org/faults/fault.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { PreviewOrg } from './org.ts';
import { problem } from './proxy.ts';

/** What can be chosen without writing a rule; each shows in the plan, where it can be changed. */
const PRESETS: [name: string, rule: FaultRule][] = [
    ['Slow answers', { on: 'any', fault: 'latency', ms: 1500 }],
    ['Unavailable, every third time', { on: 'any', every: 3, fault: 'unavailable', retryAfter: 2 }],
    ['A page in place of an answer', { on: 'graphql mutation', nth: [1], fault: 'html page' }],
    [
        'First row refused',
        { on: 'graphql mutation', fault: 'row refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rows: [1] }
    ],
    [
        'No access to the first row',
        { on: 'graphql mutation', fault: 'row refused', code: 'INSUFFICIENT_ACCESS_OR_READONLY', rows: [1] }
    ],
    ['Rows locked, once', { on: 'graphql mutation', nth: [1], fault: 'row locked' }],
    ['Whole mutation refused, once', { on: 'graphql mutation', nth: [1], fault: 'document refused' }],
    ['Done, but the answer is lost', { on: 'graphql mutation', nth: [1], fault: 'answer dropped' }],
    ['Answer cut in half', { on: 'graphql mutation', nth: [1], fault: 'answer truncated' }],
    ['Session expires at the second write', { on: 'graphql mutation', nth: [2], fault: 'session expired' }],
    ['Permission taken at the second write', { on: 'graphql mutation', nth: [2], fault: 'permission taken' }],
    ['Another admin moves the first user', { on: 'graphql mutation', nth: [1], fault: 'moved meanwhile', rows: [1] }],
    ['Daily limit reached at the second write', { on: 'graphql mutation', nth: [2], fault: 'daily limit reached' }]
];

/** Controls for the faults of an org that has any; for one of the person's own there is nothing to control. */
export function faultPanel({ faults }: PreviewOrg): string {
    if (!faults) return '';
    const options = PRESETS.map(
        ([name, rule]) => `<option value="${escapeHtml(JSON.stringify(rule))}">${escapeHtml(name)}</option>`
    );
    return `<details class="preview-faults"><summary>Faults</summary><form>
<label>Add <select name="preset"><option value="">Choose a fault</option>${options.join('')}</select></label>
<label>Plan <textarea name="plan" rows="8" cols="80" spellcheck="false">${escapeHtml(JSON.stringify(faults.plan, null, 2))}</textarea></label>
<button>Set plan</button> <button type="button" name="clear">Clear</button> <output role="status"></output></form></details>
<script type="module" src="/preview/faultControls.js"></script>`;
}

export function faultControls(app: Hono, { faults }: PreviewOrg): void {
    app.put('/preview/faults', async (context) => {
        if (!faults) return problem(404, 'NOT_FOUND', 'This org has no faults to set.');
        try {
            faults.set((await context.req.json()) as FaultPlan);
        } catch (cause) {
            const why = cause instanceof Error ? cause.message : String(cause);
            return problem(400, 'INVALID_FAULT_PLAN', `The plan is broken: ${why}`);
        }
        return context.json(faults.plan);
    });
}
