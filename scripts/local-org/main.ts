import { parseArgs } from 'node:util';
import { PASSWORD, PERSONAS, startLocalOrg } from './index.ts';
import { DEFAULT_PORT, readOptions, USAGE } from './options.ts';

/** `npm run local-org`: runs the embedded org alone until it is interrupted. */
async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            port: { type: 'string' },
            users: { type: 'string' },
            seed: { type: 'string' },
            keep: { type: 'string' },
            faults: { type: 'string' },
            variant: { type: 'string' },
            help: { type: 'boolean' }
        }
    });
    if (values.help) {
        console.log(USAGE);
        return;
    }
    const org = await startLocalOrg({ port: DEFAULT_PORT, ...readOptions(values) });
    console.log(`The embedded org is running at ${org.url}`);
    for (const persona of PERSONAS) {
        console.log(`  ${persona}: ${org.personas[persona].username} / ${PASSWORD}, token ${org.tokenFor(persona)}`);
    }
    const stop = () => void org.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
}

main().catch((cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : String(cause));
    process.exit(1);
});
