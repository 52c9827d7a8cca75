import type { Store } from '../store/store.ts';
import { sessionOf } from './session.ts';

export const PERSONAS = ['admin', 'second-admin', 'call-center-manager', 'delegated', 'viewer'] as const;
export type Persona = (typeof PERSONAS)[number];

/** Every user's password. All data is generated. Clients may append a security token. */
export const PASSWORD = 'switchboard';

/** The domain of every username. `.example` is reserved, so no email can ever be delivered. */
export const DOMAIN = 'switchboard.example';

/** The user of each persona, with the profile that gives the persona its permissions. */
export const PERSONA_USERS: Readonly<Record<Persona, { firstName: string; lastName: string; profile: string }>> = {
    admin: { firstName: 'Ada', lastName: 'Byron', profile: 'System Administrator' },
    'second-admin': { firstName: 'Tom', lastName: 'Topchain', profile: 'System Administrator' },
    'call-center-manager': { firstName: 'Bo', lastName: 'Lind', profile: 'Call Center Manager' },
    delegated: { firstName: 'Cy', lastName: 'Tan', profile: 'Delegated Contact Center Admin' },
    viewer: { firstName: 'Di', lastName: 'Vane', profile: 'Read Only' }
};

export function personaUsername(persona: Persona): string {
    const { firstName, lastName } = PERSONA_USERS[persona];
    return `${firstName}.${lastName}@${DOMAIN}`.toLowerCase();
}

export function isPersona(name: string): name is Persona {
    return PERSONAS.some((persona) => persona === name);
}

export interface PersonaUser {
    userId: string;
    username: string;
    permissions: string[];
}

/** @throws Error when the store has no such user. Every seed creates all of them. */
export function personaUser(store: Store, persona: Persona): PersonaUser {
    const username = personaUsername(persona);
    const row = store.get('SELECT "Id" FROM "User" WHERE "Username$" = fold(?)', [username]);
    const session = typeof row?.Id === 'string' ? sessionOf(store, row.Id) : undefined;
    if (!session) throw new Error(`The persona ${persona} needs an active user ${username}.`);
    return { userId: session.userId, username, permissions: [...session.permissions] };
}
