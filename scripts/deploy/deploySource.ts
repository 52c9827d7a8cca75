import { join } from 'node:path';
import { packageAt } from '../build/places.ts';
import { runProgram } from '../check/program.ts';
import type { Project } from '../check/check.ts';
import { UserError } from '../terminal/userError.ts';

/** Keeps the CLI from updating itself and from sending reports. Its logins stay as they are. */
const QUIET = {
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_LOG_FILE: 'true'
};
/** Minutes to wait for the org. A package of this size takes one or two. */
const WAIT_MINUTES = '30';

/** The org looked at the components, and refuses some of them. */
export class ComponentsRejected extends UserError {}

/** What `--json` prints. */
interface CliOutput {
    message?: string;
    result?: {
        numberComponentsTotal?: number;
        errorMessage?: string;
        details?: { componentFailures?: { componentType?: string; fullName?: string; problem?: string }[] };
    };
}

/**
 * Deploys a folder with the Salesforce CLI that is installed in this project.
 * @returns how many components the org accepted, or would accept
 * @throws ComponentsRejected with Salesforce's message for each component, or another UserError
 */
export async function deploySource(
    project: Project,
    alias: string,
    dryRun: boolean,
    folder = 'force-app'
): Promise<number> {
    const sf = join(packageAt('@salesforce/cli'), 'bin/run.js');
    const args = ['project', 'deploy', 'start', '--source-dir', folder, '--target-org', alias];
    args.push('--wait', WAIT_MINUTES, '--json', ...(dryRun ? ['--dry-run'] : []));
    const ended = await runProgram(process.execPath, [sf, ...args], {
        cwd: project.root,
        env: { ...process.env, ...QUIET }
    });
    const { message, result } = parseOutput(ended.out);
    if (ended.code === 0) return result?.numberComponentsTotal ?? 0;
    const failures = (result?.details?.componentFailures ?? []).map(
        ({ componentType, fullName, problem }) => `  ${componentType || 'Package'} ${fullName ?? ''}: ${problem ?? ''}`
    );
    if (failures.length > 0) throw new ComponentsRejected(`The org rejected the deployment:\n${failures.join('\n')}`);
    const lastError = ended.err.trim().split('\n').at(-1);
    const reason = result?.errorMessage ?? message ?? (lastError || "The Salesforce CLI doesn't say why.");
    throw new UserError(`The org rejected the deployment: ${reason.replace(/\s+/g, ' ').trim()}`);
}

/** Empty when the CLI ended before it printed JSON. */
function parseOutput(out: string): CliOutput {
    try {
        return JSON.parse(out) as CliOutput;
    } catch {
        return {};
    }
}
