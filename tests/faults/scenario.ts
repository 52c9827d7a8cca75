import fc from 'fast-check';
import type { Aside, Play, PlayedFault, Turn } from '../support/faultPlayer.ts';
import type { Id, Kind } from 'c/orgPort';
import { toId18 } from 'c/orgPort';
import type { MemoryCenter, MemoryUser } from '../support/memoryOrg.ts';
import type { UserTarget } from 'c/movePlan';

/** A test of moving as plain data, so that a failure prints everything needed to reproduce it. */
export interface Scenario {
    users: { center: number; active: boolean; standard: boolean; grudge: Grudge; target: number | null }[];
    turns: Play[];
    /** What the admin does whenever the run pauses. */
    onPause: 'resume' | 'stop';
    /** What the admin does with an interrupted run. */
    onCrash: 'resume' | 'abandon';
    /** What colleagues do between a run and its undo. */
    between: { user: number; to: number }[];
    /** Characters that fit in the browser's storage. Absent: everything fits. */
    capacity?: number;
}

export type Grudge = 'none' | 'refused' | 'locked twice' | 'locked for good' | 'poisonous' | 'redirected';

const id = (prefix: string, number: number): Id => toId18(prefix + String(number).padStart(12, '0')) as Id;
export const userId = (number: number): Id => id('005', number);

/** Where a user can be: in no center, in one of three ordinary centers, or in a Voice center. */
export const CENTERS: MemoryCenter[] = [
    { id: id('04v', 1), name: 'One', kind: 'open-cti' },
    { id: id('04v', 2), name: 'Two', kind: 'open-cti' },
    { id: id('04v', 3), name: 'Three', kind: 'unknown' },
    { id: id('04v', 4), name: 'Voice', kind: 'voice-amazon' }
];
export const place = (number: number): Id | null => [null, ...CENTERS.map((center) => center.id)][number];
export const kindOf = (center: Id): Kind | null => CENTERS.find((known) => known.id === center)?.kind ?? null;

export function usersOf(scenario: Scenario): MemoryUser[] {
    return scenario.users.map((user, number) => ({
        id: userId(number),
        name: `User ${number}`,
        callCenterId: place(user.center),
        isActive: user.active,
        userType: user.standard ? 'Standard' : 'PowerPartner'
    }));
}

/** What the plan is made from. It leaves out some users, and lists one unknown user and one with two centers. */
export function targetsOf(scenario: Scenario): UserTarget[] {
    const targets = scenario.users.flatMap(({ target }, number) =>
        target === null ? [] : [{ userId: userId(number), to: place(target) }]
    );
    const twice =
        targets.length > 5 ? [{ userId: targets[5].userId, to: targets[5].to === null ? place(1) : null }] : [];
    return [...targets, ...twice, { userId: userId(999_999), to: place(1) }];
}

const passing: PlayedFault[] = ['offline', 'busy', 'unreadable', 'invalid', 'expired'];
const stopping: PlayedFault[] = ['forbidden', 'limit'];
const kind = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...passing) },
    { weight: 1, arbitrary: fc.constantFrom(...stopping) }
);
const anyUser = fc.oneof(fc.nat(9), fc.nat(499));
const anyPlace = fc.nat(3);

const aside: fc.Arbitrary<Aside> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('colleague moves' as const), user: anyUser, to: anyPlace }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('colleague touches' as const), user: anyUser }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('vanishes' as const), user: anyUser }) },
    { weight: 2, arbitrary: fc.constant({ do: 'pause' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'stop' as const }) }
);

const crash: fc.Arbitrary<Turn> = fc.record({ do: fc.constant('crash' as const), done: fc.boolean() });
const fault: fc.Arbitrary<Turn> = fc.record({
    do: fc.constant('fault' as const),
    kind,
    sent: fc.boolean(),
    retryAfter: fc.constantFrom(null, 5_000)
});
const pass: fc.Arbitrary<Turn> = fc.constant({ do: 'pass' });
const lost: fc.Arbitrary<Turn> = fc.record({ do: fc.constant('lost' as const), kind });
/** A request that was rejected as invalid is never done, so it can't come late. */
const late: fc.Arbitrary<Turn> = fc.record({
    do: fc.constant('late' as const),
    kind: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom<PlayedFault[]>('offline', 'busy', 'unreadable', 'expired') },
        { weight: 1, arbitrary: fc.constant<PlayedFault>('limit') }
    ),
    after: fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.constant(null) })
});
const garble: fc.Arbitrary<Turn> = fc.constant({ do: 'garble' });
const withoutField: fc.Arbitrary<Turn> = fc.constant({ do: 'without field' });
const nulled: fc.Arbitrary<Turn> = fc.record({ do: fc.constant('nulled' as const), user: fc.nat(199) });
const anyTurn = fc.oneof(
    { weight: 6, arbitrary: pass },
    { weight: 3, arbitrary: fault },
    { weight: 3, arbitrary: lost },
    { weight: 4, arbitrary: late },
    { weight: 1, arbitrary: garble },
    { weight: 1, arbitrary: withoutField },
    { weight: 1, arbitrary: nulled },
    { weight: 2, arbitrary: crash }
);

const grudge: fc.Arbitrary<Grudge> = fc.oneof(
    { weight: 30, arbitrary: fc.constant('none' as const) },
    { weight: 3, arbitrary: fc.constant('refused' as const) },
    { weight: 2, arbitrary: fc.constant('locked twice' as const) },
    { weight: 1, arbitrary: fc.constant('locked for good' as const) },
    { weight: 1, arbitrary: fc.constant('poisonous' as const) },
    { weight: 1, arbitrary: fc.constant('redirected' as const) }
);

const userWith = (grudge: fc.Arbitrary<Grudge>): fc.Arbitrary<Scenario['users'][number]> =>
    fc.record({
        center: fc.oneof({ weight: 12, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(4) }),
        active: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
        standard: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
        grudge,
        target: fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.constant(null) })
    });
const user = userWith(grudge);

/** Users from which several batches are in flight at once. */
const MANY = 300;

const users = fc.oneof(
    { weight: 6, arbitrary: fc.array(user, { minLength: 1, maxLength: 12, size: 'max' }) },
    { weight: 3, arbitrary: fc.array(user, { minLength: 51, maxLength: 130, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(user, { minLength: MANY, maxLength: 500, size: 'max' }) }
);

/** Turns of the event loop. A few are enough for the requests of other lanes to overtake. */
const slow = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) });

function turns(turn: fc.Arbitrary<Turn>, asides: fc.Arbitrary<Aside[]>): fc.Arbitrary<Scenario['turns']> {
    return fc.array(fc.record({ asides, turn, slow }), { maxLength: 24, size: 'max' });
}

const rest = {
    onPause: fc.constantFrom('resume' as const, 'stop' as const),
    onCrash: fc.constantFrom('resume' as const, 'resume' as const, 'abandon' as const),
    between: fc.array(fc.record({ user: anyUser, to: anyPlace }), { maxLength: 6 })
};

const general: fc.Arbitrary<Scenario> = fc.record({
    users,
    turns: turns(anyTurn, fc.oneof(fc.constant<Aside[]>([]), fc.array(aside, { maxLength: 3 }))),
    ...rest
});

/** Few users, lost answers and a busy colleague, because it is hard to tell who changed a user in between. */
const crowded: fc.Arbitrary<Scenario> = fc.record({
    users: fc.array(user, { minLength: 1, maxLength: 4 }),
    turns: turns(fc.oneof(pass, lost, { weight: 3, arbitrary: late }, fault), fc.array(aside, { maxLength: 2 })),
    ...rest
});

const plain = fc.constant({ center: 1, active: true, standard: true, grudge: 'none' as const, target: 2 });

/**
 * So many users that several batches are in flight at once, in an org that mostly works. Most of them move: users who are
 * only checked come last, and then no two writes are in flight.
 */
const many = fc.array(
    fc.oneof(
        { weight: 8, arbitrary: plain },
        {
            weight: 1,
            arbitrary: userWith(fc.oneof({ weight: 20, arbitrary: fc.constant('none' as const) }, grudge))
        }
    ),
    { minLength: MANY, maxLength: 900, size: 'max' }
);
export const wide: fc.Arbitrary<Scenario> = fc.record({
    users: many,
    turns: turns(
        fc.oneof({ weight: 8, arbitrary: pass }, anyTurn),
        fc.oneof({ weight: 3, arbitrary: fc.constant<Aside[]>([]) }, fc.array(aside, { maxLength: 2 }))
    ),
    ...rest
});

/**
 * A scenario that follows Salesforce's rules: few users, and no portal users in a call center.
 * @param manyAtMost users that are left of a scenario with so many that batches run at once
 */
export function fewer<Any extends Scenario>(scenario: Any, most: number, manyAtMost = most): Any {
    const users = scenario.users
        .slice(0, scenario.users.length < MANY ? most : manyAtMost)
        .map((user) => (user.standard ? user : { ...user, center: 0, grudge: 'none' as const }));
    return { ...scenario, users };
}

/** Any scenario. */
export const anything: fc.Arbitrary<Scenario> = fc.oneof(
    { weight: 8, arbitrary: general },
    { weight: 4, arbitrary: crowded },
    { weight: 1, arbitrary: wide }
);

const refusals = (some: fc.Arbitrary<Scenario['users']>) =>
    some.map((all) =>
        all.map((one) => ({ ...one, grudge: one.grudge === 'refused' ? one.grudge : ('none' as const) }))
    );
const crashing = (users: fc.Arbitrary<Scenario['users']>, passing: number): fc.Arbitrary<Scenario> =>
    fc.record({
        users: refusals(users),
        turns: turns(fc.oneof({ weight: passing, arbitrary: pass }, crash), fc.constant<Aside[]>([])),
        ...rest,
        onPause: fc.constant('resume' as const),
        onCrash: fc.constant('resume' as const)
    });

/** Several batches are in flight when the computer crashes. */
export const crashesOfMany: fc.Arbitrary<Scenario> = crashing(many, 4);

/** No one else changes anything and nothing fails, except that the computer sometimes crashes. */
export const onlyCrashes: fc.Arbitrary<Scenario> = fc.oneof(
    { weight: 4, arbitrary: crashing(users, 1) },
    { weight: 1, arbitrary: crashesOfMany }
);

/** Nothing fails but answers, whose writes commit at once, late, or after the run, while the admin may stop it. */
export const onlyLate: fc.Arbitrary<Scenario> = fc.record({
    users: fc.oneof(
        { weight: 9, arbitrary: fc.array(plain, { minLength: 1, maxLength: 130, size: 'max' }) },
        { weight: 1, arbitrary: fc.array(plain, { minLength: MANY, maxLength: 900, size: 'max' }) }
    ),
    turns: turns(
        fc.oneof(pass, late),
        fc.oneof(
            { weight: 8, arbitrary: fc.constant<Aside[]>([]) },
            { weight: 1, arbitrary: fc.constant<Aside[]>([{ do: 'stop' }]) }
        )
    ),
    ...rest
});

/** The computer crashes, answers are lost, and the browser's storage may be too small for the run's progress. */
export const fullStorage: fc.Arbitrary<Scenario> = fc.record({
    users: fc.array(
        user.map((one) => ({ ...one, grudge: 'none' as const })),
        { minLength: 1, maxLength: 60 }
    ),
    turns: turns(fc.oneof(pass, lost, crash), fc.constant<Aside[]>([])),
    ...rest,
    capacity: fc.integer({ min: 500, max: 30_000 })
});

const onePerson: fc.Arbitrary<Aside> = fc.oneof(
    {
        weight: 4,
        arbitrary: fc.record({ do: fc.constant('colleague moves' as const), user: fc.constant(0), to: anyPlace })
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('colleague touches' as const), user: fc.nat(1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('vanishes' as const), user: fc.constant(0) }) }
);

/** One click moves the first user to `to`, while requests fail and a colleague makes changes. */
export const oneClick: fc.Arbitrary<Scenario & { to: number }> = fc.record({
    // With so few users, one whom a flow puts elsewhere would be too rare.
    users: fc.array(
        userWith(
            fc.oneof({ weight: 5, arbitrary: grudge }, { weight: 1, arbitrary: fc.constant('redirected' as const) })
        ),
        { minLength: 1, maxLength: 2 }
    ),
    turns: fc.array(
        fc.record({
            // Mostly nothing, because a commit that comes late is refused when someone changed the user since.
            asides: fc.oneof(
                { weight: 3, arbitrary: fc.constant<Aside[]>([]) },
                { weight: 1, arbitrary: fc.array(onePerson, { minLength: 1, maxLength: 2 }) }
            ),
            turn: fc.oneof(
                { weight: 3, arbitrary: pass },
                { weight: 2, arbitrary: fault },
                lost,
                { weight: 3, arbitrary: late },
                garble,
                withoutField
            )
        }),
        { maxLength: 12, size: 'max' }
    ),
    ...rest,
    to: anyPlace
});
