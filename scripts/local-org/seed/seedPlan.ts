import { readFileSync } from 'node:fs';
import type { Kind } from 'c/orgPort';

/** A call center to create, and the share of users who are its members. */
interface SeedCenter {
    name: string;
    internalName: string;
    kind: Kind;
    vendor: string | null;
    /** Number of members if the org has `SHARES_OF` users. */
    members: number;
    /** False leaves it out of the registry, so that its name is unknown. */
    registered: boolean;
}

export interface SeedPlan {
    users: number;
    /** The seed of the generator. The same number gives the same org. */
    number: number;
    centers: SeedCenter[];
}

/** Members of call centers are given for an org of this many users, and scaled for other sizes. */
export const SHARES_OF = 1204;
const MIN_USERS = 40;
const MAX_USERS = 1_000_000;

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

const KINDS: readonly string[] = ['open-cti', 'voice-amazon', 'voice-partner', 'ccaas', 'unknown'] satisfies Kind[];

/**
 * Reads the seed option.
 * @param seed a number, or the path of a JSON file: `{ users?, number?, callCenters?: [{ name, members, kind?, vendor?,
 * internalName?, registered? }] }`, where `members` are out of `users`
 * @throws Error with a message for the person who started the org
 */
export function seedPlan(seed: string | number | undefined, users: number | undefined): SeedPlan {
    const plan = typeof seed === 'string' && !/^\d+$/.test(seed) ? planOfFile(seed) : { ...DEFAULT_PLAN };
    if (seed !== undefined && /^\d+$/.test(String(seed))) plan.number = Number(seed);
    if (users !== undefined) plan.users = users;
    if (!Number.isInteger(plan.users) || plan.users < MIN_USERS || plan.users > MAX_USERS) {
        throw new Error(`The org can have ${MIN_USERS} to 1,000,000 users, not ${plan.users}.`);
    }
    return plan;
}

function planOfFile(file: string): SeedPlan {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch (cause) {
        throw new Error(`Couldn't read the seed file ${file}.`, { cause });
    }
    let content: unknown;
    try {
        content = JSON.parse(text);
    } catch (cause) {
        throw new Error(`The seed file ${file} isn't valid JSON.`, { cause });
    }
    const invalid = (what: string) => new Error(`The seed file ${file} isn't valid: ${what}.`);
    if (!isRecord(content)) throw invalid('it must contain an object');
    const unknown = Object.keys(content).find((key) => !['users', 'number', 'callCenters'].includes(key));
    if (unknown) throw invalid(`it has an unknown entry "${unknown}"`);
    const plan: SeedPlan = {
        users: wholeNumber(content.users ?? DEFAULT_PLAN.users, 'users', invalid),
        number: wholeNumber(content.number ?? DEFAULT_PLAN.number, 'number', invalid),
        centers: CENTERS
    };
    if (content.callCenters === undefined) return plan;
    if (!Array.isArray(content.callCenters)) throw invalid('callCenters must be a list');
    const scale = SHARES_OF / plan.users;
    plan.centers = content.callCenters.map((entry: unknown) => {
        const read = readCenter(entry, invalid);
        return { ...read, members: read.members * scale };
    });
    const members = plan.centers.reduce((sum, each) => sum + each.members, 0);
    if (members > SHARES_OF * 0.75) throw invalid('more than three quarters of the users are members of a call center');
    if (new Set(plan.centers.map((each) => each.internalName.toLowerCase())).size < plan.centers.length) {
        throw invalid('two call centers have the same internal name');
    }
    return plan;
}

function readCenter(entry: unknown, invalid: (what: string) => Error): SeedCenter {
    if (!isRecord(entry) || typeof entry.name !== 'string' || entry.name === '' || entry.name.length > 80) {
        throw invalid('every call center needs a name of 1 to 80 characters');
    }
    const kind = entry.kind ?? 'unknown';
    if (typeof kind !== 'string' || !KINDS.includes(kind)) throw invalid(`"${kind}" isn't a kind of call center`);
    const internalName = entry.internalName ?? entry.name.replace(/[^A-Za-z0-9]/g, '');
    if (typeof internalName !== 'string' || internalName === '') throw invalid(`"${entry.name}" needs an internalName`);
    const vendor = entry.vendor ?? null;
    if (vendor !== null && typeof vendor !== 'string') throw invalid(`the vendor of "${entry.name}" must be text`);
    return {
        name: entry.name,
        internalName,
        kind: kind as Kind,
        vendor,
        members: wholeNumber(entry.members ?? 0, `members of "${entry.name}"`, invalid),
        registered: entry.registered !== false
    };
}

function wholeNumber(value: unknown, what: string, invalid: (what: string) => Error): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    throw invalid(`${what} must be a whole number`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
