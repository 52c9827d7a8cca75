// Runs before `npm start` and `npm test`, when nothing may be installed yet: old Node, no packages.
// Installs what package-lock.json lists and node_modules lacks; says nothing when that is nothing.
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

/** Packages that are not there in the version that the lock file names. */
function missing(locked, installed, withDevelopment) {
    return Object.keys(locked).filter((path) => {
        const entry = locked[path];
        // What is optional is left out on other systems; links are the workspace itself.
        if (path.indexOf('node_modules/') === -1 || entry.link || entry.optional || entry.devOptional) return false;
        if (entry.dev && !withDevelopment) return false;
        return !installed[path] || installed[path].version !== entry.version;
    });
}

function run(command, args) {
    return spawnSync(command, args, { cwd: REPO, stdio: 'inherit' }).status === 0;
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    stop('Switchboard needs Node ' + OLDEST_NODE + ' or newer to begin; this is ' + process.version + '.');

const locked = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
if (missing(locked, installed, forTests).length > 0) {
    // npm ci clears node_modules: what tests need stays when it was there.
    const keepsDevelopment = Object.keys(installed).some((path) => installed[path].dev);
    console.log('Installing what is missing. The first time, this takes a minute or two.');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    if (!forTests && !keepsDevelopment) args.push('--omit=dev');
    if (!npm) stop('Start it by npm: npm start, or npm test.');
    if (!run(process.execPath, [npm].concat(args))) stop('npm could not install the packages; what it said is above.');
}

// Newer versions of npm leave install scripts out. The package `node` fetches its program in one.
const node = join(REPO, 'node_modules', 'node');
const program = join(node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
if (
    !existsSync(program) &&
    !(run(process.execPath, [join(node, 'installArchSpecificPackage.js')]) && existsSync(program))
)
    stop('npm installed the package node without its program; run: npm rebuild node');

if (forTests && !run(program, [join(__dirname, 'browser.ts')])) process.exit(1);
