import { fileURLToPath } from 'node:url';
import type { Session } from '../access/session.ts';
import { NOT_FOUND } from '../context/restErrors.ts';
import type { App, OrgContext } from '../context/orgContext.ts';
import { ApiError } from '../apiError.ts';
import { recordJson } from '../rest/recordJson.ts';
import { runSoql } from '../soql/runSoql.ts';
import { readFlows, type ServedFlow } from './flow.ts';

const FLOWS = fileURLToPath(new URL('../../../optional/flow/main/default/flows', import.meta.url));

/** Rows that one Get Records element can return (documented: 50,000 per transaction). */
const MAX_ROWS = 50_000;

/**
 * `actions/custom/flow` (documented, Actions Developer Guide, "Flow Actions"): lists, describes, and runs flows. A run
 * writes nothing, because only Get Records elements are supported. The messages of failed runs are assumed.
 */
export function flowRoutes(app: App, { store, variant, stoppedFlows }: OrgContext): void {
    const known = variant.withoutFlows ? [] : readFlows(FLOWS);
    const flows = () => known.filter(({ name }) => !stoppedFlows.has(name.toLowerCase()));
    const base = '/services/data/:version/actions/custom/flow';
    const named = (name: string) => flows().find((flow) => flow.name.toLowerCase() === name.toLowerCase());

    app.get(base, (context) =>
        context.json({
            actions: flows().map(({ name, label }) => ({
                name,
                label,
                type: 'FLOW',
                url: `${base.replace(':version', context.req.param('version'))}/${name}`
            }))
        })
    );
    app.get(`${base}/:name`, (context) => {
        const flow = named(context.req.param('name'));
        if (!flow) return context.json(NOT_FOUND, 404);
        const output = { name: flow.output, type: 'SOBJECT', sobjectType: flow.object, maxOccurs: MAX_ROWS };
        const status = { name: 'Flow__InterviewStatus', type: 'PICKLIST', maxOccurs: 1 };
        return context.json({
            name: flow.name,
            label: flow.label,
            type: 'FLOW',
            inputs: [],
            outputs: [output, status]
        });
    });
    app.post(`${base}/:name`, (context) => {
        const flow = named(context.req.param('name'));
        if (!flow) return context.json(NOT_FOUND, 404);
        const ran = run(flow, context.get('session'), context.req.param('version'));
        return context.json([{ actionName: flow.name, ...ran }], ran.isSuccess ? 200 : 400);
    });

    function run(flow: ServedFlow, session: Session, version: string) {
        const { object, soql, output } = flow;
        try {
            if (variant.flowsCannotRead)
                throw new ApiError('INVALID_TYPE', `You can't use the object ${object} in a Get Records element.`);
            const { plan, rows } = runSoql(store, session.mayRead, soql, MAX_ROWS);
            const records = plan.kind === 'rows' ? rows.map((row) => recordJson(version, plan.shape, row)) : [];
            const outputValues = { Flow__InterviewStatus: 'Finished', [output]: records };
            return { errors: null, isSuccess: true, outputValues };
        } catch (cause) {
            if (!(cause instanceof ApiError)) throw cause;
            const error = { statusCode: cause.code, message: cause.message, fields: [] };
            return { errors: [error], isSuccess: false, outputValues: null };
        }
    }
}
