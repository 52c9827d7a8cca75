import {
    MAX_EXCEPTIONS,
    MAX_GROUPS_PER_READ,
    MAX_ROWS_PER_READ,
    OrgFault,
    type CheckRecord,
    type CheckRecords,
    type CheckWrite,
    type ChecksOrg,
    type Conditions,
    type GroupCount,
    type GroupQuestion,
    type Id,
    type RuleRecord,
    type UserGroup,
    type UserPage
} from 'c/orgPort';
import { userOf, type Person } from './orgFacts.ts';

const NO_RULE: Omit<RuleRecord, 'recordId'> = {
    name: '',
    order: null,
    isActive: true,
    profiles: '',
    roles: '',
    titles: '',
    departments: '',
    target: null,
    targetName: null
};
const NO_CHECK: Omit<CheckRecord, 'recordId'> = {
    check: '',
    userId: null,
    userName: null,
    isMuted: false,
    days: null,
    profiles: ''
};

/** The checks of an org in memory: its groups of users, and the records of rules and checks. */
export class MemoryChecks implements ChecksOrg {
    /** What the org answers to a write, unless it takes it. */
    refuses: string | null = null;
    /** Why the org has no records of rules and checks. */
    unavailable: OrgFault | null = null;
    /** Requests so far. */
    requests = 0;
    rules: RuleRecord[] = [];
    checks: CheckRecord[] = [];
    #people: () => Person[];
    #made = 0;

    constructor(people: () => Person[]) {
        this.#people = people;
    }

    async checkRecords(): Promise<CheckRecords> {
        this.requests += 1;
        if (this.unavailable) throw this.unavailable;
        return { rules: [...this.rules], checks: [...this.checks] };
    }

    async countGroups(questions: GroupQuestion[]): Promise<GroupCount[][]> {
        this.requests += 1;
        if (questions.length > MAX_GROUPS_PER_READ) throw new OrgFault('invalid', 'Too many subqueries');
        return questions.map(({ group, by }) => {
            const counts = new Map<Id | null, number>();
            for (const person of this.found(group)) {
                const key = by === 'center' ? person.callCenterId : person.profileId;
                counts.set(key, (counts.get(key) ?? 0) + 1);
            }
            return [...counts].map(([key, users]) => ({ key, users }));
        });
    }

    async groupUsers(
        group: UserGroup,
        after: string | null,
        { first, newestFirst }: { first: number; newestFirst: boolean }
    ): Promise<UserPage> {
        this.requests += 1;
        if (first < 1 || first > MAX_ROWS_PER_READ) throw new OrgFault('invalid', 'first is out of range');
        const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));
        const found = this.found(group).sort((one, other) =>
            newestFirst
                ? order(other.created, one.created)
                : order(one.name.normalize('NFC').toUpperCase(), other.name.normalize('NFC').toUpperCase())
        );
        const start = Number(after ?? 0);
        const end = start + first;
        return {
            users: found.slice(start, end).map(userOf),
            total: found.length,
            endCursor: end < found.length ? String(end) : null,
            hidesMemberships: false
        };
    }

    async writeChecks(writes: CheckWrite[]): Promise<string | null> {
        this.requests += 1;
        if (this.refuses !== null) return this.refuses;
        for (const write of writes) {
            const recordId = write.recordId ?? `a0${(this.#made += 1)}`;
            if (write.what === 'delete rule') {
                this.rules = this.rules.filter((rule) => rule.recordId !== recordId);
            } else if (write.what === 'rule') {
                this.rules = written<RuleRecord>(this.rules, { ...NO_RULE, recordId }, write.fields);
            } else {
                this.checks = written<CheckRecord>(this.checks, { ...NO_CHECK, recordId }, write.fields);
            }
        }
        return null;
    }

    private found(group: UserGroup): Person[] {
        const { except = [], fits, fitsNone = [] } = group;
        const asked = [...(fits ? [fits] : []), ...fitsNone];
        if (except.length > MAX_EXCEPTIONS || asked.some((each) => !Object.values(each).flat().length))
            throw new OrgFault('invalid', '', { sent: false });
        return this.#people().filter((person) => isInGroup(person, group));
    }
}

function written<Row extends { recordId: Id }>(rows: Row[], empty: Row, fields: Partial<Row>): Row[] {
    const known = rows.some(({ recordId }) => recordId === empty.recordId);
    const all = known ? rows : [...rows, empty];
    return all.map((row) => (row.recordId === empty.recordId ? { ...row, ...fields } : row));
}

/** Whether a person fits conditions: the oracle that filters of an org are compared with. */
export function fits({ profileId, roleId, title, department }: Person, conditions: Conditions): boolean {
    const has = (values: string[], value: string | null) =>
        !values.length || values.some((one) => one.toUpperCase() === value?.toUpperCase());
    return (
        has(conditions.profileIds, profileId) &&
        has(conditions.roleIds, roleId) &&
        has(conditions.titles, title) &&
        has(conditions.departments, department)
    );
}

export function isInGroup(person: Person, group: UserGroup): boolean {
    const { isActive, type, center, quietSince, profileIds, fits: conditions, fitsNone = [], except = [] } = group;
    const { callCenterId } = person;
    if (isActive !== undefined && person.isActive !== isActive) return false;
    if (type !== undefined && (person.userType === 'Standard') !== (type === 'standard')) return false;
    if (center === 'some' && callCenterId === null) return false;
    if (center === 'none' && callCenterId !== null) return false;
    if (typeof center === 'object' && callCenterId === center.not) return false;
    if (quietSince !== undefined && Date.parse(person.lastLogin ?? person.created) >= Date.parse(quietSince))
        return false;
    if (profileIds && !profileIds.includes(person.profileId)) return false;
    if (conditions && !fits(person, conditions)) return false;
    return !fitsNone.some((each) => fits(person, each)) && !except.includes(person.id);
}
