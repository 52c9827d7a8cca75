import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_CACHE } from '../support/nodeCache.ts';

const BIN = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));

/** In milliseconds. A slower command hangs: most need two seconds and bulk commands eight, on an idle machine. */
const TIMEOUT = 300_000;

export interface Ran {
    code: number | null;
    stdout: string;
    stderr: string;
    /** The output of `--json`, or null without that option. */
    json: any;
}

/** The Salesforce CLI with its own home folder, so that it doesn't read or change the developer's settings. */
export class SalesforceCli {
    readonly home: string;
    readonly #folder: string;

    /** @param folder the working directory of commands */
    constructor(folder: string) {
        this.home = mkdtempSync(join(tmpdir(), 'switchboard-sf-'));
        this.#folder = folder;
    }

    /** Runs `sf` and waits until it ends. Rejects if a process of its group is still running then. */
    run(args: string[], env: Record<string, string> = {}): Promise<Ran> {
        return new Promise((resolve, reject) => {
            const child = spawn(join(BIN, 'sf'), args, {
                cwd: this.#folder,
                env: { ...this.#environment(), ...env },
                detached: true,
                stdio: ['ignore', 'pipe', 'pipe']
            });
            const pid = child.pid ?? 0;
            const timer = setTimeout(() => process.kill(-pid, 'SIGKILL'), TIMEOUT);
            let [stdout, stderr] = ['', ''];
            child.stdout.on('data', (chunk) => (stdout += chunk));
            child.stderr.on('data', (chunk) => (stderr += chunk));
            child.on('error', reject);
            child.on('close', (code) => {
                clearTimeout(timer);
                if (isGroupAlive(pid)) {
                    process.kill(-pid, 'SIGKILL');
                    reject(new Error(`sf ${args.join(' ')} left a process behind`));
                }
                resolve({ code, stdout, stderr, json: args.includes('--json') ? JSON.parse(stdout) : null });
            });
        });
    }

    /** Logs in with an access token. @throws Error with the output of the CLI */
    async logIn(url: string, token: string, alias: string): Promise<void> {
        const args = ['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', alias];
        const { code, stdout, stderr } = await this.run([...args, '--json'], { SF_ACCESS_TOKEN: token });
        if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    }

    remove(): void {
        rmSync(this.home, { recursive: true, force: true });
    }

    #environment(): Record<string, string> {
        return {
            PATH: [BIN, process.env.PATH ?? ''].join(delimiter),
            HOME: this.home,
            SF_DISABLE_TELEMETRY: 'true',
            SF_DISABLE_AUTOUPDATE: 'true',
            SF_SKIP_NEW_VERSION_CHECK: 'true',
            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
            SF_DISABLE_LOG_FILE: 'true',
            SF_HIDE_RELEASE_NOTES: 'true',
            ...NODE_CACHE
        };
    }
}

/** `sf` leads a process group, which contains everything that it started and didn't wait for. */
function isGroupAlive(pid: number): boolean {
    try {
        process.kill(-pid, 0);
        return true;
    } catch {
        return false;
    }
}
