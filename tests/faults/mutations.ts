import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault, type Membership, type MembershipWrite } from 'c/orgPort';
import { documentFault, readFault } from '../../force-app/main/default/lwc/graphqlOrg/faults.ts';
import { Controls } from '../../force-app/main/default/lwc/moveRun/controls.ts';
import { Faults } from '../../force-app/main/default/lwc/moveRun/faults.ts';
import { Lanes } from '../../force-app/main/default/lwc/moveRun/lanes.ts';
import { Ledger } from '../../force-app/main/default/lwc/moveRun/ledger.ts';
import { Pace } from '../../force-app/main/default/lwc/moveRun/pace.ts';
import type { PlannedUser } from 'c/movePlan';
import type { MovingOrg } from '../support/memoryOrg.ts';
import type { Mutation } from './drive.ts';
import type { Scenarios, Sentence } from './properties.ts';
import { crashesOfMany } from './scenario.ts';

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

/** A transport that is understood differently. */
function transportWith(transport: GraphqlTransport, part: Partial<GraphqlTransport>): GraphqlTransport {
    return {
        query: (document, variables) => transport.query(document, variables),
        mutate: (document, variables) => transport.mutate(document, variables),
        updateRecord: (userId, fields, unmodifiedSince) => transport.updateRecord(userId, fields, unmodifiedSince),
        ...part
    };
}

/** The fault, taken as one of a request that certainly did nothing. */
function neverSent({ kind, words, retryAfter }: OrgFault): OrgFault {
    return new OrgFault(kind, words, { sent: false, retryAfter });
}

/** Replaces a method of a part of the run. @returns what puts it back */
function replaced<Part extends object, Name extends keyof Part>(
    part: { prototype: Part },
    name: Name,
    make: (original: Part[Name]) => Part[Name]
): () => void {
    const original = part.prototype[name];
    part.prototype[name] = make(original);
    return () => {
        part.prototype[name] = original;
    };
}

interface Answered {
    uiapi?: Record<string, { Record: { Id: string; CallCenterId?: { value: unknown } } } | null>;
}

const CLICK = 'one click overwrites no one and reports what happened';
const EVERYONE = 'every user ends in one outcome that agrees with the org, and no one else is changed';
const UNDO = 'an undo moves everyone back, except users who were moved since';
const CRASHES = 'a run that crashes anywhere and resumes ends like one without a crash';
const LATE = 'no report denies a commit that comes late, and an undo takes back every one';
const LANES = 'batches run at once only while answers are clean, and each is written right after its own reading';
const STORAGE = 'a run whose progress does not fit in storage is never resumed with a wrong result';

/** A broken rule, and the property that notices it. Mutations of the transport run in the embedded org. */
/** Turns of the event loop. Runs of all scenarios take fewer. */
const MOST_TURNS = 5_000;

export interface BrokenRule extends Mutation {
    noticedBy: Sentence;
    /** Scenarios in which the broken rule matters; otherwise those of the property. */
    scenarios?: Partial<Scenarios>;
}

/** Every rule of a run, broken one at a time. Properties that still pass prove nothing. */
export const BROKEN_RULES: Record<string, BrokenRule> = {
    'users are not read again before the write': {
        noticedBy: EVERYONE,
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
        noticedBy: EVERYONE,
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    const answers = await org.write(writes);
                    return answers.map(({ userId }) => ({ userId, written: true }));
                }
            })
    },
    'a lost answer is taken as refused, without a reading': {
        noticedBy: EVERYONE,
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
        noticedBy: EVERYONE,
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    try {
                        return await org.write(writes);
                    } catch (thrown) {
                        if (!(thrown instanceof OrgFault)) throw thrown;
                        throw neverSent(thrown);
                    }
                }
            })
    },
    'a written user is taken as moved, whatever a reading shows': {
        noticedBy: EVERYONE,
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
        noticedBy: EVERYONE,
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
        noticedBy: EVERYONE,
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
        noticedBy: EVERYONE,
        org: (org) =>
            orgWith(org, {
                async memberships(userIds) {
                    const read = await org.memberships(userIds);
                    return read.map((membership) => ({ ...membership, lastModified: '2026-11-02T08:00:00.000Z' }));
                }
            })
    },
    'one click writes even if the user was modified since': {
        noticedBy: CLICK,
        click: (org) => orgWith(org, { writeOne: (write) => org.writeOne(write, '9999-12-31T00:00:00.000Z') })
    },
    'one click reports a lost answer as refused': {
        noticedBy: CLICK,
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
    'one click takes a center that the org set otherwise as the one that was written': {
        noticedBy: CLICK,
        click: (org) =>
            orgWith(org, {
                async writeOne(write, unmodifiedSince) {
                    const answer = await org.writeOne(write, unmodifiedSince);
                    const isOtherwise = 'written' in answer && !answer.written && answer.code === 'SET_OTHERWISE';
                    return isOtherwise ? { userId: write.userId, written: true } : answer;
                }
            })
    },
    'one click takes an answer without the call center as a refusal': {
        noticedBy: CLICK,
        click: (org) =>
            orgWith(org, {
                async writeOne(write, unmodifiedSince) {
                    const answer = await org.writeOne(write, unmodifiedSince);
                    if (!('written' in answer) || answer.written || answer.words !== '') return answer;
                    return { ...answer, words: 'Not written', code: 'UNPROVEN' };
                }
            })
    },
    'the journal does not record what is in flight': {
        noticedBy: EVERYONE,
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
        noticedBy: UNDO,
        undo: (plan) => ({
            ...plan,
            users: plan.users.map((user) => (user.verdict === 'kept' ? { ...user, verdict: 'move' as const } : user))
        })
    },
    'a user who can no longer be read is taken as moved': {
        noticedBy: EVERYONE,
        org(org, plan) {
            const planned = new Map(plan.users.map((user) => [user.userId, user]));
            return orgWith(org, {
                async memberships(userIds) {
                    const read = await org.memberships(userIds);
                    const seen = new Set(read.map(({ userId }) => userId));
                    const unread = userIds.filter((userId) => !seen.has(userId) && planned.has(userId));
                    return [
                        ...read,
                        ...unread.map((userId): Membership => {
                            const { name, to } = planned.get(userId) as PlannedUser;
                            const rest = {
                                isActive: true,
                                userType: 'Standard',
                                lastModified: '',
                                lastModifiedBy: null
                            };
                            return { userId, name, callCenterId: to, ...rest };
                        })
                    ];
                }
            });
        }
    },
    'a center that the org set otherwise is taken as the one that was written': {
        noticedBy: EVERYONE,
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    const answers = await org.write(writes);
                    return answers.map((answer) =>
                        !answer.written && answer.code === 'SET_OTHERWISE'
                            ? { userId: answer.userId, written: true }
                            : answer
                    );
                }
            })
    },
    'a locked row is not tried again': {
        noticedBy: EVERYONE,
        org: (org) =>
            orgWith(org, {
                async write(writes) {
                    const answers = await org.write(writes);
                    return answers.map((answer) =>
                        !answer.written && answer.code === 'UNABLE_TO_LOCK_ROW'
                            ? { ...answer, words: 'Locked', code: 'LOCKED' }
                            : answer
                    );
                }
            })
    },
    'a run goes on after its session ended': {
        noticedBy: EVERYONE,
        org(org) {
            const asBusy = (thrown: unknown): never => {
                if (!(thrown instanceof OrgFault) || thrown.kind !== 'expired') throw thrown;
                throw new OrgFault('busy', thrown.words, thrown);
            };
            return orgWith(org, {
                memberships: (userIds) => org.memberships(userIds).catch(asBusy),
                write: (writes) => org.write(writes).catch(asBusy)
            });
        }
    },
    'a record that does not fit leaves a hole in the journal': {
        noticedBy: STORAGE,
        storage: (storage) => ({
            get length() {
                return storage.length;
            },
            key: (index) => storage.key(index),
            getItem: (key) => storage.getItem(key),
            removeItem: (key) => storage.removeItem(key),
            setItem(key, value) {
                try {
                    storage.setItem(key, value);
                } catch (thrown) {
                    if (!(thrown instanceof DOMException)) throw thrown;
                }
            }
        })
    },
    'a change by someone else proves that a lost write never commits': {
        noticedBy: EVERYONE,
        report: (report) => ({
            ...report,
            settled: report.settled.map((one) =>
                one.outcome === 'uncertain' && one.nowIn !== undefined ? { ...one, outcome: 'changed meanwhile' } : one
            )
        })
    },
    'an uncertain user is reported as not attempted': {
        noticedBy: LATE,
        report: (report) => ({
            ...report,
            settled: report.settled.map((one) =>
                one.outcome === 'uncertain' ? { ...one, outcome: 'not attempted' } : one
            )
        })
    },
    'a user of a batch in flight gets into another batch': {
        noticedBy: EVERYONE,
        run: () => replaced(Ledger, 'take', () => () => {})
    },
    'batches still run at once after a fault': {
        noticedBy: LANES,
        run: () => replaced(Pace, 'alone', () => () => {})
    },
    'batches still run at once after a locked row': {
        noticedBy: LANES,
        run: () =>
            replaced(
                Faults,
                'answered',
                (answered) =>
                    function (this: Faults) {
                        answered.call(this, false);
                    }
            )
    },
    'a batch begins while others still finish after a fault': {
        noticedBy: LANES,
        run: () =>
            replaced(
                Faults,
                'failed',
                (failed) =>
                    function (this: Faults, ...fault) {
                        failed.apply(this, fault);
                        this.isFinishing = false;
                        Object.assign(this, { pace: Object.assign(Reflect.get(this, 'pace'), { lanes: 3 }) });
                    }
            )
    },
    'three batches run at once from the start': {
        noticedBy: LANES,
        run: () =>
            replaced(
                Lanes,
                'go',
                (go) =>
                    function (this: Lanes) {
                        Reflect.get(this, 'parts').pace.lanes = 3;
                        return go.call(this);
                    }
            )
    },
    'a batch is written later than right after its reading': {
        noticedBy: LANES,
        org: (org) =>
            orgWith(org, {
                async memberships(userIds) {
                    const read = await org.memberships(userIds);
                    for (let turns = 0; turns < 20; turns += 1) await nextTurn();
                    return read;
                }
            })
    },
    'a run that is stopped ends before its batches in flight are done': {
        noticedBy: EVERYONE,
        run: () =>
            replaced(
                Lanes,
                'go',
                (go) =>
                    function (this: Lanes) {
                        const { controls } = Reflect.get(this, 'parts') as { controls: Controls };
                        let isDone = false;
                        const going = go.call(this).finally(() => (isDone = true));
                        // A run that crashes never ends, so that this mustn't wait for it forever.
                        const stopped = async () => {
                            for (let turns = 0; turns < MOST_TURNS && !isDone; turns += 1) {
                                if (controls.stoppedBecause !== null || controls.state === 'ended') return;
                                await nextTurn();
                            }
                            return going;
                        };
                        return Promise.race([going, stopped()]);
                    }
            )
    },
    'the journal records only one batch in flight': {
        noticedBy: CRASHES,
        // Among all crashes, few are noticed.
        scenarios: { onlyCrashes: crashesOfMany },
        journal(journal) {
            const inFlight = new Set<string>();
            return {
                get available() {
                    return journal.available;
                },
                begin: (run) => journal.begin(run),
                intend(runId, batch) {
                    if (inFlight.size === 0) journal.intend(runId, batch);
                    for (const { userId } of batch) inFlight.add(userId);
                },
                settle(runId, settled) {
                    for (const { userId } of settled) inFlight.delete(userId);
                    journal.settle(runId, settled);
                },
                end: (runId, at) => journal.end(runId, at)
            };
        }
    },
    'over the transport, an answer of errors only counts as never sent': {
        noticedBy: LATE,
        transport: (transport) =>
            transportWith(transport, {
                async mutate(document, variables) {
                    const answer = await transport.mutate(document, variables);
                    if (answer.errors?.length && !(answer.data as Answered | null)?.uiapi) {
                        throw neverSent(documentFault(answer.errors));
                    }
                    return answer;
                }
            })
    },
    'over the transport, a failed mutation counts as never sent': {
        noticedBy: EVERYONE,
        transport: (transport) =>
            transportWith(transport, {
                mutate: (document, variables) =>
                    transport.mutate(document, variables).catch((thrown: unknown) => {
                        throw neverSent(readFault(thrown));
                    })
            })
    },
    'over the transport, a failed click counts as never sent': {
        noticedBy: CLICK,
        transport: (transport) =>
            transportWith(transport, {
                updateRecord: (userId, fields, unmodifiedSince) =>
                    transport.updateRecord(userId, fields, unmodifiedSince).catch((thrown: unknown) => {
                        const { kind } = readFault(thrown);
                        throw kind === 'offline' || kind === 'busy' ? neverSent(readFault(thrown)) : thrown;
                    })
            })
    },
    'over the transport, one click has no date': {
        noticedBy: CLICK,
        transport: (transport) =>
            transportWith(transport, {
                updateRecord: (userId, fields) => transport.updateRecord(userId, fields, '9999-12-31T00:00:00.000Z')
            })
    },
    'over the transport, the center of a click’s answer is not compared with the one that was written': {
        noticedBy: CLICK,
        transport: (transport) =>
            transportWith(transport, {
                async updateRecord(userId, fields, unmodifiedSince) {
                    const updated = await transport.updateRecord(userId, fields, unmodifiedSince);
                    return { ...(updated as object), fields: { CallCenterId: { value: fields.CallCenterId } } };
                }
            })
    },
    'over the transport, an alias is known by its first digit only': {
        noticedBy: CRASHES,
        transport: (transport) =>
            transportWith(transport, {
                async mutate(document, variables) {
                    const { data, errors } = await transport.mutate(document, variables);
                    const shortened = (paths: unknown) => JSON.parse(JSON.stringify(paths).replace(/u(\d)\d+/g, 'u$1'));
                    return {
                        data,
                        errors: errors?.map((error) =>
                            error.paths ? { ...error, paths: shortened(error.paths) } : error
                        )
                    };
                }
            })
    },
    'over the transport, the center of an answer is not compared with the one that was written': {
        noticedBy: EVERYONE,
        transport: (transport) =>
            transportWith(transport, {
                async mutate(document, variables) {
                    const answer = await transport.mutate(document, variables);
                    const { uiapi = {} } = (answer.data ?? {}) as Answered;
                    for (const [alias, payload] of Object.entries(uiapi)) {
                        const { User } = variables[alias.replace('u', 'i')] as { User: { CallCenterId: unknown } };
                        if (payload?.Record.CallCenterId) payload.Record.CallCenterId.value = User.CallCenterId;
                    }
                    return answer;
                }
            })
    },
    'over the transport, a locked row is not tried again': {
        noticedBy: EVERYONE,
        transport: (transport) =>
            transportWith(transport, {
                async mutate(document, variables) {
                    const answer = await transport.mutate(document, variables);
                    const errors = answer.errors?.map((error) =>
                        error.extensions?.errorCode === 'UNABLE_TO_LOCK_ROW'
                            ? { ...error, extensions: { errorCode: 'LOCKED' } }
                            : error
                    );
                    return { ...answer, errors };
                }
            })
    },
    'over the transport, an ended session is a busy server': {
        noticedBy: EVERYONE,
        transport(transport) {
            const asBusy = (thrown: unknown): never => {
                const fault = readFault(thrown);
                throw fault.kind === 'expired' ? new OrgFault('busy', fault.words, fault) : thrown;
            };
            return transportWith(transport, {
                query: (document, variables) => transport.query(document, variables).catch(asBusy),
                mutate: (document, variables) => transport.mutate(document, variables).catch(asBusy)
            });
        }
    }
};
