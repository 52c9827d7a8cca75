import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, [command: string, ...args: string[]]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', '']
};

/** @param onFailure where there is no desktop, or no browser */
export function openBrowser(address: string, onFailure: () => void): void {
    const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
    const opened = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
    opened.on('error', onFailure);
    opened.unref();
}
