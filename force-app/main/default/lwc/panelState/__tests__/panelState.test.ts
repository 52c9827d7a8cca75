import { NO_ANSWERS, planSelection, type Plan } from 'c/movePlan';
import type { Progress, RunReport, Settled } from 'c/moveRun';
import * as panel from 'c/panelState';
import type { Selection } from 'c/userSelection';
import { EVERYONE } from 'c/userSearch';
import { ADA, BO, CY, FAY, LOBBY, userOf, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const aim = viewFrom(WORK);
const users = [ADA, CY].map(userOf);
const plan = planSelection(users, WORK, aim.kindOf);
const picked: Selection = { count: 2, users, matching: null };
const matching: Selection = { count: 4312, users: [], matching: { ...EVERYONE, target: WORK } };
const noUsers: Selection = { count: 0, users: [], matching: null };

const reportOf = (runId: string): RunReport => ({
    runId,
    field: 'CallCenterId',
    target: WORK,
    startedAt: 0,
    endedAt: 0,
    by: '',
    settled: [],
    stoppedBecause: null,
    words: null,
    undoOf: null
});

const selected = panel.select(panel.CLOSED, picked, aim);
const reading = panel.reviewSelection(panel.select(panel.CLOSED, matching, aim));
const reviewed = panel.reviewSelection(selected);
const running = panel.start(reviewed, plan);
const reported = panel.openReport(running, reportOf('first'));
const every = { closed: panel.CLOSED, selected, reading, reviewed, running, reported };

describe('A selection', () => {
    it('has a plan of its users at once, and none yet when all matching users are selected', () => {
        expect(selected).toMatchObject({
            stage: 'selection',
            plan: { target: WORK, users: [{ verdict: 'move' }, {}] }
        });
        expect(panel.select(panel.CLOSED, matching, aim)).toMatchObject({ stage: 'selection', plan: null });
        expect(panel.select(selected, noUsers, aim).stage).toBe('none');
        expect(panel.select(selected, null, aim).stage).toBe('none');
    });

    it('does not disturb a run, and replaces a report only when someone is selected', () => {
        expect(panel.select(running, picked, aim)).toMatchObject({ stage: 'running', selection: picked });
        expect(panel.select(reported, noUsers, aim)).toBe(reported);
        expect(panel.select(reported, picked, aim).stage).toBe('selection');
    });
});

describe('A review', () => {
    it('holds the plan of the selection itself, not another one', () => {
        expect(reviewed).toMatchObject({ stage: 'review', users });
        expect((reviewed as { plan: Plan }).plan).toBe((selected as { plan: Plan }).plan);
    });

    it('first reads all matching users, and counts those it has read', () => {
        expect(reading).toMatchObject({ stage: 'reading', usersRead: 0, failure: null });
        expect(panel.readSoFar(reading, reading.question, 2000)).toMatchObject({ usersRead: 2000 });
        const read = panel.allRead(reading, reading.question, users, aim);
        expect(read).toMatchObject({
            stage: 'review',
            users,
            plan: { users: [{ userId: ADA.id }, { userId: CY.id }] }
        });
    });

    it('drops the users of a read that was canceled or started again', () => {
        const canceled = panel.close(reading);
        const again = panel.reviewSelection(reading);
        for (const later of [canceled, again]) {
            expect(panel.readSoFar(later, reading.question, 5)).toBe(later);
            expect(panel.allRead(later, reading.question, users, aim)).toBe(later);
            expect(panel.failed(later, reading.question, { thrown: 'x', retry: { what: 'read users' } })).toBe(later);
        }
    });

    it('keeps the error of a failed read until it is tried again', () => {
        const failure = { thrown: 'gone', retry: { what: 'read users' } as const };
        const failed = panel.failed(reading, reading.question, failure);
        expect(failed).toMatchObject({ stage: 'reading', failure });
        expect(panel.reviewSelection(failed)).toMatchObject({ stage: 'reading', failure: null });
    });

    it('is the only state that can be answered', () => {
        const asked = planSelection([ADA, FAY], WORK, aim.kindOf);
        const answers = { ...NO_ANSWERS, notVoice: [LOBBY] };
        const answered = panel.answer(panel.review(panel.CLOSED, asked, []), answers, aim);
        expect(answered).toMatchObject({ asked, answers, plan: { users: [{ verdict: 'move' }, { verdict: 'move' }] } });
        expect(panel.answer(answered, NO_ANSWERS, aim)).toMatchObject({ asked, plan: asked, answers: NO_ANSWERS });
        for (const state of [panel.CLOSED, selected, reading, running, reported]) {
            expect(panel.answer(state, answers, aim)).toBe(state);
        }
    });

    it('of a row does not interrupt a run', () => {
        expect(panel.review(running, plan, users)).toBe(running);
        expect(panel.review(reported, plan, users)).toMatchObject({ stage: 'review', plan, earlier: null });
    });
});

describe('A run', () => {
    it('runs the reviewed plan, and accepts progress only while it runs', () => {
        const progress = { toGo: 1 } as Progress;
        expect((running as { plan: Plan }).plan).toBe(plan);
        expect(panel.progressed(running, progress)).toMatchObject({ progress });
        expect(panel.progressed(reviewed, progress)).toBe(reviewed);
        expect(panel.start(running, plan)).toBe(running);
    });

    it('returns to its review and says so when another tab prevents it', () => {
        const answers = { ...NO_ANSWERS, leftOut: ['somewhere>else'] };
        const answered = panel.start(panel.answer(reviewed, answers, aim), plan);
        expect(panel.blockedByTab(answered, aim)).toMatchObject({
            stage: 'review',
            plan,
            answers,
            isBlockedByTab: true
        });
        expect(panel.blockedByTab(panel.start(selected, plan), aim)).toMatchObject({
            stage: 'review',
            isBlockedByTab: true
        });
    });

    it('returns to the selection when recovering it does nothing', () => {
        const recovering = panel.select(panel.start(panel.CLOSED, plan), picked, aim);
        expect(panel.blockedByTab(recovering, aim)).toMatchObject({ stage: 'selection', selection: picked });
        expect(panel.blockedByTab(panel.start(panel.CLOSED, plan), aim).stage).toBe('none');
    });

    it('stops mentioning another tab when it starts again', () => {
        const blocked = panel.blockedByTab(running, aim);
        expect(panel.start(blocked, plan)).toMatchObject({ review: { isBlockedByTab: false } });
    });
});

describe('A report', () => {
    const undo = { ...plan, undoOf: 'first' };
    const replanned = panel.replanned(reported, reported.question, undo, aim);

    it('counts the users that an undo would move, for this report only', () => {
        expect(panel.undoCounted(reported, reported.question, 2)).toMatchObject({ undoable: 2 });
        const next = panel.openReport(running, reportOf('second'));
        expect(panel.undoCounted(panel.close(reported), reported.question, 2).stage).toBe('none');
        expect(panel.undoCounted({ ...next, question: next.question + 1 }, reported.question, 2)).toMatchObject({
            undoable: 0
        });
    });

    it('leads to the review of a retry or an undo, and back', () => {
        expect(replanned).toMatchObject({
            stage: 'review',
            plan: undo,
            earlier: { runId: 'first' }
        });
        expect(panel.back(replanned)).toMatchObject({ stage: 'report', report: { runId: 'first' }, earlier: null });
    });

    it('of a retry leads back to the report that it started from', () => {
        const second = panel.openReport(panel.start(replanned, undo), reportOf('second'));
        expect(second).toMatchObject({ report: { runId: 'second' }, earlier: { runId: 'first' } });
        expect(panel.back(second)).toMatchObject({ report: { runId: 'first' }, earlier: null });
    });

    it('drops a plan that arrives after the report was closed', () => {
        const closed = panel.close(reported);
        expect(panel.replanned(closed, reported.question, undo, aim)).toBe(closed);
    });

    it('runs a plan at once only when everyone moves and nothing is left to ask', () => {
        const runs = (users_: (typeof ADA)[], ...settled: Partial<Settled>[]) => {
            const report = { ...reportOf('first'), settled: settled as Settled[] };
            const state = panel.openReport(running, report);
            const replan = planSelection(users_, WORK, aim.kindOf);
            return panel.runsAtOnce(panel.replanned(state, state.question, replan, aim) as panel.ReviewState);
        };
        const fromLobby = { from: LOBBY, to: WORK, reason: null };
        expect([runs([ADA, CY]), runs([ADA, BO]), runs([FAY])]).toEqual([true, false, false]);
        // What the run was allowed to do isn't asked again. Whom it didn't mean to move proves nothing.
        expect(runs([FAY], { ...fromLobby, outcome: 'refused' })).toBe(true);
        expect(runs([FAY], { ...fromLobby, outcome: 'not attempted' })).toBe(true);
        expect(runs([FAY], { ...fromLobby, outcome: 'not attempted', reason: 'may leave a voice center' })).toBe(false);
        expect(runs([FAY], { ...fromLobby, outcome: 'changed meanwhile' })).toBe(false);
    });
});

describe('Every state', () => {
    it.each(Object.entries(every))('%s closes, and asks a new question', (_, state) => {
        expect(panel.close(state)).toEqual({ question: state.question + 1, stage: 'none' });
    });

    it.each(Object.entries(every))('%s closes when it goes back without an earlier report', (_, state) => {
        expect(panel.back(state).stage).toBe('none');
    });
});
