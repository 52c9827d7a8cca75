import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalOrg, Persona } from '../../scripts/local-org/index.ts';
import { SalesforceCli } from '../clients/salesforceCli.ts';
import { NODE_CACHE } from '../support/nodeCache.ts';

const START = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

/** A home folder with logins of the Salesforce CLI. */
export class Home {
    readonly #folder = mkdtempSync(join(tmpdir(), 'switchboard-live-'));
    readonly #cli = new SalesforceCli(this.#folder);

    /** Logs in with the real CLI. @returns the token */
    async login(org: LocalOrg, alias: string, persona: Persona = 'admin'): Promise<string> {
        const token = org.tokenFor(persona);
        await this.#cli.logIn(org.url, token, alias);
        return token;
    }

    /** Runs `npm start -- …` with these logins. */
    start(words: string[]): Started {
        return new Started(words, this.#cli.home);
    }

    remove(): void {
        this.#cli.remove();
        rmSync(this.#folder, { recursive: true, force: true });
    }
}

/** A process of `npm start`: what it printed so far, and its exit code once it ended. */
export class Started {
    text = '';
    readonly ended: Promise<number | null>;
    readonly #child;
    readonly #opened: Promise<void>;

    constructor(words: string[], home: string) {
        const env = {
            PATH: process.env.PATH,
            HOME: home,
            SF_DISABLE_TELEMETRY: 'true',
            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
            ...NODE_CACHE
        };
        this.#child = spawn(
            process.execPath,
            ['--disable-warning=ExperimentalWarning', START, '--no-open', '--port', '0', ...words],
            { env }
        );
        this.ended = new Promise((resolve) => this.#child.on('close', resolve));
        this.#opened = new Promise((resolve) => {
            for (const stream of [this.#child.stdout, this.#child.stderr])
                stream.on('data', (part) => {
                    this.text += part;
                    if (this.text.includes('Ctrl-C')) resolve();
                });
            void this.ended.then(() => resolve());
        });
    }

    /** Opens the printed address like a browser. Later requests send the cookie. */
    async open(): Promise<Opened> {
        await this.#opened;
        const address = /Switchboard +(\S+)/.exec(this.text)?.[1];
        if (!address) throw new Error(`The preview didn't start:\n${this.text}`);
        const { origin } = new URL(address);
        const opened = await fetch(address, { redirect: 'manual' });
        const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0]!;
        return { origin, ask: (path, init = {}) => asked(origin, cookie, path, init) };
    }

    async stop(): Promise<void> {
        this.#child.kill('SIGINT');
        await this.ended;
    }
}

export interface Heard {
    status: number;
    text: string;
    headers: Headers;
    /** Null when the response isn't JSON. */
    json: Answer | null;
}

/** The parts that tests read from the responses of a flow, of GraphQL, and of an error. */
type Answer = {
    outputVariables: { value: Record<string, string>[] }[];
    data: { uiapi: { UserUpdate: { Record: { CallCenterId: { value: string } } } } };
} & { message: string; errorCode: string }[];

export interface Opened {
    origin: string;
    ask(path: string, init?: { method?: string; persona?: string; body?: unknown }): Promise<Heard>;
}

async function asked(
    origin: string,
    cookie: string,
    path: string,
    { method = 'GET', persona, body }: { method?: string; persona?: string; body?: unknown }
): Promise<Heard> {
    const response = await fetch(origin + path, {
        method,
        headers: {
            cookie,
            origin,
            'content-type': 'application/json',
            ...(persona === undefined ? {} : { 'x-preview-persona': persona })
        },
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'manual'
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, text, headers: response.headers, json: isJson ? JSON.parse(text) : null };
}
