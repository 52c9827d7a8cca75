import { examine } from '../../scripts/doctor/examine.ts';
import { startLocalOrg, type LocalOrg, type Persona, type Variant } from '../../scripts/local-org/index.ts';
import { connectLocal } from '../../scripts/org/__tests__/connectLocal.ts';
import type { OrgConnection } from '../../scripts/org/connection.ts';
import { pageOpener } from '../../scripts/org/openPage.ts';
import { metadataReader } from '../../scripts/org/readMetadata.ts';
import type { Finding } from '../../scripts/org/readiness/finding.ts';
import { tryPartIn } from './tryPart.ts';

/** Fewer than usual, because no check depends on their number. */
const USERS = 60;
const NOW = new Date('2026-11-22T12:00:00Z');

export interface Examined {
    findings: Map<string, Finding>;
    local: LocalOrg;
    org: OrgConnection;
}

/** Starts an org, runs every check on it, hands both to the test, and closes the org. */
export async function examined(
    options: { variant?: Variant; persona?: Persona; probedUser?: string },
    test: (examined: Examined) => void | Promise<void>,
    before: (local: LocalOrg) => void = () => {}
): Promise<void> {
    const local = await startLocalOrg({ users: USERS, variant: options.variant, now: () => NOW });
    try {
        before(local);
        const version = `${options.variant?.newestVersion ?? 68}.0`;
        const persona = options.persona ?? 'admin';
        const org = connectLocal(local, persona, version);
        const login = { url: local.url, apiVersion: version, accessToken: () => local.tokenFor(persona) };
        const beside = {
            read: metadataReader(login),
            open: pageOpener(login),
            tryPart: tryPartIn(local, persona)
        };
        const findings = await examine(org, beside, options.probedUser ?? null, NOW);
        await test({ findings: new Map(findings.map((finding) => [finding.name, finding])), local, org });
        if (local.requests.failures.length > 0)
            throw new Error(`The embedded org had an internal error: ${local.requests.failures[0]}`);
    } finally {
        await local.close();
    }
}

/** Every row of the org, to compare. */
export function contents({ store }: LocalOrg): string {
    const tables = store.objects.all.map(({ name }) => [name, store.all(`SELECT * FROM "${name}" ORDER BY "Id"`)]);
    return JSON.stringify(tables);
}
