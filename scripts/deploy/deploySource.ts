import { join } from 'node:path';
import { packageAt } from '../build/places.ts';
import { runProgram } from '../check/program.ts';
import type { Project } from '../check/check.ts';
import { Refusal } from '../refusal.ts';

/** Keeps the CLI from updating itself and from telling anybody; its logins stay the person's. */
const QUIET = {
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_LOG_FILE: 'true'
};
/** Minutes to wait for the org; a package of this size takes one or two. */
const WAIT = '30';

interface CliAnswer {
    message?: string;
    result?: {
        numberComponentsTotal?: number;
        errorMessage?: string;
        details?: { componentFailures?: { componentType?: string; fullName?: string; problem?: string }[] };
    };
}

/**
 * Deploys what is in `force-app` with the Salesforce CLI that is installed here.
 * @returns how many components the org took, or would take
 * @throws Refusal with what the org said of each component
 */
export async function deploySource(project: Project, alias: string, dryRun: boolean): Promise<number> {
    const sf = join(packageAt('@salesforce/cli'), 'bin/run.js');
    const words = ['project', 'deploy', 'start', '--source-dir', 'force-app', '--target-org', alias, '--wait', WAIT];
    const ended = await runProgram(process.execPath, [sf, ...words, '--json', ...(dryRun ? ['--dry-run'] : [])], {
        cwd: project.root,
        env: { ...process.env, ...QUIET }
    });
    const { message, result } = answerOf(ended.out);
    const failures = result?.details?.componentFailures ?? [];
    if (ended.code === 0) return result?.numberComponentsTotal ?? 0;
    const said = failures.map(
        ({ componentType, fullName, problem }) => `  ${componentType || 'Package'} ${fullName ?? ''}: ${problem ?? ''}`
    );
    const reason = result?.errorMessage ?? message ?? (ended.err.trim().split('\n').at(-1) || 'it does not say why');
    throw new Refusal(
        said.length > 0
            ? `The org does not take the package:\n${said.join('\n')}`
            : `The org does not take the package: ${reason.replace(/\s+/g, ' ').trim()}`
    );
}

function answerOf(out: string): CliAnswer {
    try {
        return JSON.parse(out) as CliAnswer;
    } catch {
        return {};
    }
}
