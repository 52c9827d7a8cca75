import { OrgFault, type FaultKind } from 'c/orgPort';
import { CHECKS, type Check, type CheckedHost, type CheckedOrg, type CheckId, type Found } from './checks.ts';

/** `unknown`: Salesforce didn't answer, so it may work another time. */
export type CheckResult =
    | { status: 'works'; found: Found }
    | { status: 'fails' | 'unknown'; /** Null when it wasn't a request that failed. */ fault: OrgFault | null };

export type Results = ReadonlyMap<CheckId, CheckResult>;

/**
 * Runs the checks one by one. Nothing is written.
 * @param onResult is called after each check, with all results so far
 */
export async function runChecks(
    org: CheckedOrg,
    host: CheckedHost,
    onResult: (results: Results) => void
): Promise<Results> {
    const results = new Map<CheckId, CheckResult>();
    for (const check of CHECKS) {
        results.set(check.id, await resultOf(check, org, host));
        onResult(new Map(results));
    }
    return results;
}

async function resultOf(check: Check, org: CheckedOrg, host: CheckedHost): Promise<CheckResult> {
    try {
        return { status: 'works', found: await check.try(org, host) };
    } catch (thrown) {
        // Browsers throw errors of their own when storage or locks are denied.
        if (!(thrown instanceof OrgFault)) return { status: 'fails', fault: null };
        const isUnknown = !check.isSilentWhenMissing && isNoAnswer(thrown.kind);
        return { status: isUnknown ? 'unknown' : 'fails', fault: thrown };
    }
}

function isNoAnswer(kind: FaultKind): boolean {
    switch (kind) {
        case 'offline':
        case 'busy':
        case 'expired':
        case 'limit':
        case 'unreadable':
            return true;
        case 'forbidden':
        case 'hidden':
        case 'invalid':
            return false;
    }
}
