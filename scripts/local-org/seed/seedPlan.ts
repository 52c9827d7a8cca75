import { readFileSync } from 'node:fs';
import type { Kind } from 'c/orgPort';

/** A call center to make, and what share of the users is in it. */
export interface SeedCenter {
    name: string;
    internalName: string;
    kind: Kind;
    vendor: string | null;
    /** Members among `SHARES_OF` users. */
    members: number;
    /** False: nobody can name it, since it has no row in the registry. */
    registered: boolean;
}

export interface SeedPlan {
    users: number;
    /** What the generator starts from: the same number makes the same org. */
    number: number;
    centers: SeedCenter[];
}

/** Members of centers are counted among so many users; for more or fewer they are scaled. */
export const SHARES_OF = 1204;
export const FEWEST_USERS = 40;
export const MOST_USERS = 1_000_000;

const CENTERS: SeedCenter[] = [
    center('8x8 Work', 'Work8x8', 'open-cti', '8x8', 412),
    center('Old Dialer', 'OldDialer', 'open-cti', 'Dialer Co', 380),
    center('Voice East', 'VoiceEast', 'voice-amazon', 'Amazon Connect', 51),
    center('Partner Telephony EMEA', 'PartnerTelephonyEmea', 'voice-partner', 'Northern Telephony', 26),
    { ...center('Lobby Phones', 'LobbyPhones', 'unknown', null, 15), registered: false },
    center('Collections', 'Collections', 'unknown', null, 10),
    center('Pilot 2027', 'Pilot2027', 'open-cti', '8x8', 0)
];

export const DEFAULT_PLAN: SeedPlan = { users: SHARES_OF, number: 2027, centers: CENTERS };

function center(name: string, internalName: string, kind: Kind, vendor: string | null, members: number): SeedCenter {
    return { name, internalName, kind, vendor, members, registered: true };
}

const KINDS: readonly string[] = ['open-cti', 'voice-amazon', 'voice-partner', 'unknown'] satisfies Kind[];

/**
 * @param seed a number, or a JSON file `{ users?, number?, callCenters?: [{ name, members, kind?, vendor?, internalName?,
 * registered? }] }`, where members are counted among `users`
 * @throws Error, a sentence for the person who started the org
 */
export function seedPlan(seed: string | number | undefined, users: number | undefined): SeedPlan {
    const plan = typeof seed === 'string' && !/^\d+$/.test(seed) ? planOfFile(seed) : { ...DEFAULT_PLAN };
    if (seed !== undefined && /^\d+$/.test(String(seed))) plan.number = Number(seed);
    if (users !== undefined) plan.users = users;
    if (!Number.isInteger(plan.users) || plan.users < FEWEST_USERS || plan.users > MOST_USERS) {
        throw new Error(`The org can have ${FEWEST_USERS} to 1,000,000 users, not ${plan.users}.`);
    }
    return plan;
}

function planOfFile(file: string): SeedPlan {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch (cause) {
        throw new Error(`The seed file ${file} cannot be read.`, { cause });
    }
    let content: unknown;
    try {
        content = JSON.parse(text);
    } catch (cause) {
        throw new Error(`The seed file ${file} is not JSON.`, { cause });
    }
    const fault = (what: string) => new Error(`The seed file ${file} is wrong: ${what}.`);
    if (!isRecord(content)) throw fault('it must hold an object');
    const unknown = Object.keys(content).find((key) => !['users', 'number', 'callCenters'].includes(key));
    if (unknown) throw fault(`it has an unknown entry "${unknown}"`);
    const plan: SeedPlan = {
        users: whole(content.users ?? DEFAULT_PLAN.users, 'users', fault),
        number: whole(content.number ?? DEFAULT_PLAN.number, 'number', fault),
        centers: CENTERS
    };
    if (content.callCenters === undefined) return plan;
    if (!Array.isArray(content.callCenters)) throw fault('callCenters must be a list');
    const scale = SHARES_OF / plan.users;
    plan.centers = content.callCenters.map((entry: unknown) => {
        const read = readCenter(entry, fault);
        return { ...read, members: read.members * scale };
    });
    const members = plan.centers.reduce((sum, each) => sum + each.members, 0);
    if (members > SHARES_OF * 0.75) throw fault('its call centers have more members than three quarters of the users');
    if (new Set(plan.centers.map((each) => each.internalName.toLowerCase())).size < plan.centers.length) {
        throw fault('two call centers have the same internal name');
    }
    return plan;
}

function readCenter(entry: unknown, fault: (what: string) => Error): SeedCenter {
    if (!isRecord(entry) || typeof entry.name !== 'string' || entry.name === '' || entry.name.length > 80) {
        throw fault('every call center needs a name of 1 to 80 characters');
    }
    const kind = entry.kind ?? 'unknown';
    if (typeof kind !== 'string' || !KINDS.includes(kind)) throw fault(`"${kind}" is no kind of call center`);
    const internalName = entry.internalName ?? entry.name.replace(/[^A-Za-z0-9]/g, '');
    if (typeof internalName !== 'string' || internalName === '') throw fault(`"${entry.name}" needs an internalName`);
    const vendor = entry.vendor ?? null;
    if (vendor !== null && typeof vendor !== 'string') throw fault(`the vendor of "${entry.name}" must be text`);
    return {
        name: entry.name,
        internalName,
        kind: kind as Kind,
        vendor,
        members: whole(entry.members ?? 0, `members of "${entry.name}"`, fault),
        registered: entry.registered !== false
    };
}

function whole(value: unknown, what: string, fault: (what: string) => Error): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    throw fault(`${what} must be a whole number`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
