import type { Refused } from '../answer.ts';
import { quoted, type Finding } from './finding.ts';
import type { UpdateMutation } from './updateMutation.ts';

const MUTATION = { name: 'mutations', question: 'Does GraphQL have the UserUpdate mutation?' };
const FIELD = { name: 'update-field', question: 'Does UserUpdate accept CallCenterId?' };
const PAYLOAD = { name: 'update-payload', question: 'Does UserUpdate return a Record?' };

const ONE_BY_ONE = 'one user at a time, with UI API record updates';
const OK = { status: 'ok', result: 'yes', uses: 'mutations of many users', fallback: ONE_BY_ONE, fix: null } as const;
const BLOCKED = { status: 'blocked', result: 'no', uses: ONE_BY_ONE, fallback: null } as const;

/** Three findings, always in the same order. */
export function updateFindings(mutation: UpdateMutation | Refused): Finding[] {
    if (!mutation.ok)
        return [MUTATION, FIELD, PAYLOAD].map((question) => ({
            ...question,
            result: `unknown, the schema can't be read: ${quoted(mutation.message)}`,
            status: 'unknown',
            uses: 'mutations, untested',
            fallback: null,
            fix: 'run again with --probe-writes --user USERNAME'
        }));
    return [mutationFinding(mutation), fieldFinding(mutation), payloadFinding(mutation)];
}

function mutationFinding({ exists }: UpdateMutation): Finding {
    if (exists) return { ...MUTATION, ...OK };
    return {
        ...MUTATION,
        ...BLOCKED,
        result: 'no, there is no UserUpdate',
        fix: 'check that the org has API version 66 or later, and give this user the Manage Internal Users permission',
        blocker:
            "GraphQL doesn't offer this user the UserUpdate mutation, which Switchboard uses to move users. Check that the org has API version 66 or later, and give this user the Manage Internal Users permission."
    };
}

function fieldFinding({ exists, acceptsCallCenterId }: UpdateMutation): Finding {
    if (!exists) return unknown(FIELD);
    if (acceptsCallCenterId) return { ...FIELD, ...OK };
    return {
        ...FIELD,
        ...BLOCKED,
        fix: 'give this user edit access to the field User.CallCenterId',
        blocker:
            "The UserUpdate mutation doesn't accept CallCenterId from this user. Give them edit access to the field User.CallCenterId."
    };
}

function payloadFinding({ exists, returnsRecord }: UpdateMutation): Finding {
    if (!exists) return unknown(PAYLOAD);
    if (returnsRecord)
        return { ...PAYLOAD, ...OK, uses: 'the Record, to confirm that Salesforce saved the move', fallback: null };
    return {
        ...PAYLOAD,
        ...BLOCKED,
        fix: 'report this to the project, because its mutation selects Record',
        blocker: "The UserUpdate mutation doesn't return Record, which Switchboard needs. Report this to the project."
    };
}

function unknown(question: typeof FIELD): Finding {
    return {
        ...question,
        status: 'unknown',
        result: 'unknown, there is no UserUpdate',
        uses: ONE_BY_ONE,
        fallback: null,
        fix: null
    };
}
