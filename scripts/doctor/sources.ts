import { CENTERS_QUERY } from 'c/callCenters';
import type { SignedCenter } from '../deploy/centerSigns.ts';
import { REGISTERED_SOQL, type RegistryRow } from '../deploy/fillRegistry.ts';
import type { OrgAsk } from '../orgAsk.ts';
import { counted, quoted, type Finding } from './finding.ts';

const FLOW = 'List_Call_Centers';
const FILL = 'fill it: npm run deploy -- --registry-only --target-org ALIAS';
/** Names older than this, in days, are worth another look. */
const OLD = 90;
const DAY = 24 * 60 * 60 * 1000;

/** Asks the very document that the page asks. */
export async function centersInGraphql(ask: OrgAsk): Promise<Finding> {
    const [listed, info] = await Promise.all([
        ask.graphql<{ uiapi: { query: { CallCenter: { edges: unknown[] } } } }>(CENTERS_QUERY, {
            first: 200,
            after: null
        }),
        ask.get('ui-api/object-info/CallCenter')
    ]);
    const finding = { name: 'centers-in-graphql', question: 'Is CallCenter in UI API and its GraphQL?' };
    const records = `object-info ${info.ok ? 'knows it' : 'does not know it'}`;
    if (listed.ok && listed.body.errors.length === 0) {
        const count = listed.body.data.uiapi.query.CallCenter.edges.length;
        const answer = `yes, GraphQL lists ${counted(count, 'call center')}; ${records}`;
        return {
            ...finding,
            answer,
            standing: 'good',
            uses: 'GraphQL, always fresh',
            fallback: 'the flow',
            todo: null
        };
    }
    const words = listed.ok ? listed.body.errors[0]!.message : listed.words;
    return {
        ...finding,
        answer: `no, the org says ${quoted(words)}; ${records}`,
        standing: 'second',
        uses: 'the next source, the flow',
        fallback: 'the registry, then the ids that users carry',
        todo: null
    };
}

/** Runs the flow as any client can (documented: Flow Actions). It has one Get Records element and writes nothing. */
export async function centersInFlow(ask: OrgAsk, known: SignedCenter[] | null): Promise<Finding> {
    const path = `actions/custom/flow/${FLOW}`;
    const finding = { name: 'centers-in-flow', question: 'Can a flow read call centers?' };
    const second = {
        ...finding,
        standing: 'second',
        uses: 'the registry',
        fallback: 'the ids that users carry'
    } as const;
    const described = await ask.get<{ inputs?: unknown[]; outputs?: { name?: string }[] }>(path);
    if (!described.ok) {
        const answer = `not known: the flow ${FLOW} is not there for this user, the org says ${quoted(described.words)}`;
        const todo = 'deploy, assign the permission set Switchboard Admin, and ask again';
        return { ...second, standing: 'open', answer, todo };
    }
    const isOurs = !described.body.inputs?.length && described.body.outputs?.some(({ name }) => name === 'callCenters');
    if (!isOurs) {
        const answer = `not known: the org has another flow called ${FLOW}, which was not run`;
        return { ...second, standing: 'open', answer, todo: `deploy, which replaces the flow ${FLOW}` };
    }
    const ran = await ask.send<{ isSuccess?: boolean; outputValues?: Record<string, unknown> }[]>('POST', path, {
        inputs: [{}]
    });
    const listed = ran.ok ? ran.body[0]?.outputValues?.callCenters : null;
    if (!ran.ok || !Array.isArray(listed)) {
        const words = ran.ok ? 'it gave no list' : `the org says ${quoted(ran.words)}`;
        return {
            ...second,
            answer: `no, ${words}`,
            todo: `keep the registry filled: npm run deploy -- --registry-only --target-org ALIAS`
        };
    }
    const missing = known === null ? 0 : known.length - listed.length;
    return {
        ...finding,
        answer: `yes, it lists ${counted(listed.length, 'call center')}${missing > 0 ? `, ${missing} fewer than SOQL` : ''}`,
        standing: 'good',
        uses: 'the flow, where GraphQL does not list them',
        fallback: 'the registry',
        todo: null
    };
}

export async function registry(ask: OrgAsk, known: SignedCenter[] | null, now: Date): Promise<Finding> {
    const finding = {
        name: 'registry',
        question: 'Is the registry filled?',
        uses: 'kinds, vendors and notes; names where nothing else gives them',
        fallback: 'the ids that users carry, unnamed'
    };
    const answer = await ask.rows<RegistryRow>(REGISTERED_SOQL);
    if (!answer.ok) {
        const said = `it is not there for this user, the org says ${quoted(answer.words)}`;
        return { ...finding, answer: said, standing: 'second', uses: 'nothing of it', todo: 'deploy, which fills it' };
    }
    const rows = answer.body;
    const registered = new Set(rows.map((row) => row.CallCenterId__c));
    const missing = (known ?? []).filter(({ id }) => !registered.has(id)).map(({ name }) => name);
    const unknown = rows.filter((row) => (row.Kind__c ?? 'unknown') === 'unknown').map((row) => row.Name);
    const oldest = rows.reduce((age, row) => Math.max(age, daysSince(row.ReadAt__c, now)), 0);
    const said = [
        `${counted(rows.length, 'call center')}, read ${oldest === 0 ? 'today' : `${counted(oldest, 'day')} ago`}`,
        missing.length > 0 && `without ${missing.join(', ')}`,
        unknown.length > 0 && `kind unknown: ${unknown.join(', ')}`
    ];
    const isLacking = rows.length === 0 || missing.length > 0 || oldest > OLD;
    return {
        ...finding,
        answer: rows.length === 0 ? 'no, it is empty' : said.filter(Boolean).join('; '),
        standing: isLacking ? 'second' : 'good',
        todo: isLacking
            ? FILL
            : unknown.length > 0
              ? 'say the kind of each in Switchboard: unknown ones are reviewed first'
              : null
    };
}

function daysSince(time: string | null, now: Date): number {
    return time ? Math.floor((now.getTime() - Date.parse(time)) / DAY) : 0;
}

export function voice(centers: SignedCenter[]): Finding {
    const alike = centers.filter(({ isVoiceLike }) => isVoiceLike);
    const [first] = alike;
    return {
        name: 'voice',
        question: 'Which call centers look like Voice?',
        answer: first ? alike.map(({ name, signs }) => `${name} (${signs.join(', ')})`).join('; ') : 'none',
        standing: 'good',
        uses: 'the kind in the registry; signs are never taken for a kind, but for partner telephony in the settings',
        fallback: 'unknown, which is reviewed before a move',
        todo: first ? 'say the kind of each in Switchboard: users of Voice are moved in its own page' : null
    };
}
