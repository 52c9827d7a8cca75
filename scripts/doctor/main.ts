import { REPO } from '../build/places.ts';
import { deploySource } from '../deploy/deploySource.ts';
import { logIn } from '../org/login.ts';
import { blockers } from '../org/readiness/finding.ts';
import { pageOpener } from '../org/openPage.ts';
import { metadataReader } from '../org/readMetadata.ts';
import { exitWithError } from '../terminal/userError.ts';
import { examine } from './examine.ts';
import { readOptions, USAGE } from './options.ts';
import { json, table } from './report.ts';

/** Columns to write when the output isn't a terminal. */
const DEFAULT_WIDTH = 100;

/** `npm run doctor`: checks what an org can do, and what that means for Switchboard. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const login = await logIn(options.targetOrg);
    const { org, url, username } = login;
    const beside = {
        read: metadataReader(login),
        open: pageOpener(login),
        tryPart: ({ folder }: { folder: string }) => deploySource({ root: REPO }, options.targetOrg, true, folder)
    };
    const findings = await examine(org, beside, options.probedUser, new Date());
    const where = `${url} as ${username}`;
    const { isTTY, columns } = process.stdout;
    console.log(
        options.json
            ? json(where, findings)
            : table(where, findings, columns ?? DEFAULT_WIDTH, isTTY && !process.env.NO_COLOR)
    );
    process.exitCode = blockers(findings).length > 0 ? 1 : 0;
}

main().catch(exitWithError);
