import { spawn } from 'node:child_process';
import { readFaultFile, startLocalOrg, type FaultPlan } from './local-org/index.ts';
import { embedded } from './preview/embedded.ts';
import type { PreviewOrg } from './preview/org.ts';
import { startPreview } from './preview/server.ts';
import { targetOrg } from './preview/targetOrg.ts';
import { fail, Refusal } from './refusal.ts';
import { readOptions, USAGE, type StartOptions } from './startOptions.ts';

/** The org behind the page, and what is said of it. */
interface Behind {
    org: PreviewOrg;
    /** What it is, and who looks at it: names and values. */
    lines: [string, string][];
    close(): Promise<void>;
}

/** `npm start`: the page in front of the embedded org, or of one of the person's own, until Ctrl-C. */
async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const { port, persona, open } = options;
    const behind = options.targetOrg === undefined ? await embeddedOrg(options) : await ownOrg(options.targetOrg);
    const preview = await startPreview({ org: behind.org, port, persona, live: true }).catch(refused('--port', port));

    const lines: [string, string][] = [
        ['Switchboard', preview.address],
        ['In Setup', `${preview.address}&look=setup`],
        ...behind.lines,
        ['Stop', 'Ctrl-C']
    ];
    console.log(`\n${lines.map(([name, value]) => `  ${name.padEnd(14)} ${value}\n`).join('')}`);
    // Every user of this machine can read the words that a program was started with.
    if (open) openBrowser(preview.addressForOnce());

    const close = async (): Promise<void> => {
        await preview.close();
        await behind.close();
        process.exit(0);
    };
    process.once('SIGINT', close);
    process.once('SIGTERM', close);
}

async function embeddedOrg({ orgPort, users, seed, keep, faults, persona }: StartOptions): Promise<Behind> {
    const plan = faults === undefined ? undefined : faultPlan(faults);
    const local = await startLocalOrg({ port: orgPort, users, seed, keep, faults: plan }).catch(
        refused('--org-port', orgPort)
    );
    const org = embedded(local);
    if (persona !== undefined && !org.personas.includes(persona))
        throw new Refusal(`There is no persona ${persona}; there are ${org.personas.join(', ')}.`);
    // An org that holds nobody's data: its token is there to be tried.
    const token = await org.tokenFor(persona ?? org.personas[0]!);
    const lines: [string, string][] = [
        ['Embedded org', local.url],
        ['Access token', token],
        ['Ask it by sf', sfLine(local.url, token)]
    ];
    return { org, lines, close: () => local.close() };
}

function faultPlan(file: string): FaultPlan {
    try {
        return readFaultFile(file);
    } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        throw new Refusal(cause.message, { cause });
    }
}

async function ownOrg(alias: string): Promise<Behind> {
    const { org, name, username } = await targetOrg(alias);
    const said = org.production === undefined ? name : `${name}, production: its name is asked for before a change`;
    const lines: [string, string][] = [
        ['Org', `${said} (${org.url})`],
        ['Seen as', username]
    ];
    return { org, lines, close: () => Promise.resolve() };
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
