// Runs before `npm start` and `npm test`, possibly with an old Node and no packages.
// Installs the packages of package-lock.json that are missing from node_modules. Prints nothing when none are missing.
'use strict';

const { spawnSync } = require('child_process');
const { existsSync, readFileSync } = require('fs');
const { join } = require('path');

const OLDEST_NODE = 20;
const REPO = join(__dirname, '..', '..');
const forTests = process.argv[2] === 'test';

function stop(sentence) {
    console.error(sentence);
    process.exit(1);
}

function packagesOf(file) {
    const path = join(REPO, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Packages that aren't installed in the version of the lock file. */
function missing(locked, installed, withDevelopment) {
    return Object.keys(locked).filter((path) => {
        const entry = locked[path];
        // Optional packages may not fit this system.
        if (path.indexOf('node_modules/') === -1 || entry.optional || entry.devOptional) return false;
        if (entry.dev && !withDevelopment) return false;
        // A link leads to a folder of this repository, which has no version.
        if (entry.link) return !installed[path];
        return !installed[path] || installed[path].version !== entry.version;
    });
}

function run(command, args) {
    return spawnSync(command, args, { cwd: REPO, stdio: 'inherit' }).status === 0;
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    stop('Switchboard requires Node.js ' + OLDEST_NODE + ' or later. You have ' + process.version + '.');

const locked = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
if (missing(locked, installed, forTests).length > 0) {
    // npm ci clears node_modules, so development packages that were installed are installed again.
    const keepsDevelopment = Object.keys(installed).some((path) => installed[path].dev);
    console.log('Installing missing packages. The first time, this takes a minute or two.');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    if (!forTests && !keepsDevelopment) args.push('--omit=dev');
    if (!npm) stop('Run this with npm: npm start or npm test.');
    if (!run(process.execPath, [npm].concat(args))) stop("npm couldn't install the packages. See the error above.");
}

// Newer versions of npm skip install scripts. The package `node` gets its executable in one.
const node = join(REPO, 'node_modules', 'node');
const program = join(node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
if (
    !existsSync(program) &&
    !(run(process.execPath, [join(node, 'installArchSpecificPackage.js')]) && existsSync(program))
)
    stop('The node package is missing its executable. Run: npm rebuild node');

if (forTests && !run(program, [join(__dirname, 'browser.ts')])) process.exit(1);
