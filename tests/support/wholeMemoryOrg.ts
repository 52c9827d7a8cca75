import {
    MAX_ROWS_PER_READ,
    OrgFault,
    type CallCenterAnswer,
    type CallCenterRow,
    type CenterProfileCount,
    type ExportField,
    type ExportPage,
    type CenterProfile,
    type CenterRecord,
    type ChecksOrg,
    type Choice,
    type HistoryOrg,
    type Id,
    type MemberCount,
    type Membership,
    type MembershipWrite,
    type MoveRequestsOrg,
    type Org,
    type AskedSource,
    type ProfileCount,
    type SelfTestOrg,
    type UserPage,
    type UserSearch,
    type LookupAnswer,
    type UserKey,
    type UserLookup,
    type WriteAnswer
} from 'c/orgPort';
import { canMatch, filtersByCenter, wordsOf } from 'c/userSearch';
import { MemoryChecks } from './memoryChecks.ts';
import { MemoryHistory } from './memoryHistory.ts';
import { MemoryOrg } from './memoryOrg.ts';
import { exported } from './memoryExports.ts';
import { MemoryRequests } from './memoryRequests.ts';
import { lookedUp } from './memoryLookup.ts';
import { userOf, type OrgFacts, type Person } from './orgFacts.ts';

/** A whole org in memory. `MemoryOrg` moves its people; this class also searches and counts them. */
export class WholeMemoryOrg implements Org, HistoryOrg, MoveRequestsOrg, SelfTestOrg, ChecksOrg {
    /** Requests so far, by method. */
    readonly requests: Record<keyof Org, number> = {
        callCenters: 0,
        visualforceCallCenters: 0,
        flowCallCenters: 0,
        saveCenterProfile: 0,
        saveCenters: 0,
        memberCounts: 0,
        profileCounts: 0,
        profiles: 0,
        roles: 0,
        users: 0,
        usersBy: 0,
        memberships: 0,
        exportedUsers: 0,
        centerProfileCounts: 0,
        write: 0,
        writeOne: 0
    };
    readonly history = new MemoryHistory('The admin', (ms) => this.#moving.tick(ms));
    readonly historyRuns: HistoryOrg['historyRuns'] = (search, after, first) =>
        this.history.historyRuns(search, after, first);
    readonly runsNamed: HistoryOrg['runsNamed'] = (runIds) => this.history.runsNamed(runIds);
    readonly runsInProgress: HistoryOrg['runsInProgress'] = (runIds) => this.history.runsInProgress(runIds);
    readonly startRun: HistoryOrg['startRun'] = (run) => this.history.startRun(run);
    readonly planParts: HistoryOrg['planParts'] = (runIds) => this.history.planParts(runIds);
    readonly changeRun: HistoryOrg['changeRun'] = (...change) => this.history.changeRun(...change);
    readonly historyRoutes: HistoryOrg['historyRoutes'] = (recordIds) => this.history.historyRoutes(recordIds);
    readonly historyMoves: HistoryOrg['historyMoves'] = (recordId, after) => this.history.historyMoves(recordId, after);
    readonly movesBefore: HistoryOrg['movesBefore'] = (before, after) => this.history.movesBefore(before, after);
    readonly pastMoves: HistoryOrg['pastMoves'] = (userIds) => this.history.pastMoves(userIds);
    readonly mayDeleteRuns: HistoryOrg['mayDeleteRuns'] = () => this.history.mayDeleteRuns();
    readonly deleteRuns: HistoryOrg['deleteRuns'] = (runs) => this.history.deleteRuns(runs);
    readonly saveRun: HistoryOrg['saveRun'] = (run) => this.history.saveRun(run);
    readonly saveMoves: HistoryOrg['saveMoves'] = (recordId, moves) => this.history.saveMoves(recordId, moves);
    readonly checks = new MemoryChecks(() => {
        this.mustShowMemberships();
        return this.current();
    });
    readonly checkRecords: ChecksOrg['checkRecords'] = () => this.checks.checkRecords();
    readonly countGroups: ChecksOrg['countGroups'] = (questions) => this.checks.countGroups(questions);
    readonly groupUsers: ChecksOrg['groupUsers'] = (...page) => this.checks.groupUsers(...page);
    readonly writeChecks: ChecksOrg['writeChecks'] = (writes) => this.checks.writeChecks(writes);
    readonly asked = new MemoryRequests();
    readonly saveRequest: MoveRequestsOrg['saveRequest'] = (request) => this.asked.saveRequest(request);
    readonly moveRequests: MoveRequestsOrg['moveRequests'] = (filter) => this.asked.moveRequests(filter);
    readonly requestPlan: MoveRequestsOrg['requestPlan'] = (recordId) => this.asked.requestPlan(recordId);
    readonly changeRequest: MoveRequestsOrg['changeRequest'] = (...change) => this.asked.changeRequest(...change);
    #facts: OrgFacts;
    #moving: MemoryOrg;

    /** Hides the call centers of users, as field-level security does, or shows them. */
    hideMemberships(isHidden: boolean): void {
        this.#moving.hidesMemberships = isHidden;
    }

    constructor(facts: OrgFacts) {
        this.#facts = facts;
        const kinds = new Map(facts.registry.map((row) => [row.id, row.kind]));
        this.#moving = new MemoryOrg(
            facts.people,
            facts.centers.map((center) => ({ ...center, kind: kinds.get(center.id) ?? 'unknown' }))
        );
    }

    /** Someone else moves a user. Doesn't count as a request. */
    move(userId: Id, to: Id | null, by = 'A colleague'): void {
        this.#moving.move(userId, to, by);
    }

    /** Who is where. Doesn't count as a request. */
    snapshot(): Map<Id, Id | null> {
        return this.#moving.snapshot();
    }

    async callCenters(): Promise<CallCenterAnswer> {
        this.requests.callCenters += 1;
        return { rows: this.#facts.registry, answered: ['registry'], silent: [] };
    }

    async visualforceCallCenters(): Promise<CallCenterAnswer> {
        this.requests.visualforceCallCenters += 1;
        return { rows: [], answered: [], silent: [{ source: 'visualforce', words: 'There is no page.' }] };
    }

    async flowCallCenters(): Promise<CallCenterAnswer> {
        this.requests.flowCallCenters += 1;
        return { rows: [], answered: [], silent: [{ source: 'flow', words: 'There is no flow.' }] };
    }

    async centersFrom(source: AskedSource): Promise<CallCenterRow[]> {
        if (source === 'registry') return this.#facts.registry;
        throw new OrgFault('invalid', `There is no ${source}.`);
    }

    /** Null unless a test says what the org rejects. */
    refusesMutation: string | null = null;

    async mutationRefusal(): Promise<string | null> {
        return this.refusesMutation;
    }

    async saveCenterProfile({ callCenterId, name, kind }: CenterProfile): Promise<string | null> {
        this.requests.saveCenterProfile += 1;
        const others = this.#facts.registry.filter((row) => row.id !== callCenterId);
        const known = this.#facts.registry.find((row) => row.id === callCenterId);
        const fresh = { internalName: null, vendor: null, note: null, readAt: null, recordId: null };
        const knownBy = kind === 'unknown' ? null : ('admin' as const);
        const row = { ...fresh, ...known, id: callCenterId, name, kind, knownBy, source: 'registry' as const };
        this.#facts = { ...this.#facts, registry: [...others, row] };
        return null;
    }

    async saveCenters(records: CenterRecord[]): Promise<string | null> {
        this.requests.saveCenters += 1;
        for (const { recordId, callCenterId, ...values } of records) {
            const others = this.#facts.registry.filter((row) => row.id !== callCenterId);
            const known = this.#facts.registry.find((row) => row.id === callCenterId);
            if (!recordId && known) continue;
            const changed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
            const empty = { name: null, internalName: null, kind: 'unknown', knownBy: null, vendor: null, note: null };
            const row = { ...empty, readAt: null, ...known, ...changed } as CallCenterRow;
            const saved = { ...row, id: callCenterId, recordId: recordId ?? callCenterId.replace('04v', 'a00') };
            this.#facts = { ...this.#facts, registry: [...others, { ...saved, source: 'registry' }] };
        }
        return null;
    }

    async memberCounts(): Promise<MemberCount[]> {
        this.requests.memberCounts += 1;
        this.mustShowMemberships();
        const counts = new Map<Id | null, number>();
        for (const center of this.snapshot().values()) counts.set(center, (counts.get(center) ?? 0) + 1);
        return [...counts].map(([callCenterId, members]) => ({ callCenterId, members }));
    }

    async profileCounts(callCenterId: Id): Promise<ProfileCount[]> {
        this.requests.profileCounts += 1;
        this.mustShowMemberships();
        const where = this.snapshot();
        const counts = new Map<string, ProfileCount>();
        for (const { id, profileId, isActive } of this.#facts.people) {
            if (where.get(id) !== callCenterId) continue;
            const key = `${profileId} ${isActive}`;
            const count = counts.get(key) ?? { profileId, isActive, members: 0 };
            counts.set(key, { ...count, members: count.members + 1 });
        }
        return [...counts.values()];
    }

    async profiles(): Promise<Choice[]> {
        this.requests.profiles += 1;
        return byName(this.#facts.profiles);
    }

    async roles(): Promise<Choice[]> {
        this.requests.roles += 1;
        return byName(this.#facts.roles);
    }

    async users(search: UserSearch, after: string | null, { first }: { first: number }): Promise<UserPage> {
        this.requests.users += 1;
        if (first < 1 || first > MAX_ROWS_PER_READ)
            throw new OrgFault('invalid', `first must be between 1 and ${MAX_ROWS_PER_READ}`);
        const hidesMemberships = this.#moving.hidesMemberships;
        if (filtersByCenter(search)) this.mustShowMemberships();
        const start = after === null ? 0 : Number(/^after (\d+)$/.exec(after)?.[1] ?? NaN);
        if (Number.isNaN(start)) throw new OrgFault('invalid', 'The cursor is not valid');
        const found = this.matching(search);
        const end = start + first;
        return {
            users: found
                .slice(start, end)
                .map(userOf)
                .map((user) => (hidesMemberships ? { ...user, callCenterId: null } : user)),
            hidesMemberships,
            total: found.length,
            endCursor: end < found.length ? `after ${end}` : null
        };
    }

    async usersBy(lookup: UserLookup, after: string | null): Promise<LookupAnswer> {
        this.requests.usersBy += 1;
        const answer = lookedUp(this.current(), lookup, after, this.hiddenKeys);
        if (answer.status === 'found' && answer.users.length > 0) this.mustShowMemberships();
        return answer;
    }

    /** Fields that field-level security hides, or that the org lacks. */
    hiddenFields: readonly ExportField[] = [];

    async exportedUsers(search: UserSearch, fields: readonly ExportField[], after: string | null): Promise<ExportPage> {
        this.requests.exportedUsers += 1;
        const { hidesMemberships } = this.#moving;
        if (filtersByCenter(search)) this.mustShowMemberships();
        const hidden = [...this.hiddenFields, ...(hidesMemberships ? (['call center'] as const) : [])];
        return exported(this.matching(search), fields, after, hidden);
    }

    async centerProfileCounts(): Promise<CenterProfileCount[]> {
        this.requests.centerProfileCounts += 1;
        this.mustShowMemberships();
        const counts = new Map<string, CenterProfileCount>();
        for (const { callCenterId, profileId, isActive } of this.current()) {
            if (callCenterId === null) continue;
            const key = `${callCenterId} ${profileId} ${isActive}`;
            const count = counts.get(key) ?? { callCenterId, profileId, isActive, members: 0 };
            counts.set(key, { ...count, members: count.members + 1 });
        }
        return [...counts.values()];
    }

    /** Keys whose fields field-level security hides. */
    hiddenKeys: readonly UserKey[] = [];

    memberships(userIds: Id[]): Promise<Membership[]> {
        this.requests.memberships += 1;
        return this.#moving.memberships(userIds);
    }

    async write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
        this.requests.write += 1;
        const refusals = writes.map((write) => this.refusal(write));
        const answers = await this.#moving.write(writes.filter((_, place) => !refusals[place]));
        return refusals.map((refusal) => refusal ?? (answers.shift() as WriteAnswer));
    }

    async writeOne(
        write: MembershipWrite,
        unmodifiedSince: string
    ): Promise<WriteAnswer | { userId: Id; changed: true }> {
        this.requests.writeOne += 1;
        return this.refusal(write) ?? this.#moving.writeOne(write, unmodifiedSince);
    }

    private mustShowMemberships(): void {
        if (this.#moving.hidesMemberships) throw new OrgFault('hidden', '');
    }

    /** Only a user of the Standard type can be in a call center, as in the embedded org. */
    private refusal({ userId, to }: MembershipWrite): WriteAnswer | null {
        const person = this.#facts.people.find(({ id }) => id === userId);
        if (to === null || !person || person.userType === 'Standard') return null;
        const words = `a user of type ${person.userType} cannot be assigned to a call center`;
        return { userId, written: false, words, code: 'FIELD_INTEGRITY_EXCEPTION' };
    }

    private matching(search: UserSearch): Person[] {
        return this.current()
            .filter((person) => matches(person, search))
            .sort(inOrder(search));
    }

    /** Everyone, with their current membership. */
    private current(): Person[] {
        const { people } = this.#facts;
        const current = this.#moving.current(people.map(({ id }) => id));
        const now = new Map(current.map((membership) => [membership.userId, membership]));
        return people.map((person) => {
            const { callCenterId, lastModified } = now.get(person.id) ?? person;
            return { ...person, callCenterId, lastModified };
        });
    }
}

function matches(person: Person, search: UserSearch): boolean {
    const { memberOf, profileIds, roleIds, isActive } = search;
    return (
        canMatch(search) &&
        wordsOf(search.text).every((word) =>
            [person.name, person.username, person.email, person.alias].some((field) =>
                folded(field).includes(folded(word))
            )
        ) &&
        belongs(person.callCenterId, search) &&
        (memberOf === null || person.callCenterId === memberOf) &&
        (profileIds.length === 0 || profileIds.includes(person.profileId)) &&
        (roleIds.length === 0 || roleIds.includes(person.roleId!)) &&
        (isActive === null || person.isActive === isActive)
    );
}

function belongs(center: Id | null, { membership, target }: UserSearch): boolean {
    switch (membership) {
        case 'everyone':
            return true;
        case 'here':
            return center === target;
        case 'elsewhere':
            return center !== null && center !== target;
        case 'none':
            return center === null;
    }
}

/** Nulls last in both directions. Equal users are sorted by ID, so that pages neither repeat nor miss anyone. */
function inOrder({ sort: { field, descending } }: UserSearch): (one: Person, other: Person) => number {
    return (one, other) => {
        const [a, b] = [one[field], other[field]];
        if (a === null || b === null) return Number(a === null) - Number(b === null) || compare(one.id, other.id);
        const order = compare(folded(a), folded(b));
        return (descending ? -order : order) || compare(one.id, other.id);
    };
}

function byName(choices: Choice[]): Choice[] {
    return [...choices].sort((one, other) => compare(folded(one.name), folded(other.name)));
}

function folded(text: string): string {
    return text.normalize('NFC').toUpperCase();
}

function compare(one: string, other: string): number {
    return one < other ? -1 : Number(one > other);
}
