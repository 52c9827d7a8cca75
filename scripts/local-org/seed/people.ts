import type { Faker } from '@faker-js/faker';
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as dutch } from '@faker-js/faker/locale/nl';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { PERSONA_USERS } from '../access/personas.ts';

/** A named user of the seed, with the values that make them a special case. */
export interface Person {
    firstName: string | null;
    lastName: string;
    profile?: string;
    /** Name of the call center. Omit it for a user without one. */
    center?: string;
    title?: string;
    department?: string;
    email?: string;
    isActive?: boolean;
    neverLoggedIn?: boolean;
    withoutRole?: boolean;
    /** Last name of the manager, who must be earlier in the list. */
    manager?: string;
}

/** Has a place of their own in the list, as the head of a chain of managers. */
const SECOND_ADMIN = PERSONA_USERS['second-admin'];

/** People whose names are hard for searches, tables, and files. Names are unique, except for the two María Álvarez. */
export const PEOPLE: Person[] = [
    ...Object.values(PERSONA_USERS)
        .filter((person) => person !== SECOND_ADMIN)
        .map((person) => ({ ...person, title: 'Administrator' })),
    { firstName: 'Maartje', lastName: 'de Vries', center: 'Old Dialer', profile: 'Service Agent' },
    { firstName: 'Magnus', lastName: 'Ó Briain', center: 'Old Dialer', profile: 'Team Lead' },
    { firstName: 'Marek', lastName: 'Nowak', center: 'Old Dialer', profile: 'Service Agent', isActive: false },
    { firstName: 'María', lastName: 'Álvarez', center: '8x8 Work', title: 'Supervisor' },
    { firstName: 'María', lastName: 'Álvarez', center: 'Old Dialer', title: 'Agent' },
    { firstName: '<b>Bobby</b>', lastName: '<script>alert(1)</script>', center: '8x8 Work' },
    { firstName: 'Siobhán', lastName: "O'Brien", center: 'Old Dialer' },
    { firstName: 'Manuela "Manu"', lastName: 'Ferreira', center: '8x8 Work' },
    { firstName: 'محمود', lastName: 'عبد الله', center: '8x8 Work' },
    { firstName: 'Zoë', lastName: 'Sunshine ☀️🎧' },
    { firstName: 'Jose\u0301', lastName: 'Nun\u0303ez', center: 'Old Dialer' },
    { firstName: 'Percy', lastName: '100% Certain' },
    { firstName: 'Una', lastName: 'under_score' },
    { firstName: 'Bäck', lastName: 'C:\\slash' },
    { firstName: null, lastName: 'Madonna' },
    {
        firstName: 'Wolfeschlegelsteinhausenbergerdorffwelch',
        lastName: 'Longest'.padEnd(80, '-name-that-the-field-takes'),
        center: '8x8 Work'
    },
    { firstName: 'Nell', lastName: 'Neverhere', neverLoggedIn: true, withoutRole: true },
    { ...SECOND_ADMIN, title: 'VP Service' },
    { firstName: 'Mia', lastName: 'Midchain', title: 'Director', manager: 'Topchain' },
    { firstName: 'Lou', lastName: 'Lowchain', title: 'Supervisor', manager: 'Midchain' },
    { firstName: 'Fay', lastName: 'Footchain', title: 'Agent', manager: 'Lowchain', center: 'Old Dialer' },
    { firstName: 'Patty', lastName: 'Portal', profile: 'Customer Community User', withoutRole: true },
    { firstName: 'Pablo', lastName: 'Partner', profile: 'Partner Community User', withoutRole: true },
    {
        firstName: null,
        lastName: 'Help Site Guest User',
        profile: 'Help Site Profile',
        withoutRole: true,
        neverLoggedIn: true
    },
    {
        firstName: 'Automated',
        lastName: 'Process',
        profile: 'Automated Process',
        withoutRole: true,
        neverLoggedIn: true
    }
];

const POOL_SIZE = 500;

interface NamePool {
    first: string[];
    last: string[];
    titles: string[];
    departments: string[];
}

/** Names from several languages, to be combined. Generating each of 100,000 users with faker would take seconds. */
export function namePool(seed: number): NamePool {
    const languages: [Faker, number][] = [
        [english, 0.55],
        [german, 0.12],
        [spanish, 0.12],
        [dutch, 0.1],
        [polish, 0.08],
        [arabic, 0.03]
    ];
    const names = (of: (faker: Faker) => string) =>
        languages.flatMap(([faker, share]) => {
            faker.seed(seed);
            return Array.from({ length: Math.ceil(POOL_SIZE * share) }, () => of(faker));
        });
    return {
        first: names((faker) => faker.person.firstName()),
        last: names((faker) => faker.person.lastName()),
        titles: [
            'Agent',
            'Senior Agent',
            'Supervisor',
            'Team Lead',
            'Account Executive',
            'Workforce Planner',
            'Quality Coach'
        ],
        departments: ['Service', 'Inside Sales', 'Collections', 'Field Sales', 'Customer Success', 'Operations']
    };
}
