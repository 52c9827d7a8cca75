import { toId18, type CallCenterRow, type Id, type Kind, type User } from 'c/orgPort';
import type { OrgFacts, Person } from './orgFacts.ts';

/** A small org for component tests, in which it is easy to see who is where. */
export const WORK = id('04v', 1);
export const DIALER = id('04v', 2);
export const VOICE = id('04v', 3);
export const LOBBY = id('04v', 4);

const AGENT = { id: id('00e', 1), name: 'Agent' };
const ADMIN = { id: id('00e', 2), name: 'System Administrator' };
const EMEA = { id: id('00E', 1), name: 'EMEA' };

export const NAMES = new Map([
    [WORK, '8x8 Work'],
    [DIALER, 'Old Dialer'],
    [VOICE, 'Voice East']
]);
export const KINDS = new Map<Id, Kind>([
    [WORK, 'open-cti'],
    [DIALER, 'open-cti'],
    [VOICE, 'voice-amazon'],
    [LOBBY, 'unknown']
]);

export function person(number: number, name: string, callCenterId: Id | null, more: Partial<Person> = {}): Person {
    const login = name.toLowerCase().replaceAll(' ', '.');
    return {
        id: id('005', number),
        name,
        username: `${login}@switchboard.example`,
        email: `${login}@mail.example`,
        alias: login.slice(0, 8),
        title: null,
        isActive: true,
        userType: 'Standard',
        profile: AGENT.name,
        role: EMEA.name,
        lastLogin: null,
        callCenterId,
        lastModified: '2026-11-01T08:00:00.000Z',
        profileId: AGENT.id,
        roleId: EMEA.id,
        federationId: null,
        employeeNumber: null,
        department: null,
        division: null,
        manager: null,
        created: '2026-01-05T08:00:00.000Z',
        ...more
    };
}

export const ADA = person(1, 'Ada Byron', DIALER);
export const BO = person(2, 'Bo Lind', WORK);
export const CY = person(3, 'Cy Tan', null);
export const DI = person(4, 'Di Vane', DIALER);
export const EVE = person(5, 'Eve Voice', VOICE);
export const FAY = person(6, 'Fay Lobby', LOBBY);
export const GUS = person(7, 'Gus Gone', null, { isActive: false });
export const PAT = person(8, 'Pat Portal', null, { userType: 'CspLitePortal' });
export const ME = person(9, 'Mo Admin', null, { profile: ADMIN.name, profileId: ADMIN.id });

const everyone = [ADA, BO, CY, DI, EVE, FAY, GUS, PAT, ME];

/** @param more additional users without a center, to fill pages */
export function smallOrg(more = 0): OrgFacts {
    const others = Array.from({ length: more }, (_, index) =>
        person(100 + index, `Zoe ${String(index).padStart(4, '0')}`, null)
    );
    const registry = [WORK, DIALER, VOICE].map((center): CallCenterRow => ({
        id: center,
        name: NAMES.get(center) ?? null,
        internalName: null,
        kind: KINDS.get(center) ?? 'unknown',
        knownBy: KINDS.has(center) ? 'admin' : null,
        vendor: null,
        note: null,
        source: 'registry',
        readAt: null,
        recordId: null
    }));
    return {
        people: [...everyone, ...others],
        centers: [WORK, DIALER, VOICE, LOBBY].map((center) => ({ id: center, name: NAMES.get(center) ?? 'Lobby' })),
        registry,
        profiles: [AGENT, ADMIN],
        roles: [EMEA]
    };
}

/** A person as a search returns them. */
export function userOf({ profileId: _, roleId: __, ...user }: Person): User {
    return user;
}

function id(prefix: string, number: number): Id {
    return toId18(prefix + String(number).padStart(12, '0'))!;
}
