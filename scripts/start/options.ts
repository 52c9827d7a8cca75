import { parseOptions, PORTS, USER_COUNTS, wholeNumber } from '../terminal/options.ts';
import { TRANSPORTS, type TransportName } from '../preview/transports.ts';
import { UserError } from '../terminal/userError.ts';

const COMMAND = 'npm start';

export const USAGE = `${COMMAND} -- [options]

  --no-open        don't open the browser
  --port N         port of the page (4310)
  --org-port N     port of the embedded org (4311)
  --users N        number of users in the org (1204)
  --seed X         generate different data (number), or load data from a JSON file
  --keep FILE      keep the org in a SQLite file
  --faults FILE    simulate the failures in this JSON file
  --as PERSONA     the user to view the page as: admin, call-center-manager, delegated, viewer
  --transport X    how failures reach the page: platform (the default), direct (with status and Salesforce's message)
  --target-org X   use your own org instead of the embedded one: an alias or username of the Salesforce CLI
  --help           show this text`;

export interface StartOptions {
    open: boolean;
    port: number;
    orgPort: number;
    /** Undefined: the embedded org's default. */
    users: number | undefined;
    seed: string | undefined;
    keep: string | undefined;
    /** The file of a fault plan. */
    faults: string | undefined;
    persona: string | undefined;
    transport: TransportName;
    /** Alias or username; undefined for the embedded org. */
    targetOrg: string | undefined;
}

/** Options that only the embedded org has. */
const EMBEDDED_ORG_OPTIONS = ['org-port', 'users', 'seed', 'keep', 'faults', 'as'] as const;

/** @throws UserError for an unknown option or a value that it doesn't accept */
export function readOptions(args: string[]): StartOptions | 'help' {
    const values = parseOptions(
        COMMAND,
        {
            'no-open': { type: 'boolean' },
            port: { type: 'string' },
            'org-port': { type: 'string' },
            users: { type: 'string' },
            seed: { type: 'string' },
            keep: { type: 'string' },
            faults: { type: 'string' },
            as: { type: 'string' },
            transport: { type: 'string' },
            'target-org': { type: 'string', short: 'o' }
        },
        args
    );
    if (values === 'help') return 'help';
    const targetOrg = values['target-org'];
    const embeddedOnly = EMBEDDED_ORG_OPTIONS.find((name) => values[name] !== undefined);
    if (targetOrg === '')
        throw new UserError('--target-org requires an alias or username.', 'To list your orgs, run "sf org list".');
    if (targetOrg !== undefined && embeddedOnly)
        throw new UserError(
            `--${embeddedOnly} works only with the embedded org.`,
            'Remove it, or remove --target-org.'
        );
    return {
        open: !values['no-open'],
        port: wholeNumber('--port', values.port, PORTS) ?? 4310,
        orgPort: wholeNumber('--org-port', values['org-port'], PORTS) ?? 4311,
        users: wholeNumber('--users', values.users, USER_COUNTS),
        seed: values.seed,
        keep: values.keep,
        faults: values.faults,
        persona: values.as,
        transport: transportNamed(values.transport),
        targetOrg
    };
}

function transportNamed(given: string | undefined): TransportName {
    if (given === undefined) return 'platform';
    const known = TRANSPORTS.find((name) => name === given);
    if (known) return known;
    throw new UserError(`Unknown transport "${given}".`, `Choose from: ${TRANSPORTS.join(', ')}.`);
}
