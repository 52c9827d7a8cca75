import type { OrgConnection } from '../org/connection.ts';
import { quoted, type Finding } from '../org/readiness/finding.ts';

const HISTORY_OBJECTS = ['CallCenterMoveRun__c', 'CallCenterMovePlan__c', 'CallCenterMove__c'] as const;

export async function history(org: OrgConnection): Promise<Finding> {
    const described = await Promise.all(
        HISTORY_OBJECTS.map(async (name) => ({
            name,
            answer: await org.get<{ createable?: boolean }>(`sobjects/${name}/describe`)
        }))
    );
    const finding = {
        name: 'history',
        question: 'Does the org have the history objects?',
        uses: 'them, in separate requests',
        fallback: "progress saved in the browser, and the CSV of each move; moves don't wait for the history"
    };
    const missing = described.filter(({ answer }) => !answer.ok);
    if (missing.length > 0) {
        const { answer } = missing[0]!;
        const reason = answer.ok ? '' : `, Salesforce says ${quoted(answer.message)}`;
        const result = `no, this user doesn't have ${namesOf(missing)}${reason}`;
        return { ...finding, result, status: 'fallback', uses: 'no history', fix: 'deploy' };
    }
    const locked = described.filter(({ answer }) => answer.ok && answer.body.createable !== true);
    if (locked.length > 0) {
        const result = `yes, but this user can't create records of ${namesOf(locked)}`;
        const fix = 'assign the permission set Switchboard Admin';
        return { ...finding, result, status: 'fallback', uses: 'the history, without adding to it', fix };
    }
    return { ...finding, result: 'yes', status: 'ok', fix: null };
}

function namesOf(objects: { name: string }[]): string {
    return new Intl.ListFormat('en').format(objects.map(({ name }) => name));
}
