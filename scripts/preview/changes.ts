import { existsSync, watch } from 'node:fs';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** An editor writes a file in several steps; they are one change, in milliseconds. */
const SETTLE = 80;

export interface Changes {
    /** Answers with an event stream that says `changed` when a file has changed. */
    stream(context: Context): Response;
    close(): void;
}

/** Watches folders and files; what does not exist yet is not watched. */
export function changes(paths: string[]): Changes {
    const listeners = new Set<() => void>();
    let timer: NodeJS.Timeout | undefined;
    const watchers = paths.filter(existsSync).map((path) =>
        watch(path, { recursive: true }, () => {
            clearTimeout(timer);
            timer = setTimeout(() => listeners.forEach((tell) => tell()), SETTLE);
        })
    );
    return {
        stream: (context) =>
            streamSSE(context, async (stream) => {
                const tell = (): void => void stream.writeSSE({ event: 'changed', data: '' });
                listeners.add(tell);
                await new Promise<void>((gone) => stream.onAbort(gone));
                listeners.delete(tell);
            }),
        close() {
            clearTimeout(timer);
            for (const watcher of watchers) watcher.close();
        }
    };
}
