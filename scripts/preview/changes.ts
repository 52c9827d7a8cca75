import { existsSync, watch } from 'node:fs';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** Milliseconds to wait after a change, because editors save a file in several steps. */
const SETTLE_TIME = 80;

export interface Changes {
    /** An event stream that sends `changed` when a file has changed. */
    stream(context: Context): Response;
    close(): void;
}

/** Watches folders and files. Paths that don't exist yet aren't watched. */
export function changes(paths: string[]): Changes {
    const listeners = new Set<() => void>();
    let timer: NodeJS.Timeout | undefined;
    const watchers = paths.filter(existsSync).map((path) =>
        watch(path, { recursive: true }, () => {
            clearTimeout(timer);
            timer = setTimeout(() => listeners.forEach((tell) => tell()), SETTLE_TIME);
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
