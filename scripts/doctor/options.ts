import { parseArgs } from 'node:util';
import { Refusal } from '../refusal.ts';

export const USAGE = `npm run doctor -- --target-org ALIAS [options]

  --target-org ALIAS  an org that the Salesforce CLI is logged in to, by alias or username
  --json              for programs
  --probe-writes      also try writes: the call center that a user has, to the same user; needs --user
  --user USERNAME     the user to try it on
  --help              this text

Nothing in the org is changed without --probe-writes.
The exit code is 1 when Switchboard does not work there.`;

export interface DoctorOptions {
    targetOrg: string;
    json: boolean;
    /** The username to try writes on; null: none are tried. */
    probed: string | null;
}

/** @throws Refusal in one sentence */
export function readOptions(words: string[]): DoctorOptions | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            args: words,
            options: {
                'target-org': { type: 'string', short: 'o' },
                json: { type: 'boolean' },
                'probe-writes': { type: 'boolean' },
                user: { type: 'string' },
                help: { type: 'boolean' }
            }
        }));
    } catch (error) {
        const [said] = (error as Error).message.split(/\.\s|\.$/);
        throw new Refusal(`${said}; npm run doctor -- --help lists the options.`);
    }
    if (values.help) return 'help';
    const { 'target-org': targetOrg, 'probe-writes': probes = false, user } = values;
    if (!targetOrg) throw new Refusal('Say which org: npm run doctor -- --target-org ALIAS; "sf org list" shows them.');
    if (probes && !user) throw new Refusal('--probe-writes needs a user to try it on: add --user USERNAME.');
    if (!probes && user) throw new Refusal('--user names the user that writes are tried on: add --probe-writes.');
    return { targetOrg, json: values.json ?? false, probed: user ?? null };
}
