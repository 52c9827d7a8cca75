import { DOMAIN, PERSONA_USERS } from '../access/personas.ts';
import type { Row, Store, Value } from '../store/store.ts';
import type { SeededAccess, SeededProfile } from './access.ts';
import { namePool, PEOPLE, type Person } from './people.ts';
import { randomFrom, type Random } from './random.ts';
import type { SeedRecords } from './seedRecords.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Of every `PORTAL_EVERY` generated users, the first `PORTAL_USERS` are portal users if they have no call center. */
const PORTAL_EVERY = 30;
const PORTAL_USERS = 8;
const INACTIVE_SHARE = 0.07;
const NEVER_LOGGED_IN_SHARE = 0.04;
/** One of so many users has no federation ID. */
const NO_FEDERATION_EVERY = 5;
const WITHOUT_ROLE_SHARE = 0.06;
const REGIONS = [
    {
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_GB',
        LanguageLocaleKey: 'en_US',
        City: 'London',
        Country: 'United Kingdom'
    },
    {
        TimeZoneSidKey: 'Europe/Berlin',
        LocaleSidKey: 'de_DE',
        LanguageLocaleKey: 'de',
        City: 'Berlin',
        Country: 'Germany'
    },
    {
        TimeZoneSidKey: 'America/New_York',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        City: 'New York',
        Country: 'United States'
    },
    {
        TimeZoneSidKey: 'America/Los_Angeles',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        City: 'Reno',
        Country: 'United States'
    }
];

interface UsersToSeed {
    count: number;
    seed: number;
    access: SeededAccess;
    /** Each call center, and how many members it gets. */
    centers: { id: string; name: string; members: number }[];
}

/** Seeds the users. All times are before the store's current time, so that "last login" looks realistic. */
export function seedUsers(store: Store, records: SeedRecords, toSeed: UsersToSeed): void {
    const random = randomFrom(toSeed.seed);
    const pool = namePool(toSeed.seed);
    const now = store.now().getTime();
    const byName = new Map(toSeed.access.profiles.map((profile) => [profile.name, profile]));
    const weighted = toSeed.access.profiles.flatMap((profile) => Array<SeededProfile>(profile.weight).fill(profile));
    // Two call centers can have one name. People of the story name theirs.
    const centers = toSeed.centers.map((center) => ({ ...center }));
    const managers = new Map<string, string>();

    const write = (person: Person, index: number, profile: SeededProfile, centerId: string | null) => {
        const row = userRow(person, index, profile, toSeed.access, random, now);
        const id = records.add('User', { ...row, CallCenterId: centerId, ManagerId: managerOf(person, managers) });
        if (person.title) managers.set(person.lastName, id);
        if (centerId !== null && random.next() < 0.3) {
            records.add('PermissionSetAssignment', {
                PermissionSetId: toSeed.access.permissionSetId,
                AssigneeId: id,
                IsActive: true
            });
        }
        return id;
    };

    PEOPLE.slice(0, toSeed.count).forEach((person, index) => {
        const profile = byName.get(person.profile ?? 'Service Agent');
        if (!profile) throw new Error(`${person.lastName} has an unknown profile.`);
        const center = centers.find(({ name }) => name === person.center);
        const centerId = center && center.members > 0 ? center.id : null;
        if (center && centerId) center.members--;
        write(person, index, profile, centerId);
    });

    const centerIds = centers.flatMap(({ id, members }) => Array<string | null>(members).fill(id));
    const rest = Math.max(0, toSeed.count - PEOPLE.length);
    shuffle(centerIds, random);
    while (centerIds.length < rest) centerIds.push(null);
    const portal = byName.get('Customer Community User');
    if (!portal) throw new Error('There is no portal profile.');
    // Spreads the members of each call center over all users, so that no page shows one call center only.
    shuffle(centerIds, random);
    centerIds.slice(0, rest).forEach((centerId, index) => {
        const isPortal = centerId === null && index % PORTAL_EVERY < PORTAL_USERS;
        const profile = isPortal ? portal : random.pick(weighted);
        const person: Person = {
            firstName: random.pick(pool.first),
            lastName: random.pick(pool.last),
            title: isPortal ? undefined : random.pick(pool.titles),
            department: random.pick(pool.departments),
            isActive: random.next() >= INACTIVE_SHARE,
            neverLoggedIn: random.next() < NEVER_LOGGED_IN_SHARE,
            withoutRole: isPortal || random.next() < WITHOUT_ROLE_SHARE
        };
        write(person, PEOPLE.length + index, profile, centerId);
    });
}

function managerOf(person: Person, managers: Map<string, string>): string | null {
    return person.manager === undefined ? null : (managers.get(person.manager) ?? null);
}

function userRow(
    person: Person,
    index: number,
    profile: SeededProfile,
    access: SeededAccess,
    random: Random,
    now: number
): Row {
    const isActive = person.isActive ?? true;
    const handle = handleOf(person);
    const isPersona = Object.values(PERSONA_USERS).some(
        (each) => each.firstName === person.firstName && each.lastName === person.lastName
    );
    const username = isPersona ? `${handle}@${DOMAIN}` : `${handle}.${index}@${DOMAIN}`;
    const created = now - Math.floor((400 + random.next() * 2000) * DAY);
    const modified = iso(now - Math.floor((1 + random.next() * 390) * DAY));
    const login = now - Math.floor((isActive ? random.next() ** 2 * 60 : 90 + random.next() * 600) * DAY) - 60_000;
    return {
        ...random.pick(REGIONS),
        FirstName: person.firstName,
        LastName: person.lastName,
        Name: [person.firstName, person.lastName].filter(Boolean).join(' '),
        Username: username,
        Email: person.email ?? username,
        Alias: `${handle.replace(/[^a-z0-9]/g, '').slice(0, 4)}${index.toString(36)}`.slice(0, 8),
        CommunityNickname: `${handle.slice(0, 30)}${index}`,
        Title: person.title ?? null,
        Department: person.department ?? null,
        FederationIdentifier: index % NO_FEDERATION_EVERY === 0 ? null : `${handle}.${index}@sso.${DOMAIN}`,
        EmployeeNumber: `E${String(index + 1).padStart(6, '0')}`,
        Phone: `+1 555 ${String(1_000_000 + index).slice(0, 7)}`,
        Extension: String(1000 + (index % 9000)),
        IsActive: isActive,
        UserType: profile.userType,
        ProfileId: profile.id,
        UserRoleId: person.withoutRole ? null : random.pick(access.roles),
        EmailEncodingKey: 'UTF-8',
        LastLoginDate: person.neverLoggedIn ? null : iso(login),
        NumberOfFailedLogins: 0,
        CreatedDate: iso(created),
        LastModifiedDate: modified,
        SystemModstamp: modified
    };
}

/** The Latin letters of the name, for usernames. Returns `user` for names in other scripts. */
function handleOf({ firstName, lastName }: Person): string {
    const latin = [firstName ?? '', lastName].map((part) =>
        part
            .normalize('NFD')
            .replace(/[^A-Za-z]/g, '')
            .toLowerCase()
    );
    return latin.filter(Boolean).join('.').slice(0, 40) || 'user';
}

/** Cuts off milliseconds, because Salesforce stores times in seconds. */
function iso(time: number): Value {
    return new Date(Math.floor(time / 1000) * 1000).toISOString();
}

function shuffle<Item>(items: Item[], random: Random): void {
    for (let index = items.length - 1; index > 0; index--) {
        const other = random.below(index + 1);
        const item = items[index] as Item;
        items[index] = items[other] as Item;
        items[other] = item;
    }
}
