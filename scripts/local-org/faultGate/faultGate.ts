import type { Context, MiddlewareHandler } from 'hono';
import { setTimeout } from 'node:timers/promises';
import { tokenOf } from '../access/sessions.ts';
import type { Env, OrgContext } from '../context/orgContext.ts';
import { documentRefused, dropped, htmlPage, truncated, unavailable } from './faultAnswers.ts';
import { moveNamedUsers, takePermission } from './orgChanges.ts';
import type { FaultRule } from '../faults/fault.ts';
import { requestKind } from './requestKind.ts';
import { rowFault } from '../faults/rowFault.ts';

/** Applies the fault plan to a request: first before the org handles it, then to the org's answer. */
export function faultGate(org: OrgContext): MiddlewareHandler<Env> {
    return async (context, next) => {
        if (!org.faults.isOn || !context.req.path.startsWith('/services/')) return next();
        const { method, path } = context.req;
        const text = await textOf(context);
        const kind = requestKind(method, path, () => text);
        const rules = org.faults.strike(kind);
        for (const rule of rules) {
            const instead = await applyBefore(org, context, rule, text);
            if (instead) return instead;
        }
        context.set('rowFault', rowFault(rules));
        await next();
        for (const rule of rules) {
            if (rule.fault === 'answer dropped') return replace(context, dropped(context));
            if (rule.fault === 'answer truncated') {
                return replace(context, await truncated(context, context.res, rule.clean ?? false));
            }
        }
    };
}

/** Removes the old answer first. Otherwise Hono copies its headers to the new one. */
function replace(context: Context<Env>, answer: Response): void {
    context.res = undefined;
    context.res = answer;
}

/** @returns the answer to send instead of the org's, if any */
async function applyBefore(
    org: OrgContext,
    context: Context<Env>,
    rule: FaultRule,
    text: string
): Promise<Response | undefined> {
    const token = tokenOf(context.req.header('Authorization'));
    switch (rule.fault) {
        case 'latency':
            await setTimeout(rule.ms);
            return undefined;
        case 'unavailable':
            return unavailable(rule.retryAfter);
        case 'html page':
            return htmlPage();
        case 'document refused':
            return documentRefused(context.req.path.endsWith('/graphql'), rule.message);
        case 'session expired':
            if (token !== null) org.sessions.end(token);
            return undefined;
        case 'permission taken': {
            const session = token === null ? undefined : org.sessions.of(token);
            const giveBack =
                session && takePermission(org.store, session.userId, rule.permission ?? 'ManageInternalUsers');
            if (giveBack) org.faults.onChange(giveBack);
            return undefined;
        }
        case 'moved meanwhile':
            moveNamedUsers(org.store, `${context.req.path} ${text}`, rule.rows, rule.to);
            return undefined;
        case 'daily limit reached': {
            const { used, max } = org.daily;
            if (used < max) {
                org.daily.set(max);
                org.faults.onChange(() => org.daily.set(used));
            }
            return undefined;
        }
        case 'row refused':
        case 'row locked':
        case 'answer dropped':
        case 'answer truncated':
            return undefined;
    }
}

/** The request body, except for uploaded packages. Hono caches it, so the route can read it again. */
async function textOf(context: Context<Env>): Promise<string> {
    const type = context.req.header('Content-Type') ?? '';
    const isInspected = ['POST', 'PATCH', 'PUT'].includes(context.req.method) && !type.startsWith('multipart/');
    return isInspected ? context.req.text() : '';
}
