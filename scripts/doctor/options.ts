import { parseOptions } from '../terminal/options.ts';
import { UserError } from '../terminal/userError.ts';

const COMMAND = 'npm run doctor';

export const USAGE = `${COMMAND} -- --target-org ALIAS [options]

  --target-org ALIAS  the org to check: an alias or username of the Salesforce CLI
  --json              print JSON, for programs
  --probe-writes      also test writing: save a user's current call center to that user again; requires --user
  --user USERNAME     the user for --probe-writes
  --help              show this text

Nothing in the org changes without --probe-writes.
Exits with 1 if Switchboard can't work in the org.`;

export interface DoctorOptions {
    targetOrg: string;
    json: boolean;
    /** The username to test writing with; null when writing isn't tested. */
    probedUser: string | null;
}

/** @throws UserError */
export function readOptions(args: string[]): DoctorOptions | 'help' {
    const values = parseOptions(
        COMMAND,
        {
            'target-org': { type: 'string', short: 'o' },
            json: { type: 'boolean' },
            'probe-writes': { type: 'boolean' },
            user: { type: 'string' }
        },
        args
    );
    if (values === 'help') return 'help';
    const { 'target-org': targetOrg, 'probe-writes': probes = false, user } = values;
    if (!targetOrg)
        throw new UserError(
            `Choose an org: ${COMMAND} -- --target-org ALIAS.`,
            'To list your orgs, run "sf org list".'
        );
    if (probes && !user) throw new UserError('--probe-writes requires a user.', 'Add --user USERNAME.');
    if (!probes && user) throw new UserError('--user is used only with --probe-writes.', 'Add --probe-writes.');
    return { targetOrg, json: values.json ?? false, probedUser: user ?? null };
}
