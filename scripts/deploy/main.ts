import { askOf } from '../orgAsk.ts';
import { loginOf } from '../orgLogin.ts';
import { fail } from '../refusal.ts';
import { readOptions, USAGE } from './options.ts';
import { addresses, fillRegistry, givePermission, lookFirst, sendPackage } from './steps.ts';

/** `npm run deploy`: everything an org needs, and where to find it there. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const { targetOrg, dryRun, registryOnly } = options;
    const login = await loginOf(targetOrg);
    const deploying = { ask: askOf(login), alias: targetOrg, dryRun, say: (line: string) => console.log(line) };

    console.log(`${login.url} as ${login.username}${dryRun ? ', nothing is changed' : ''}`);
    if (!registryOnly) {
        await lookFirst(deploying);
        await sendPackage(deploying);
        await givePermission(deploying);
    }
    await fillRegistry(deploying, new Date());
    if (!dryRun) console.log(addresses(login.url));
}

main().catch(fail);
