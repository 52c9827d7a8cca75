import { parseArgs } from 'node:util';
import { Refusal } from '../refusal.ts';

export const USAGE = `npm run deploy -- --target-org ALIAS [options]

  --target-org ALIAS  an org that the Salesforce CLI is logged in to, by alias or username
  --dry-run           check everything, with the org too, and change nothing
  --registry-only     only write the names of the call centers to the registry
  --help              this text`;

export interface DeployOptions {
    targetOrg: string;
    dryRun: boolean;
    registryOnly: boolean;
}

/** @throws Refusal in one sentence */
export function readOptions(words: string[]): DeployOptions | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            args: words,
            options: {
                'target-org': { type: 'string', short: 'o' },
                'dry-run': { type: 'boolean' },
                'registry-only': { type: 'boolean' },
                help: { type: 'boolean' }
            }
        }));
    } catch (error) {
        const [said] = (error as Error).message.split(/\.\s|\.$/);
        throw new Refusal(`${said}; npm run deploy -- --help lists the options.`);
    }
    if (values.help) return 'help';
    const { 'target-org': targetOrg, 'dry-run': dryRun = false, 'registry-only': registryOnly = false } = values;
    if (!targetOrg) throw new Refusal('Say which org: npm run deploy -- --target-org ALIAS; "sf org list" shows them.');
    return { targetOrg, dryRun, registryOnly };
}
