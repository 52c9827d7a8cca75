import { examine } from '../../scripts/doctor/examine.ts';
import type { Finding } from '../../scripts/doctor/finding.ts';
import { startLocalOrg, type LocalOrg, type Persona, type Variant } from '../../scripts/local-org/index.ts';
import { askOf, type OrgAsk } from '../../scripts/orgAsk.ts';

/** Fewer than usual: no question hangs on how many there are. */
const USERS = 60;
const NOW = new Date('2026-11-22T12:00:00Z');

export interface Examined {
    findings: Map<string, Finding>;
    org: LocalOrg;
    ask: OrgAsk;
}

/** Starts an org, asks it everything, and hands both to the test; the org is closed at the end. */
export async function examined(
    options: { variant?: Variant; persona?: Persona; probed?: string },
    test: (examined: Examined) => void | Promise<void>,
    before: (org: LocalOrg) => void = () => {}
): Promise<void> {
    const org = await startLocalOrg({ users: USERS, variant: options.variant, now: () => NOW });
    try {
        before(org);
        const ask = askOf(login(org, options.persona ?? 'admin', String(options.variant?.newestVersion ?? 68)));
        const findings = await examine(ask, options.probed ?? null, NOW);
        await test({ findings: new Map(findings.map((finding) => [finding.name, finding])), org, ask });
        if (org.requests.failures.length > 0) throw new Error(`the org itself failed: ${org.requests.failures[0]}`);
    } finally {
        await org.close();
    }
}

export function login(org: LocalOrg, persona: Persona, version: string) {
    const token = org.tokenFor(persona);
    return { url: org.url, apiVersion: `${version}.0`, accessToken: () => Promise.resolve(token) };
}

/** Every row of the org, to be compared. */
export function contents({ store }: LocalOrg): string {
    const tables = store.objects.all.map(({ name }) => [name, store.all(`SELECT * FROM "${name}" ORDER BY "Id"`)]);
    return JSON.stringify(tables);
}
