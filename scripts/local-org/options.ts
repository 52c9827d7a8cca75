import { readFaultFile } from './faults/readFaultPlan.ts';
import type { LocalOrgOptions } from './index.ts';
import { variantNamed, VARIANTS } from './variants/variants.ts';

/** Where the org listens when nobody says otherwise. */
export const DEFAULT_PORT = 8177;

export const USAGE = `npm run local-org -- [options]

  --port N       listen on this port of the loopback (default ${DEFAULT_PORT})
  --users N      make this many users (default 1204)
  --seed N|FILE  start the generator from this number, or make what this JSON file says
  --keep FILE    keep the org in this file; the next start goes on with it
  --faults FILE  let go wrong what this JSON file says
  --variant X    be another org where real ones may differ:
${Object.entries(VARIANTS)
    .map(([name, { says }]) => `                   ${name}: ${says}`)
    .join('\n')}`;

/** @throws Error, a sentence for the person who typed it */
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
    if (!/^\d+$/.test(text) || Number(text) > most) throw new Error(`${name} takes a whole number, not "${text}".`);
    return Number(text);
}
