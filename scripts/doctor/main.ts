import { askOf } from '../orgAsk.ts';
import { loginOf } from '../orgLogin.ts';
import { fail } from '../refusal.ts';
import { blockers, examine } from './examine.ts';
import { readOptions, USAGE } from './options.ts';
import { json, table } from './report.ts';

/** Columns to write when the output is no terminal. */
const WIDTH = 100;

/** `npm run doctor`: what an org answers to the open questions of the platform, and what follows for Switchboard. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const login = await loginOf(options.targetOrg);
    const findings = await examine(askOf(login), options.probed, new Date());
    const org = `${login.url} as ${login.username}`;
    const { isTTY, columns } = process.stdout;
    console.log(
        options.json ? json(org, findings) : table(org, findings, columns ?? WIDTH, isTTY && !process.env.NO_COLOR)
    );
    process.exitCode = blockers(findings).length > 0 ? 1 : 0;
}

main().catch(fail);
