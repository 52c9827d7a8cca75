import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPO } from '../build/places.ts';

const { env, platform } = process;

/** Where systems put Chromium and its relatives; Playwright drives any of them. */
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

/** Tests and pictures need no screen, no sandbox in a container, and no calls home. */
export const BROWSER_FLAGS = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
];

/**
 * The browser that tests run in: CHROME_PATH, else one of the system's, else Playwright's own; null: none is there.
 * @throws Error when CHROME_PATH names nothing
 */
export async function findBrowser(): Promise<string | null> {
    const named = env['CHROME_PATH'];
    if (named) {
        if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which is not there.`);
        return named;
    }
    const usual = USUAL_PATHS[platform]?.find(existsSync);
    if (usual) return usual;
    const { chromium } = await import('@playwright/test');
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Installs a browser the way this machine allows: Debian's as root, else Playwright's. */
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
            throw new Error('The tests need a browser: install Chromium or Chrome, or name one in CHROME_PATH.');
    } catch (error) {
        console.error((error as Error).message);
        process.exit(1);
    }
}
