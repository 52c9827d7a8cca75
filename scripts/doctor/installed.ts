import type { OrgAsk } from '../orgAsk.ts';
import { quoted, type Finding } from './finding.ts';

const HISTORY = ['CallCenterMoveRun__c', 'CallCenterMove__c'] as const;

export async function history(ask: OrgAsk): Promise<Finding> {
    const described = await Promise.all(
        HISTORY.map((name) => ask.get<{ createable?: boolean }>(`sobjects/${name}/describe`))
    );
    const finding = {
        name: 'history',
        question: 'Are the history objects there?',
        uses: 'both, in requests of their own'
    };
    const fallback = 'the journal in the browser and the CSV of each run; moves are never held back';
    const missing = HISTORY.filter((_name, place) => !described[place]!.ok);
    if (missing.length > 0) {
        const [refused] = described.filter((answer) => !answer.ok);
        const words = refused && !refused.ok ? `, the org says ${quoted(refused.words)}` : '';
        const answer = `${missing.join(' and ')} not there for this user${words}`;
        return { ...finding, answer, standing: 'second', uses: 'no history', fallback, todo: 'deploy' };
    }
    const locked = HISTORY.filter((_name, place) => {
        const answer = described[place]!;
        return answer.ok && answer.body.createable !== true;
    });
    if (locked.length > 0) {
        const answer = `yes, but this user may not add to ${locked.join(' and ')}`;
        const todo = 'assign the permission set Switchboard Admin';
        return { ...finding, answer, standing: 'second', uses: 'history to read, none to write', fallback, todo };
    }
    return { ...finding, answer: 'yes', standing: 'good', fallback, todo: null };
}
