import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AppSource } from './appSource.ts';
import { BuildFault } from './buildFault.ts';

/** What the build process can be asked for. It answers with the page's code, or with the directory. */
export type Order = { kind: 'app'; source: AppSource } | { kind: 'platform'; directory: string };

export interface Failed {
    message: string;
    /** What a BuildFault has. Other errors don't. */
    fault?: Pick<BuildFault, 'file' | 'line' | 'column' | 'kind'>;
}

export type Result = { number: number; output: string } | { number: number; failed: Failed };

/**
 * Milliseconds that the build process waits for the next order. Long enough for someone who saves a file every few
 * seconds; after that, starting it again takes a second.
 */
const IDLE_TIME = 15_000;
const PROCESS = fileURLToPath(new URL('buildProcess.ts', import.meta.url));

interface Building {
    child: ChildProcess;
    /** By order number. */
    pending: Map<number, PromiseWithResolvers<string>>;
    idle: NodeJS.Timeout | undefined;
}

/**
 * Compiles in another process. The bundler and the compiler take hundreds of megabytes, which only the end of their
 * process gives back. The process doesn't keep this one running, and ends with it.
 * @throws BuildFault
 */
export const build = buildQueue(IDLE_TIME);

/** Each queue has a process of its own. */
export function buildQueue(idleTime: number): (order: Order) => Promise<string> {
    let current: Building | null = null;
    let orders = 0;

    function start(): Building {
        const child = fork(PROCESS, [], { execArgv: ['--disable-warning=ExperimentalWarning'] });
        const building: Building = { child, pending: new Map(), idle: undefined };
        const { pending } = building;
        const end = (error: Error): void => {
            if (current === building) current = null;
            clearTimeout(building.idle);
            for (const { reject } of pending.values()) reject(error);
            pending.clear();
        };
        child.on('message', (result: Result) => {
            const waiting = pending.get(result.number);
            pending.delete(result.number);
            if ('failed' in result) waiting?.reject(errorOf(result.failed));
            else waiting?.resolve(result.output);
            if (pending.size > 0) return;
            child.unref();
            child.channel?.unref();
            building.idle = setTimeout(() => {
                current = null;
                child.disconnect();
            }, idleTime).unref();
        });
        child.on('error', end);
        child.on('exit', (code) => end(new Error(`The build process ended with code ${code}.`)));
        return building;
    }

    return (order) => {
        const { child, pending, idle } = (current ??= start());
        clearTimeout(idle);
        const number = ++orders;
        const waiting = Promise.withResolvers<string>();
        pending.set(number, waiting);
        child.ref();
        child.channel?.ref();
        child.send({ number, order });
        return waiting.promise;
    };
}

function errorOf({ message, fault }: Failed): Error {
    return fault ? new BuildFault(message, fault.file, fault.line, fault.column, fault.kind) : new Error(message);
}
