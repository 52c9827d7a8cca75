import { readFaultFile, startLocalOrg, type FaultPlan } from '../local-org/index.ts';
import { embedded } from '../preview/embedded.ts';
import type { PreviewOrg } from '../preview/org.ts';
import { targetOrg } from '../preview/targetOrg.ts';
import { UserError } from '../terminal/userError.ts';
import { listenError } from './listenError.ts';
import type { StartOptions } from './options.ts';

/** The org behind the page. */
export interface OrgBehindPage {
    org: PreviewOrg;
    /** What to print about it: names and values. */
    lines: [string, string][];
    close(): Promise<void>;
}

/** @throws UserError */
export async function embeddedOrg({
    orgPort,
    users,
    seed,
    keep,
    faults,
    persona,
    centersPage
}: StartOptions): Promise<OrgBehindPage> {
    const plan = faults === undefined ? undefined : faultPlan(faults);
    const local = await startLocalOrg({ port: orgPort, users, seed, keep, faults: plan }).catch(
        listenError('--org-port', orgPort)
    );
    const org = embedded(local, { visualforce: centersPage });
    if (persona !== undefined && !org.personas.includes(persona))
        throw new UserError(`Unknown persona "${persona}".`, `Choose from: ${org.personas.join(', ')}.`);
    // The data is generated, so the token can be printed for people to try.
    const token = await org.tokenFor(persona ?? org.personas[0]!);
    const lines: [string, string][] = [
        ['Embedded org', local.url],
        ['Access token', token],
        ['Try with sf', sfCommand(local.url, token)]
    ];
    return { org, lines, close: () => local.close() };
}

/** @throws UserError */
export async function ownOrg(alias: string): Promise<OrgBehindPage> {
    const { org, name, username } = await targetOrg(alias);
    const label = org.production === undefined ? name : `${name}, production: confirm its name before the first change`;
    const lines: [string, string][] = [
        ['Org', `${label} (${org.url})`],
        ['Viewing as', username]
    ];
    return { org, lines, close: () => Promise.resolve() };
}

function faultPlan(file: string): FaultPlan {
    try {
        return readFaultFile(file);
    } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        throw new UserError(cause.message, undefined, { cause });
    }
}

/** The Salesforce CLI accepts a token in place of an org's alias when it knows the address. */
function sfCommand(url: string, token: string): string {
    return `SF_ORG_INSTANCE_URL=${url} sf data query -o '${token}' -q 'SELECT Id, Name FROM CallCenter'`;
}
