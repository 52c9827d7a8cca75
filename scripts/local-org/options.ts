import { parseOptions, PORTS, USER_COUNTS, wholeNumber } from '../terminal/options.ts';
import { readFaultFile } from './faults/readFaultPlan.ts';
import type { LocalOrgOptions } from './index.ts';
import { variantNamed, VARIANTS } from './variants/variants.ts';

const COMMAND = 'npm run local-org';
/** The port to listen on when none is given. */
const DEFAULT_PORT = 8177;

export const USAGE = `${COMMAND} -- [options]

  --port N       port of the org, on this computer only (${DEFAULT_PORT})
  --users N      number of users in the org (1204)
  --seed X       generate different data (number), or load data from a JSON file
  --keep FILE    save the org in this SQLite file, and continue from it the next time
  --faults FILE  simulate the failures in this JSON file
  --variant X    behave differently where Salesforce's behavior isn't known:
${Object.entries(VARIANTS)
    .map(([name, { says }]) => `                   ${name}: ${says}`)
    .join('\n')}
  --help         show this text`;

/** @throws Error with one sentence for the user */
export function readOptions(args: string[]): LocalOrgOptions | 'help' {
    const values = parseOptions(
        COMMAND,
        {
            port: { type: 'string' },
            users: { type: 'string' },
            seed: { type: 'string' },
            keep: { type: 'string' },
            faults: { type: 'string' },
            variant: { type: 'string' }
        },
        args
    );
    if (values === 'help') return 'help';
    const { seed, keep, faults, variant } = values;
    return {
        port: wholeNumber('--port', values.port, PORTS) ?? DEFAULT_PORT,
        users: wholeNumber('--users', values.users, USER_COUNTS),
        seed,
        keep,
        faults: faults === undefined ? undefined : readFaultFile(faults),
        variant: variant === undefined ? undefined : variantNamed(variant)
    };
}
