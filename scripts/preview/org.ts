import type { Faults } from '../local-org/index.ts';
import type { Answer } from '../org/answer.ts';
import { connect, type OrgConnection, type Row } from '../org/connection.ts';
import { currentUserId, hasUserPermission } from '../org/currentUser.ts';
import { tokenRequest } from '../org/tokenRequest.ts';
import type { PageLook } from './visualforce/look.ts';
import { UserError } from '../terminal/userError.ts';

/** An org as the preview sees it: an address, and a token for each persona. */
export interface PreviewOrg {
    url: string;
    /** Users to view the page as. The first one is the default. */
    personas: readonly string[];
    tokenFor(persona: string): string | Promise<string>;
    /** Called when the org refused the token: the next one must be another. */
    forget(persona: string): void;
    /** A token in place of the one that the org just refused; null when there is none. */
    renew?(persona: string, refused: string): Promise<string | null>;
    /** The name of a production org, to be typed before the first write; absent in any other org. */
    production?: string;
    /** True where flows can't read call centers. Whether they can in Salesforce isn't known. */
    flowsRefused?: boolean;
    /** How Visualforce behaves; it works unless this says otherwise. Whether it does in Salesforce isn't known. */
    visualforce?: PageLook;
    /** Failures to simulate; only the embedded org has them. */
    faults?: Pick<Faults, 'plan' | 'set'>;
    /** The address of the org's own Setup; without it, the preview shows placeholders. */
    setupAt?: string;
}

/** The API version of the page. */
const API_VERSION = '66.0';

/** The org as one persona, over HTTP, as any client would use it. */
export function connectAs(org: PreviewOrg, persona: string): OrgConnection {
    const request = tokenRequest({
        current: () => org.tokenFor(persona),
        async renew(refused) {
            const renewed = (await org.renew?.(persona, refused)) ?? null;
            if (renewed === null) org.forget(persona);
            return renewed;
        }
    });
    const expired = (): UserError =>
        new UserError(`The org at ${org.url} ended the session.`, 'Stop the preview, then run npm start again.');
    return connect({ url: org.url, apiVersion: API_VERSION, request, expired });
}

/** All rows of a SOQL query as one persona. The caller quotes its values. */
export function query(org: PreviewOrg, persona: string, soql: string): Promise<Answer<Row[]>> {
    return connectAs(org, persona).query(soql);
}

/** What the page gets to know about its user. */
export interface Person {
    userId: string;
    /**
     * Whether the user has a permission, such as `ManageInternalUsers`, by profile or by permission set; null when that
     * couldn't be read.
     */
    has(permission: string): Promise<boolean | null>;
}

/** Asks the org who a persona is, once for each persona. The function it returns throws a UserError. */
export function people(org: PreviewOrg): (persona: string) => Promise<Person> {
    const known = new Map<string, Promise<Person>>();
    return (persona) => {
        let person = known.get(persona);
        if (!person) {
            person = findPerson(org, persona);
            known.set(persona, person);
            // A failure isn't kept, because the org may be back the next time.
            person.catch(() => known.delete(persona));
        }
        return person;
    };
}

async function findPerson(org: PreviewOrg, persona: string): Promise<Person> {
    if (!org.personas.includes(persona))
        throw new UserError(`Unknown persona "${persona}" at ${org.url}.`, `Choose from: ${org.personas.join(', ')}.`);
    const connection = connectAs(org, persona);
    const userId = await currentUserId(connection);
    if (userId === null) throw new UserError(`The org at ${org.url} doesn't tell who is logged in.`);
    return {
        userId,
        has: async (permission) => {
            try {
                return await hasUserPermission(connection, userId, permission);
            } catch (error) {
                if (error instanceof UserError) return null;
                throw error;
            }
        }
    };
}
