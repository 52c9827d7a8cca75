import { spawn } from 'node:child_process';
import { startLocalOrg } from './local-org/index.ts';
import { embedded } from './preview/embedded.ts';
import { startPreview } from './preview/server.ts';
import { fail, Refusal } from './refusal.ts';
import { readOptions, USAGE } from './startOptions.ts';

/** `npm start`: the embedded org and the page in front of it, until Ctrl-C. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const { port, orgPort, users, seed, keep, persona, open } = options;

    const org = await startLocalOrg({ port: orgPort, users, seed, keep }).catch(refused('--org-port', orgPort));
    const seen = embedded(org);
    if (persona !== undefined && !seen.personas.includes(persona))
        throw new Refusal(`There is no persona ${persona}; there are ${seen.personas.join(', ')}.`);
    const preview = await startPreview({ org: seen, port, persona, live: true }).catch(refused('--port', port));

    const token = await seen.tokenFor(persona ?? seen.personas[0]!);
    console.log(`
  Switchboard    ${preview.address}
  Embedded org   ${org.url}
  Access token   ${token}

  Ask it by sf   ${sfLine(org.url, token)}
  Stop           Ctrl-C
`);
    if (open) openBrowser(preview.address);

    const close = async (): Promise<void> => {
        await preview.close();
        await org.close();
        process.exit(0);
    };
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
}

/** Why listening or seeding failed, as a sentence; anything else is a bug and stays what it is. */
function refused(option: string, port: number): (error: Error) => never {
    return (error) => {
        const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
        const another = `choose another: npm start -- ${option} N`;
        if (code === 'EADDRINUSE') throw new Refusal(`Port ${port} is in use; ${another}`, { cause: error });
        if (code === 'EACCES') throw new Refusal(`Port ${port} may not be opened here; ${another}`, { cause: error });
        if (error.constructor === Error) throw new Refusal(error.message, { cause: error });
        throw error;
    };
}

/** The Salesforce CLI takes a token in place of an org's name when it is told the address. */
function sfLine(url: string, token: string): string {
    return `SF_ORG_INSTANCE_URL=${url} sf data query -o '${token}' -q 'SELECT Id, Name FROM CallCenter'`;
}

function openBrowser(address: string): void {
    const [command, ...words] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? [
        'xdg-open'
    ];
    const opened = spawn(command!, [...words, address], { stdio: 'ignore', detached: true });
    // No desktop, no browser: the address is printed anyway.
    opened.on('error', () => console.log('  No browser could be opened; open the address yourself.\n'));
    opened.unref();
}

main().catch(fail);
