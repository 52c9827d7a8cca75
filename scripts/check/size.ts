import { gzipSync } from 'node:zlib';
import { minifySync } from 'rolldown/utils';
import type { Check } from './check.ts';
import { bundlesOf, textOf } from './projectFiles.ts';

/** The most that a browser may have to load, in KB of 1,000 bytes. Templates and styles aren't counted. */
const BUDGET = 130;

/**
 * The JavaScript of all bundles as a browser gets it: the platform minifies it, unless debug mode is on, and sends bundles
 * together, compressed (assumed).
 */
export const size: Check = {
    name: 'size',
    promise: `The JavaScript of all bundles, minified and gzipped, has at most ${BUDGET} KB.`,
    async run(project) {
        const scripts = bundlesOf(project).flatMap(({ folder, files }) =>
            files.filter((file) => file.endsWith('.js')).map((file) => `${folder}/${file}`)
        );
        const minified = scripts.map((file) => minifySync(file, textOf(project, file)).code);
        const size = gzipSync(minified.join('\n')).length / 1_000;
        const sentence = `The JavaScript of all bundles has ${size.toFixed(1)} KB, and the budget is ${BUDGET} KB.`;
        return {
            seen: `${size.toFixed(1)} of ${BUDGET} KB`,
            findings: size > BUDGET ? [{ file: 'force-app/main/default/lwc', sentence }] : []
        };
    }
};
