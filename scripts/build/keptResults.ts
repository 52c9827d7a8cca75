import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, packageAt } from './places.ts';

/** Results of slow work, kept in files. Several processes can use the same folder. */
export interface KeptResults {
    /**
     * The result of this work with these inputs, or undefined if it isn't known.
     * @param work a name, and everything except the inputs that decides the result, such as options
     * @param inputs texts of files, by path
     */
    find<Result>(work: unknown, inputs: ReadonlyMap<string, string>): Result | undefined;
    /** Keeps a result, which must be JSON, and returns it. */
    keep<Result>(work: unknown, inputs: ReadonlyMap<string, string>, result: Result): Result;
}

/** A result that no one has asked for in this time is removed. */
const UNUSED_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Results are found by a hash of the work, its inputs, the version of Node, and the versions of all installed packages.
 * So a result that anything could have changed isn't found.
 * @param installed npm's list of the installed packages, or null to keep nothing
 */
export function keptResults(
    folder: string = join(CACHE, 'results'),
    installed: () => string | null = installedPackages
): KeptResults {
    let packages: string | null | undefined;

    const fileOf = (work: unknown, inputs: ReadonlyMap<string, string>): string | null => {
        packages ??= installed();
        if (packages === null) return null;
        const parts = JSON.stringify([work, [...inputs], process.version, packages]);
        return join(folder, `${createHash('sha256').update(parts).digest('hex')}.json`);
    };

    return {
        find(work, inputs) {
            const file = fileOf(work, inputs);
            if (file === null) return undefined;
            try {
                const { result } = JSON.parse(readFileSync(file, 'utf8'));
                const now = new Date();
                utimesSync(file, now, now);
                return result;
            } catch (error) {
                const isExpected = error instanceof SyntaxError || isMissing(error);
                if (!isExpected) throw error;
                return undefined;
            }
        },
        keep(work, inputs, result) {
            const file = fileOf(work, inputs);
            if (file === null) return result;
            mkdirSync(folder, { recursive: true });
            // Written beside the file and renamed when complete, because several processes can keep the same result.
            const draft = `${file}.${randomUUID()}`;
            writeFileSync(draft, JSON.stringify({ result }));
            renameSync(draft, file);
            removeUnused(folder);
            return result;
        }
    };
}

function removeUnused(folder: string): void {
    for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        const used = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
        if (used < Date.now() - UNUSED_DAYS * DAY) rmSync(file, { force: true });
    }
}

/** Null if npm didn't install them. Then nothing tells when one of them changes. */
function installedPackages(): string | null {
    try {
        return createHash('sha256')
            .update(readFileSync(packageAt('.package-lock.json')))
            .digest('hex');
    } catch (error) {
        if (!isMissing(error)) throw error;
        return null;
    }
}

function isMissing(error: unknown): boolean {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** What every command of this project shares. */
export const RESULTS = keptResults();
