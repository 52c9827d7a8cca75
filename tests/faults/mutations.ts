import { OrgFault, type Membership, type MembershipWrite } from 'c/orgPort';
import type { MovingOrg } from '../support/memoryOrg.ts';
import type { Mutation } from './drive.ts';

/** An org that answers one kind of request differently. */
function orgWith(org: MovingOrg, part: Partial<MovingOrg>): MovingOrg {
    return {
        memberships: (userIds) => org.memberships(userIds),
        write: (writes) => org.write(writes),
        writeOne: (write, unmodifiedSince) => org.writeOne(write, unmodifiedSince),
        ...part
    };
}

function sentWithoutAnswer(thrown: unknown): boolean {
    return thrown instanceof OrgFault && thrown.sent;
}

/** Every rule of a run, broken one at a time. Properties that still pass prove nothing. */
export const BROKEN_RULES: Record<string, Mutation> = {
    'users are not read again before the write': {
        // The first time users are read, the answer comes from the plan instead of the org.
        org(org, plan) {
            const planned = new Map(plan.users.map((user) => [user.userId, user]));
            const asked = new Set<string>();
            return orgWith(org, {
                async memberships(userIds) {
                    const again = userIds.filter((userId) => asked.has(userId));
                    for (const userId of userIds) asked.add(userId);
                    const read = again.length === 0 ? [] : await org.memberships(again);
                    const byId = new Map(read.map((membership) => [membership.userId, membership]));
                    return userIds.flatMap((userId): Membership[] => {
                        const user = planned.get(userId);
                        const fresh = byId.get(userId);
                        if (fresh !== undefined) return [{ ...fresh, lastModified: '' }];
                        if (user === undefined || again.includes(userId)) return [];
                        const { name, from } = user;
                        const unread = { isActive: true, userType: 'Standard', lastModified: '', lastModifiedBy: null };
                        return [{ userId, name, callCenterId: from, ...unread }];
                    });
                }
            });
        }
    },
    "an alias's error is ignored": {
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    const answers = await org.write(writes);
                    return answers.map(({ userId }) => ({ userId, written: true }));
                }
            })
    },
    'a lost answer is taken as refused, without a reading': {
        // Users with a lost answer look the same as before to every later reading.
        org(org) {
            const before = new Map<string, Membership>();
            const lost = new Set<string>();
            return orgWith(org, {
                async memberships(userIds) {
                    const read = await org.memberships(userIds);
                    const shown = read.map((now) => (lost.has(now.userId) ? (before.get(now.userId) ?? now) : now));
                    for (const membership of shown) before.set(membership.userId, membership);
                    return shown;
                },
                async write(writes) {
                    try {
                        return await org.write(writes);
                    } catch (thrown) {
                        if (!sentWithoutAnswer(thrown)) throw thrown;
                        for (const { userId } of writes) lost.add(userId);
                        return writes.map(({ userId }) => ({ userId, written: false, words: 'Lost', code: 'LOST' }));
                    }
                }
            });
        }
    },
    'a lost answer counts as never sent': {
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    try {
                        return await org.write(writes);
                    } catch (thrown) {
                        if (!(thrown instanceof OrgFault)) throw thrown;
                        throw new OrgFault(thrown.kind, thrown.words, { sent: false, retryAfter: thrown.retryAfter });
                    }
                }
            })
    },
    'an unread user is taken as moved': {
        org(org, plan) {
            const targets = new Map(plan.users.map((user) => [user.userId, user.to]));
            const written = new Set<string>();
            return orgWith(org, {
                async memberships(userIds) {
                    const read = await org.memberships(userIds);
                    return read.map((now) =>
                        written.has(now.userId) ? { ...now, callCenterId: targets.get(now.userId) ?? null } : now
                    );
                },
                write(writes) {
                    for (const { userId } of writes) written.add(userId);
                    return org.write(writes);
                }
            });
        }
    },
    'a lost answer counts as written': {
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    try {
                        return await org.write(writes);
                    } catch (thrown) {
                        if (!sentWithoutAnswer(thrown)) throw thrown;
                        return writes.map(({ userId }) => ({ userId, written: true }));
                    }
                }
            })
    },
    'a batch is retried blindly': {
        org: (org) => {
            const insist = async (writes: MembershipWrite[], tries: number): ReturnType<MovingOrg['write']> => {
                try {
                    return await org.write(writes);
                } catch (thrown) {
                    if (!sentWithoutAnswer(thrown) || tries === 0) throw thrown;
                    return insist(writes, tries - 1);
                }
            };
            return orgWith(org, { write: (writes) => insist(writes, 3) });
        }
    },
    'a modification after a lost answer is ignored': {
        org: (org) =>
            orgWith(org, {
                async memberships(userIds) {
                    const read = await org.memberships(userIds);
                    return read.map((membership) => ({ ...membership, lastModified: '2026-11-02T08:00:00.000Z' }));
                }
            })
    },
    'one click writes even if the user was modified since': {
        click: (org) => orgWith(org, { writeOne: (write) => org.writeOne(write, '9999-12-31T00:00:00.000Z') })
    },
    'one click reports a lost answer as refused': {
        click: (org) =>
            orgWith(org, {
                async writeOne(write, unmodifiedSince) {
                    try {
                        return await org.writeOne(write, unmodifiedSince);
                    } catch (thrown) {
                        if (!sentWithoutAnswer(thrown)) throw thrown;
                        return { userId: write.userId, written: false, words: 'No answer', code: 'LOST' };
                    }
                }
            })
    },
    'the journal does not record what is in flight': {
        journal: (journal) => ({
            get available() {
                return journal.available;
            },
            begin: (run) => journal.begin(run),
            intend: () => {},
            settle: (runId, settled) => journal.settle(runId, settled),
            end: (runId, at) => journal.end(runId, at)
        })
    },
    'an undo moves users who were moved since': {
        undo: (plan) => ({
            ...plan,
            users: plan.users.map((user) => (user.verdict === 'kept' ? { ...user, verdict: 'move' as const } : user))
        })
    }
};
