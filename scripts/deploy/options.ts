import { parseOptions } from '../terminal/options.ts';
import { UserError } from '../terminal/userError.ts';

const COMMAND = 'npm run deploy';

export const USAGE = `${COMMAND} -- --target-org ALIAS [options]

  --target-org ALIAS  the org to deploy to: an alias or username of the Salesforce CLI
  --dry-run           check everything, here and in the org, without changing the org
  --registry-only     only save the names of the org's call centers in Switchboard
  --help              show this text`;

export interface DeployOptions {
    targetOrg: string;
    dryRun: boolean;
    registryOnly: boolean;
}

/** @throws UserError */
export function readOptions(args: string[]): DeployOptions | 'help' {
    const values = parseOptions(
        COMMAND,
        {
            'target-org': { type: 'string', short: 'o' },
            'dry-run': { type: 'boolean' },
            'registry-only': { type: 'boolean' }
        },
        args
    );
    if (values === 'help') return 'help';
    const { 'target-org': targetOrg, 'dry-run': dryRun = false, 'registry-only': registryOnly = false } = values;
    if (!targetOrg)
        throw new UserError(
            `Choose an org: ${COMMAND} -- --target-org ALIAS.`,
            'To list your orgs, run "sf org list".'
        );
    return { targetOrg, dryRun, registryOnly };
}
