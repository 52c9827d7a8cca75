import { soql, type OrgAsk } from '../orgAsk.ts';
import { quoted, type Finding } from './finding.ts';
import type { UpdateShape } from './updateShape.ts';

const PERMISSION = 'PermissionsManageInternalUsers';

interface Writable {
    updateable?: boolean;
}

export function updateFindings(shape: UpdateShape | { words: string }): Finding[] {
    const questions = [
        ['mutations', 'Does GraphQL have mutations?'],
        ['update-field', 'Does UserUpdateInput take CallCenterId?'],
        ['update-payload', 'Does the UserUpdate payload have a Record?']
    ] as const;
    if ('words' in shape)
        return questions.map(([name, question]) => ({
            name,
            question,
            answer: `the schema does not tell: ${quoted(shape.words)}`,
            standing: 'open',
            uses: 'mutations, untried',
            fallback: null,
            todo: 'ask with --probe-writes --user USERNAME'
        }));
    const { hasMutations, takesCallCenterId, givesRecord } = shape;
    const oneByOne = 'one user at a time, by a record update of UI API';
    const good = { standing: 'good', uses: 'mutations of many users', fallback: oneByOne, todo: null } as const;
    const bad = { standing: 'blocked', uses: oneByOne, fallback: null } as const;
    const untold = {
        standing: 'open',
        answer: 'there is no UserUpdate to ask',
        uses: oneByOne,
        fallback: null,
        todo: null
    } as const;
    const [mutations, update, payload] = questions.map(([name, question]) => ({ name, question }));
    return [
        hasMutations
            ? { ...mutations!, ...good, answer: 'yes, with UserUpdate' }
            : {
                  ...mutations!,
                  ...bad,
                  answer: 'no, there is no UserUpdate',
                  todo: 'see that the org is at API 66 or later, and that this user may edit users',
                  stop: 'GraphQL offers this user no UserUpdate mutation, which Switchboard moves users by: see that the org is at API 66 or later, and that this user has Manage Internal Users.'
              },
        !hasMutations
            ? { ...update!, ...untold }
            : takesCallCenterId
              ? { ...update!, ...good, answer: 'yes' }
              : {
                    ...update!,
                    ...bad,
                    answer: 'no',
                    todo: 'see that this user may edit User.CallCenterId',
                    stop: 'The UserUpdate mutation takes no CallCenterId from this user: see that they may edit that field of User.'
                },
        !hasMutations
            ? { ...payload!, ...untold }
            : givesRecord
              ? {
                    ...payload!,
                    ...good,
                    answer: 'yes',
                    uses: 'the Record, to see that the move was kept',
                    fallback: null
                }
              : {
                    ...payload!,
                    ...bad,
                    answer: 'no',
                    todo: 'tell the makers of Switchboard: its mutation asks for Record',
                    stop: 'The UserUpdate mutation answers no Record, which Switchboard asks for: tell its makers.'
                }
    ];
}

/** @param tried what a real write came to, where one was asked for: null when it was done, else the org's words */
export async function mayWrite(ask: OrgAsk, tried?: string | null): Promise<Finding> {
    const [info, described, permission] = await Promise.all([
        ask.get<Writable & { fields?: Record<string, Writable> }>('ui-api/object-info/User'),
        ask.get<Writable & { fields?: (Writable & { name: string })[] }>('sobjects/User/describe'),
        hasPermission(ask)
    ]);
    const inInfo = info.ok && info.body.updateable !== false && info.body.fields?.CallCenterId?.updateable === true;
    const shown = described.ok ? described.body : {};
    const field = shown.fields?.find(({ name }) => name === 'CallCenterId');
    const inDescribe = shown.updateable === true && field?.updateable === true;
    const said = [
        `object-info says ${inInfo ? 'yes' : 'no'}`,
        `describe says ${inDescribe ? 'yes' : 'no'}`,
        `Manage Internal Users: ${permission === null ? 'not known' : permission ? 'yes' : 'no'}`,
        tried === null && 'a write of the same value was done',
        typeof tried === 'string' && `a write of the same value was refused: ${quoted(tried)}`
    ];
    const isAllowed = tried === undefined ? inInfo && permission !== false : tried === null;
    return {
        name: 'may-write',
        question: 'May this user write User.CallCenterId?',
        answer: said.filter(Boolean).join(', '),
        standing: isAllowed ? 'good' : 'blocked',
        uses: isAllowed ? 'the Move buttons' : 'no Move buttons: users are shown, not moved',
        fallback: 'the org decides each move; its words are shown',
        todo: isAllowed ? null : 'give this user Manage Internal Users (Setup help also names Manage Call Centers)',
        stop: 'This user may not write User.CallCenterId: give them Manage Internal Users (Setup help also names Manage Call Centers).'
    };
}

/** By profile or permission set; null when the org does not tell. */
async function hasPermission(ask: OrgAsk): Promise<boolean | null> {
    const resources = await ask.get<{ identity?: string }>('');
    const userId = resources.ok ? /005\w{15}/.exec(resources.body.identity ?? '')?.[0] : undefined;
    if (!userId) return null;
    // The permission is a column, so its name stands in the query; it is a constant.
    const queries = [
        soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${userId}` +
            ` AND PermissionSet.${PERMISSION} = true LIMIT 1`,
        soql`SELECT Id FROM User WHERE Id = ${userId}` + ` AND Profile.${PERMISSION} = true LIMIT 1`
    ];
    const answers = await Promise.all(queries.map((query) => ask.rows(query)));
    if (answers.some((answer) => answer.ok && answer.body.length > 0)) return true;
    return answers.every((answer) => answer.ok) ? false : null;
}
