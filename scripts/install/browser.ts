import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPO } from '../build/places.ts';

const { env, platform } = process;

/** Where systems install Chromium and browsers based on it. Playwright works with all of them. */
const USUAL_PATHS: Partial<Record<NodeJS.Platform, string[]>> = {
    linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'].flatMap(
        (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]
    ),
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
    ),
    win32: [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe')
        ])
};

/** Tests and screenshots need no screen, no sandbox in a container, and no background requests. */
export const BROWSER_FLAGS = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
];

/**
 * The browser for tests: CHROME_PATH, then one of the system's, then Playwright's own; null when there is none.
 * @throws Error when CHROME_PATH points to a missing file
 */
export async function findBrowser(): Promise<string | null> {
    const named = env['CHROME_PATH'];
    if (named) {
        if (!existsSync(named)) throw new Error(`CHROME_PATH points to ${named}, which doesn't exist.`);
        return named;
    }
    const usual = USUAL_PATHS[platform]?.find(existsSync);
    if (usual) return usual;
    const { chromium } = await import('@playwright/test');
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Installs a browser: Debian's for the root user, otherwise Playwright's. */
function install(): void {
    const run = (command: string, ...args: string[]): boolean =>
        spawnSync(command, args, { cwd: REPO, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
    console.log('Installing a browser for the tests.');
    if (platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
        env['DEBIAN_FRONTEND'] = 'noninteractive';
        if (run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')) return;
    }
    run(process.execPath, join(REPO, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium');
}

if (import.meta.main) {
    try {
        if (!(await findBrowser())) install();
        if (!(await findBrowser()))
            throw new Error('The tests need a browser. Install Chromium or Chrome, or set CHROME_PATH to one.');
    } catch (error) {
        console.error((error as Error).message);
        process.exit(1);
    }
}
