import { PASSWORD, PERSONAS, startLocalOrg } from './index.ts';
import { readOptions, USAGE } from './options.ts';

/** `npm run local-org`: runs the embedded org alone, until Ctrl-C. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const org = await startLocalOrg(options);
    console.log(`The embedded org is running at ${org.url}`);
    for (const persona of PERSONAS)
        console.log(`  ${persona}: ${org.personas[persona].username} / ${PASSWORD}, token ${org.tokenFor(persona)}`);
    const stop = () => void org.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
}

main().catch((cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : String(cause));
    process.exit(1);
});
