import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { REPO } from '../build/places.ts';
import { stage, unstage } from '../check/stage.ts';
import { parseOptions } from '../terminal/options.ts';
import { exitWithError } from '../terminal/userError.ts';
import { packagesOf } from './packages.ts';

const COMMAND = 'npm run package';
const DEFAULT_FOLDER = 'dist';

const USAGE = `${COMMAND} -- [options]

Writes zip files for people who deploy without a command line, and others that take Switchboard out again.
docs/packaging.md says how to use them.

  --output DIR  the folder to write to (default: ${DEFAULT_FOLDER})
  --help        show this text`;

async function main(): Promise<void> {
    const options = parseOptions(COMMAND, { output: { type: 'string' } }, process.argv.slice(2));
    if (options === 'help') return console.log(USAGE);
    const folder = resolve(REPO, options.output ?? DEFAULT_FOLDER);
    const project = stage(REPO);
    try {
        const packages = await packagesOf(project);
        mkdirSync(folder, { recursive: true });
        for (const { name, content } of packages) {
            writeFileSync(join(folder, name), content);
            console.log(`${relative(REPO, join(folder, name))}  ${Math.ceil(content.length / 1000)} KB`);
        }
        console.log('To use them, see docs/packaging.md.');
    } finally {
        unstage(project);
    }
}

main().catch(exitWithError);
