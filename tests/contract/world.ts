import assert from 'node:assert/strict';
import { toId18, type ChecksOrg, type Id, type Membership, type Org, type User, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import type { OrgFacts, Person } from '../support/orgFacts.ts';
import { ids, readAll } from './checks.ts';

/** An org, the facts about it, and another admin who works in it at the same time. */
export interface ContractOrg {
    org: Org & ChecksOrg;
    facts: OrgFacts;
    /** Someone else moves a user. */
    move(userId: Id, to: Id | null): void;
    close(): Promise<void>;
}

/** Well-formed IDs of records that don't exist. */
export const MISSING_USER = toId18('005000000000ZZZ')!;
export const MISSING_CENTER = toId18('04v000000000ZZZ')!;

/** The org that a suite tests, with shortcuts for questions to it. It exists once the suite has begun. */
export class World {
    private made: ContractOrg | null = null;

    begin(made: ContractOrg): void {
        this.made = made;
    }

    async end(): Promise<void> {
        await this.made?.close();
    }

    get org(): Org & ChecksOrg {
        return this.there.org;
    }

    get facts(): OrgFacts {
        return this.there.facts;
    }

    move(userId: Id, to: Id | null): void {
        this.there.move(userId, to);
    }

    person(whose: string): Person {
        const found = this.facts.people.find((each) => each.name === whose);
        assert.ok(found, `the seed includes ${whose}`);
        return found;
    }

    center(called: string): Id {
        const found = this.facts.centers.find((each) => each.name === called);
        assert.ok(found, `the seed includes ${called}`);
        return found.id;
    }

    async membership(userId: Id): Promise<Membership> {
        const [found] = await this.org.memberships([userId]);
        assert.ok(found);
        return found;
    }

    async find(change: Partial<UserSearch>): Promise<User[]> {
        return (await readAll(this.org, { ...EVERYONE, ...change }, 2000)).users;
    }

    async names(change: Partial<UserSearch>): Promise<string[]> {
        return (await this.find(change)).map((user) => user.name);
    }

    who(belongs: (person: Person) => boolean): Id[] {
        return ids(this.facts.people.filter(belongs));
    }

    private get there(): ContractOrg {
        assert.ok(this.made, 'the suite has begun');
        return this.made;
    }
}
