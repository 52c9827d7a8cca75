import { parseOptions, PORTS, USER_COUNTS, wholeNumber } from '../terminal/options.ts';
import { LIGHTNING_OUT, type LightningOut } from '../preview/setup/visualforcePage.ts';
import { TRANSPORTS, type TransportName } from '../preview/transports.ts';
import { CENTERS_PAGE, type CentersPage } from '../preview/visualforce/look.ts';
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
  --as PERSONA     the user to view the page as: admin, second-admin, call-center-manager, delegated, viewer
  --transport X    how failures reach the page: platform (the default), direct (with status and Salesforce's message)
  --setup-page X   how Lightning Out behaves in Setup: works (the default), blocked, silent, refused, incomplete, throws, late
  --centers-page X how the Visualforce page for call centers behaves: works (the default), missing, refused, blocked
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
    lightningOut: LightningOut;
    centersPage: CentersPage;
    /** Alias or username; undefined for the embedded org. */
    targetOrg: string | undefined;
}

/** Options that only the embedded org has. */
const EMBEDDED_ORG_OPTIONS = ['org-port', 'users', 'seed', 'keep', 'faults', 'as', 'centers-page'] as const;

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
            'setup-page': { type: 'string' },
            'centers-page': { type: 'string' },
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
        transport: oneOf('transport', TRANSPORTS, values.transport) ?? 'platform',
        lightningOut: oneOf('Setup page', LIGHTNING_OUT, values['setup-page']) ?? 'works',
        centersPage: oneOf('call center page', CENTERS_PAGE, values['centers-page']) ?? 'works',
        targetOrg
    };
}

/** @throws UserError when the given one is none of those known */
function oneOf<Name extends string>(what: string, known: readonly Name[], given: string | undefined): Name | undefined {
    const found = known.find((name) => name === given);
    if (given === undefined || found) return found;
    throw new UserError(`Unknown ${what} "${given}".`, `Choose from: ${known.join(', ')}.`);
}
