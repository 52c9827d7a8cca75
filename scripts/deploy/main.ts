import { logIn } from '../org/login.ts';
import { exitWithError } from '../terminal/userError.ts';
import { readOptions, USAGE } from './options.ts';
import { addresses, assignPermission, checkOrg, deployPackage, fillRegistry } from './steps.ts';

/** `npm run deploy`: puts Switchboard into an org and prints where to find it there. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const { targetOrg, dryRun, registryOnly } = options;
    const { org, url, username } = await logIn(targetOrg);
    const deployment = { org, alias: targetOrg, dryRun, print: (line: string) => console.log(line) };

    console.log(`${url} as ${username}${dryRun ? ' (dry run: nothing in the org changes)' : ''}`);
    if (!registryOnly) {
        await checkOrg(deployment);
        for (const set of await deployPackage(deployment)) await assignPermission(deployment, set);
    }
    await fillRegistry(deployment, new Date());
    if (!dryRun) console.log(addresses(url));
}

main().catch(exitWithError);
