import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../build/places.ts';
import { runProgram } from './program.ts';

/**
 * Code Analyzer and the engines that run offline. PMD and the flow engine need Java and Python.
 *
 * They're 500 packages and 200 MB, for a check that runs before a release, so they aren't development dependencies:
 * every `npm ci` would download them. The first run installs these versions into the cache.
 */
const PACKAGES = {
    '@salesforce/code-analyzer-core': '0.52.0',
    '@salesforce/code-analyzer-eslint-engine': '0.40.2',
    '@salesforce/code-analyzer-regex-engine': '0.33.0',
    '@salesforce/code-analyzer-retirejs-engine': '0.32.0'
};

export const ENGINES = Object.keys(PACKAGES).filter((name) => name.endsWith('-engine'));
const FOLDER = join(CACHE, 'code-analyzer');

/**
 * Installs the packages if they're missing, or if other versions are there.
 * @returns the package.json from which they can be loaded
 * @throws Error with npm's message
 */
export async function analyzerPackages(): Promise<string> {
    const file = join(FOLDER, 'package.json');
    const text = JSON.stringify({ private: true, dependencies: PACKAGES });
    const done = join(FOLDER, 'installed.json');
    if (existsSync(done) && readFileSync(done, 'utf8') === text) return file;
    const npm = process.env.npm_execpath;
    if (!npm) throw new Error('Run this with npm: npm run check -- analyzer.');
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
    const words = [npm, 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    const { code, err } = await runProgram(process.execPath, words, { cwd: FOLDER });
    if (code !== 0) throw new Error(`npm couldn't install Code Analyzer: ${err.trim().split('\n').at(-1)}`);
    writeFileSync(done, text);
    return file;
}
