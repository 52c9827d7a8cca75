import { startPreview } from './preview/server.ts';
import { listenError } from './start/listenError.ts';
import { openBrowser } from './start/openBrowser.ts';
import { readOptions, USAGE } from './start/options.ts';
import { embeddedOrg, ownOrg } from './start/orgs.ts';
import { exitWithError } from './terminal/userError.ts';

/** `npm start`: serves the page for the embedded org, or for one of your own orgs, until Ctrl-C. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const { port, persona, transport, lightningOut, open } = options;
    const behind = options.targetOrg === undefined ? await embeddedOrg(options) : await ownOrg(options.targetOrg);
    const preview = await startPreview({ org: behind.org, port, persona, transport, lightningOut, live: true }).catch(
        listenError('--port', port)
    );

    const lines: [string, string][] = [
        ['Switchboard', preview.address],
        ['In Setup', `${preview.address}&look=setup`],
        ...behind.lines,
        ['Stop', 'Ctrl-C']
    ];
    console.log(`\n${lines.map(([name, value]) => `  ${name.padEnd(14)} ${value}\n`).join('')}`);
    // Every user of this computer can see a program's arguments, so the browser gets an address that works once.
    if (open)
        openBrowser(preview.addressForOnce(), () =>
            console.log("  Couldn't open a browser. Open the Switchboard address above.\n")
        );

    const close = async (): Promise<void> => {
        await preview.close();
        await behind.close();
        process.exit(0);
    };
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
}

main().catch(exitWithError);
