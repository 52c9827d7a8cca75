import type { Context } from 'hono';
import { tokenOf } from '../access/sessions.ts';
import type { App, Env, OrgContext } from '../context/orgContext.ts';
import { restErrors, SESSION_EXPIRED } from '../context/restErrors.ts';
import type { FaultPlan } from '../faults/fault.ts';

/** Checked by name, so that the plan can be changed even when it removed every permission. */
const ADMIN_PROFILE = 'System Administrator';

/** `GET` and `PUT /embedded/faults`: the plan, and how often each rule struck. Salesforce has no such resource. */
export function faultRoutes(app: App, { faults, sessions }: OrgContext): void {
    const path = '/embedded/faults';
    const answer = (context: Context<Env>) => context.json({ ...faults.plan, struck: faults.struck });
    app.use(path, async (context, next) => {
        const token = tokenOf(context.req.header('Authorization'));
        const session = token === null ? undefined : sessions.of(token);
        if (!session) return context.json(SESSION_EXPIRED, 401);
        if (session.profile === ADMIN_PROFILE) return next();
        return context.json(restErrors('INSUFFICIENT_ACCESS', 'Only administrators can set faults.'), 403);
    });
    app.get(path, answer);
    app.put(path, async (context) => {
        try {
            faults.set(JSON.parse(await context.req.text()) as FaultPlan);
        } catch (cause) {
            const why = cause instanceof Error ? cause.message : String(cause);
            return context.json(restErrors('INVALID_FAULT_PLAN', `The fault plan is not valid: ${why}`), 400);
        }
        return answer(context);
    });
}
