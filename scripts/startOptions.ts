import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export const USAGE = `npm start -- [options]

  --no-open        do not open the browser
  --port N         port of the page (4310)
  --org-port N     port of the embedded org (4311)
  --users N        number of users in the org (1204)
  --seed X         a number makes another org of that size, a JSON file says what is in it
  --keep FILE      keep the org in a SQLite file
  --faults FILE    let go wrong in the embedded org what this JSON file says
  --as PERSONA     who looks at the page: admin, call-center-manager, delegated, viewer
  --target-org X   an org of your own in place of the embedded one, by alias or username of the Salesforce CLI
  --help           this text`;

export interface StartOptions {
    open: boolean;
    port: number;
    orgPort: number;
    /** Undefined: as the embedded org has it. */
    users: number | undefined;
    seed: string | undefined;
    keep: string | undefined;
    /** A fault plan's file. */
    faults: string | undefined;
    persona: string | undefined;
    /** Alias or username; undefined: the embedded org. */
    targetOrg: string | undefined;
}

/** What there is to choose of the embedded org only. */
const EMBEDDED = ['org-port', 'users', 'seed', 'keep', 'faults', 'as'] as const;

const PORTS = { least: 0, most: 65_535 };

/** @throws Refusal in one sentence, for an option that is not there or a value that it does not take */
export function readOptions(words: string[]): StartOptions | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            args: words,
            options: {
                'no-open': { type: 'boolean' },
                port: { type: 'string' },
                'org-port': { type: 'string' },
                users: { type: 'string' },
                seed: { type: 'string' },
                keep: { type: 'string' },
                faults: { type: 'string' },
                as: { type: 'string' },
                'target-org': { type: 'string', short: 'o' },
                help: { type: 'boolean' }
            }
        }));
    } catch (error) {
        const [said] = (error as Error).message.split(/\.\s|\.$/);
        throw new Refusal(`${said}; npm start -- --help lists the options.`);
    }
    if (values.help) return 'help';
    const targetOrg = values['target-org'];
    const astray = EMBEDDED.find((name) => values[name] !== undefined);
    if (targetOrg === '') throw new Refusal('--target-org takes an alias or a username; "sf org list" shows yours.');
    if (targetOrg !== undefined && astray)
        throw new Refusal(`--${astray} belongs to the embedded org: leave it out, or leave out --target-org.`);
    return {
        open: !values['no-open'],
        port: whole('--port', values.port, PORTS) ?? 4310,
        orgPort: whole('--org-port', values['org-port'], PORTS) ?? 4311,
        users: whole('--users', values.users, { least: 1, most: 1_000_000 }),
        seed: values.seed,
        keep: values.keep,
        faults: values.faults,
        persona: values.as,
        targetOrg
    };
}

function whole(name: string, word: string | undefined, { least, most }: typeof PORTS): number | undefined {
    if (word === undefined) return undefined;
    const number = Number(word);
    if (!/^\d+$/.test(word) || number < least || number > most)
        throw new Refusal(`${name} takes a whole number from ${least} to ${most}, not "${word}".`);
    return number;
}
