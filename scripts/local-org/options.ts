import { readFaultFile } from './faults/readFaultPlan.ts';
import type { LocalOrgOptions } from './index.ts';
import { variantNamed, VARIANTS } from './variants/variants.ts';

/** The default port. */
export const DEFAULT_PORT = 8177;

export const USAGE = `npm run local-org -- [options]

  --port N       listen on this port (default ${DEFAULT_PORT})
  --users N      generate this many users (default 1204)
  --seed N|FILE  generate different data (number), or load data from a JSON file
  --keep FILE    save the org in this file, and continue from it the next time
  --faults FILE  simulate the failures in this JSON file
  --variant X    behave differently where Salesforce's behavior isn't known:
${Object.entries(VARIANTS)
    .map(([name, { says }]) => `                   ${name}: ${says}`)
    .join('\n')}`;

/** @throws Error with one sentence for the user */
export function readOptions(given: {
    port?: string;
    users?: string;
    seed?: string;
    keep?: string;
    faults?: string;
    variant?: string;
}): LocalOrgOptions {
    const options: LocalOrgOptions = {};
    if (given.port !== undefined) options.port = whole('--port', given.port, 65_535);
    if (given.users !== undefined) options.users = whole('--users', given.users, Number.MAX_SAFE_INTEGER);
    if (given.seed !== undefined) options.seed = given.seed;
    if (given.keep !== undefined) options.keep = given.keep;
    if (given.faults !== undefined) options.faults = readFaultFile(given.faults);
    if (given.variant !== undefined) options.variant = variantNamed(given.variant);
    return options;
}

function whole(name: string, text: string, most: number): number {
    if (!/^\d+$/.test(text) || Number(text) > most)
        throw new Error(`${name} must be a whole number. You entered "${text}".`);
    return Number(text);
}
