import assert from 'node:assert/strict';
import type { Id } from 'c/orgPort';
import type { PlannedUser } from 'c/movePlan';
import { NOT_FOUND, type Settled } from 'c/moveRun';
import type { OrgEvent } from '../support/orgEvent.ts';
import type { Clicked, Driven } from './drive.ts';

/** Compares a report with what truly happened in the org. @throws AssertionError that names the user and the rule */
export async function account({ witness, before, plan, grudges, report, hidden, met, pauses }: Driven): Promise<void> {
    const settled = new Map(report.settled.map((one) => [one.userId, one]));
    assert.equal(report.settled.length, settled.size, 'no user has two results');
    assert.deepEqual(
        [...settled.keys()],
        plan.users.map((user) => user.userId),
        'every user of the plan has a result'
    );

    const { redirected } = grudges;
    const events = eventsByUser(witness.events);
    const planned = new Map(plan.users.map((user) => [user.userId, user]));
    const after = await witness.snapshot();
    for (const [userId, start] of before) {
        const { changes, touched } = events.get(userId) ?? { changes: [], touched: false };
        const user = planned.get(userId);
        const commits = changes.filter((change) => change.ours);
        const last = changes.at(-1);
        assert.equal(
            after.get(userId),
            last === undefined ? start : last.to,
            `${userId}: in the center that the last change set`
        );
        if (user?.verdict !== 'move')
            assert.equal(commits.length, 0, `${userId}: not written, because the plan didn’t move them`);
        if (user === undefined) continue;
        const onTime = commits.filter(({ sentAt }) => sentAt === null);
        assert.ok(onTime.length <= 1, `${userId}: written at most once, unless an earlier write came late`);
        for (const commit of commits) {
            const destination: Id | null = redirected.get(userId) ?? user.to;
            assert.equal(commit.to, destination, `${userId}: written as planned`);
            const when = commit.sentAt ?? commit.at;
            const read = lastRead(witness.events, userId, when);
            const overwritten = changes.findLast((change) => !change.ours && change.at < (read ?? when));
            if (overwritten !== undefined) {
                assert.equal(
                    overwritten.to,
                    user.from,
                    `${userId}: a change made before the fresh read was overwritten`
                );
            }
        }
        agree(settled.get(userId) as Settled, user, { commits, changes, touched, start });
    }

    for (const one of report.settled) {
        if (one.outcome === 'refused') assert.ok(isExplained(one), `${one.userId}: no one refused with ${one.code}`);
    }

    if (met.has('expired') && !met.has('crash') && report.stoppedBecause === null && !witness.hidesExpiry) {
        assert.ok(pauses.has('expired') || pauses.has('unsettled'), 'an ended session pauses the run');
    }

    /** Whether a refusal is the org's, in its words, or a rejected request with only this user. An outage is none. */
    function isExplained({ userId, words, code }: Settled): boolean {
        if (code === NOT_FOUND) return hidden.has(userId) || !before.has(userId);
        if (code === 'UNABLE_TO_LOCK_ROW') return grudges.locked.get(userId) === Infinity;
        const refusal = grudges.refused.get(userId);
        if (refusal !== undefined && code === refusal.code) return words === refusal.words;
        return code === 'invalid';
    }

    function agree(one: Settled, user: PlannedUser, truth: Truth): void {
        const { commits, changes, touched, start } = truth;
        const by = (what: string) => `${one.userId} is ${one.outcome}, but ${what}`;
        const byColleague = changes.filter((change) => !change.ours);
        const isRedirected = redirected.has(one.userId);
        switch (one.outcome) {
            case 'moved':
                // If a colleague did the same while our answer was lost, the two can't be told apart.
                assert.ok(
                    changes.some((change) => change.to === user.to),
                    by('wasn’t written')
                );
                break;
            case 'already there':
                assert.equal(commits.length, 0, by('was written'));
                assert.ok(start === user.to || byColleague.some((change) => change.to === user.to), by('wasn’t there'));
                break;
            case 'changed meanwhile': {
                assert.ok(
                    user.verdict === 'kept' || touched || byColleague.length > 0 || isRedirected,
                    by('no one changed them')
                );
                if (user.verdict === 'kept') break;
                const read = lastRead(witness.events, one.userId, Infinity) ?? 0;
                const then = changes.findLast((change) => change.at < read);
                assert.equal(one.nowIn, then === undefined ? start : then.to, by('was elsewhere'));
                assert.ok(!commits.some((commit) => commit.at > read), by('was written afterwards'));
                break;
            }
            case 'refused':
                assert.equal(commits.length, 0, by('was written'));
                break;
            case 'not attempted':
                assert.equal(commits.length, 0, by('was written'));
                assert.ok(user.verdict === 'blocked' || report.stoppedBecause !== null, by('nothing stopped the run'));
                break;
            case 'uncertain':
                // Only after a write without an answer: an uncertain user is never an excuse for not looking.
                assert.equal(user.verdict, 'move', by('nothing was written'));
                assert.ok(
                    report.stoppedBecause !== null ||
                        one.code !== null ||
                        touched ||
                        byColleague.length > 0 ||
                        isRedirected,
                    by('nothing says why')
                );
                break;
        }
    }
}

/** Compares the outcome of one click with what truly happened. One click is exact: it never overwrites anything. */
export async function accountClick(click: Clicked): Promise<void> {
    const { witness, settled, from, to, redirected } = click;
    const { changes, touched } = eventsByUser(witness.events).get(settled.userId) ?? { changes: [], touched: false };
    const commits = changes.filter((change) => change.ours);
    const byColleague = changes.filter((change) => !change.ours);
    const now = (await witness.snapshot()).get(settled.userId);
    assert.equal(now, changes.length === 0 ? from : changes.at(-1)?.to, 'in the center that the last change set');
    const onTime = commits.filter(({ sentAt }) => sentAt === null);
    assert.ok(onTime.length <= 1, 'written at most once, unless an earlier write came late');
    const elsewhere = redirected.get(settled.userId);
    const isRedirected = elsewhere !== undefined && commits.length > 0;
    for (const { at, to: written } of commits) {
        assert.equal(written, elsewhere === undefined ? to : elsewhere);
        const earlier = byColleague.findLast((change) => change.at < at);
        if (earlier !== undefined) assert.equal(earlier.to, from, 'someone’s change was overwritten');
    }
    switch (settled.outcome) {
        case 'moved':
            assert.ok(
                changes.some((change) => change.to === to),
                'moved, but wasn’t written'
            );
            break;
        case 'already there':
            assert.equal(commits.length, 0);
            break;
        case 'changed meanwhile':
            assert.ok(touched || byColleague.length > 0 || isRedirected, 'changed meanwhile, but no one changed them');
            assert.ok(
                commits.length === 0 || isRedirected || changes.at(-1)?.ours === false,
                'changed meanwhile, but was written last'
            );
            break;
        case 'refused':
            assert.equal(commits.length, 0, 'refused, but was written');
            assert.notEqual(settled.code, null);
            break;
        case 'uncertain':
            assert.ok(
                settled.code !== null || touched || byColleague.length > 0 || isRedirected,
                'uncertain, but nothing says why'
            );
            break;
        case 'not attempted':
            assert.fail('a click is always attempted');
    }
}

interface Change {
    at: number;
    to: Id | null;
    ours: boolean;
    /** When a commit that came late was sent; null for everything else. */
    sentAt: number | null;
}

interface Truth {
    commits: Change[];
    changes: Change[];
    touched: boolean;
    start: Id | null;
}

function eventsByUser(orgEvents: OrgEvent[]): Map<Id, { changes: Change[]; touched: boolean }> {
    const events = new Map<Id, { changes: Change[]; touched: boolean }>();
    orgEvents.forEach((event, at) => {
        if (event.what === 'read') return;
        const user = events.get(event.userId) ?? { changes: [], touched: false };
        events.set(event.userId, user);
        if (event.what === 'colleague touched') user.touched = true;
        else {
            const ours = event.what === 'commit';
            user.changes.push({ at, to: event.to, ours, sentAt: ours ? (event.sentAt ?? null) : null });
        }
    });
    return events;
}

function lastRead(events: OrgEvent[], userId: Id, until: number): number | undefined {
    const at = events.findLastIndex(
        (event, index) => index < until && event.what === 'read' && event.userIds.has(userId)
    );
    return at === -1 ? undefined : at;
}
