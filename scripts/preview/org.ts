import type { Faults } from '../local-org/index.ts';

/** An org, as the preview knows it: an address and a token for each persona it can look through. */
export interface PreviewOrg {
    url: string;
    /** The first one is who looks at the page unless another is asked for. */
    personas: readonly string[];
    tokenFor(persona: string): string | Promise<string>;
    /** The org did not take the token: the next one must be another. */
    forget(persona: string): void;
    /** A token in place of the one that the org has just refused; null when there is none. */
    renew?(persona: string, refused: string): Promise<string | null>;
    /** The name of a production org, to be typed before the first write; absent in any other org. */
    production?: string;
    /**
     * True where flows cannot read call centers. Whether they can in Salesforce is not established.
     */
    flowsRefused?: boolean;
    /** What goes wrong on demand; absent in an org of the person's own. */
    faults?: Pick<Faults, 'plan' | 'set'>;
    /** Where the org's own Setup is; absent: the preview draws placeholders. */
    setupAt?: string;
}

/** The org did not answer as an org does. */
export class OrgSilent extends Error {
    constructor(url: string, cause: unknown) {
        super(`The org at ${url} does not answer`, { cause });
        this.name = 'OrgSilent';
    }
}

/** The org answered, and refused; the message is in its words. */
export class OrgRefusal extends Error {
    override name = 'OrgRefusal';
}

const QUERY = '/services/data/v66.0/query';

/** What the page is told of whoever looks at it. */
export interface Person {
    userId: string;
    /** Whether a user permission (`ManageInternalUsers`) is theirs, by profile or by permission set. */
    has(permission: string): Promise<boolean>;
}

/**
 * Asks the org who a persona is, as any client would: userinfo and SOQL; each persona once.
 * The function given throws OrgSilent.
 */
export function people(org: PreviewOrg): (persona: string) => Promise<Person> {
    const known = new Map<string, Promise<Person>>();
    return (persona) => {
        if (!org.personas.includes(persona)) return Promise.reject(new OrgSilent(org.url, `no persona ${persona}`));
        let asked = known.get(persona);
        if (!asked) {
            asked = personOf(org, persona);
            known.set(persona, asked);
            // A failure is not kept: the org may be back the next time.
            asked.catch(() => known.delete(persona));
        }
        return asked;
    };
}

async function personOf(org: PreviewOrg, persona: string): Promise<Person> {
    const info = (await ask(org, persona, '/services/oauth2/userinfo')) as { user_id?: string };
    const userId = /^005\w{12}(\w{3})?$/.exec(info.user_id ?? '')?.[0];
    if (!userId) throw new OrgSilent(org.url, 'userinfo without user_id');
    return {
        userId,
        async has(permission) {
            // SOQL has no bind variables over REST; both values are word characters only.
            if (!/^\w+$/.test(permission)) return false;
            const field = `Permissions${permission}`;
            const assigned = `FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.${field} = true`;
            const byProfile = `FROM User WHERE Id = '${userId}' AND Profile.${field} = true`;
            const rows = await Promise.all([count(org, persona, assigned), count(org, persona, byProfile)]);
            return rows.some((found) => found > 0);
        }
    };
}

/** Rows of a SOQL query, all pages of them, without their `attributes`. The query's values are the caller's to escape. */
export async function query(org: PreviewOrg, persona: string, soql: string): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    let path: string | undefined = `${QUERY}?q=${encodeURIComponent(soql)}`;
    while (path) {
        const answer = (await ask(org, persona, path)) as QueryAnswer;
        if (!Array.isArray(answer.records)) throw new OrgRefusal(refusalWords(answer));
        for (const { attributes: _, ...row } of answer.records) rows.push(row);
        // The org's own words decide where to go on: only a path below the query resource is followed.
        path = answer.nextRecordsUrl?.startsWith(`${QUERY}/`) ? answer.nextRecordsUrl : undefined;
    }
    return rows;
}

interface QueryAnswer {
    records?: Record<string, unknown>[];
    nextRecordsUrl?: string;
}

function refusalWords(answer: unknown): string {
    const [first] = Array.isArray(answer) ? (answer as { message?: string }[]) : [];
    return first?.message ?? 'The org gave no reason.';
}

/** A permission that the org does not know is one that nobody has: its answer is an error, and no rows. */
async function count(org: PreviewOrg, persona: string, from: string): Promise<number> {
    const soql = encodeURIComponent(`SELECT Id ${from} LIMIT 1`);
    const answer = (await ask(org, persona, `${QUERY}?q=${soql}`)) as { totalSize?: number };
    return answer.totalSize ?? 0;
}

async function ask(org: PreviewOrg, persona: string, path: string): Promise<unknown> {
    try {
        const response = await fetch(new URL(path, org.url), {
            headers: { authorization: `Bearer ${await org.tokenFor(persona)}` },
            redirect: 'manual',
            signal: AbortSignal.timeout(30_000)
        });
        return await response.json();
    } catch (error) {
        throw new OrgSilent(org.url, error);
    }
}
