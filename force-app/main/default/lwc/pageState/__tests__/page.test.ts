import type { Overview } from 'c/callCenters';
import { planRow } from 'c/movePlan';
import type { RunReport, Settled } from 'c/moveRun';
import * as state from 'c/pageState';
import { ADA, DIALER, KINDS, userOf, VOICE, WORK } from '#tests/support/people.ts';

const center = (id: string, members: number): Overview['centers'][number] => ({
    id,
    name: id,
    internalName: null,
    kind: 'open-cti',
    knownBy: 'admin',
    vendor: null,
    note: null,
    source: 'registry',
    readAt: null,
    recordId: null,
    members
});

const overview: Overview = {
    centers: [center(DIALER, 2), center(WORK, 1)],
    everyone: 5,
    withoutCenter: 2,
    sources: ['registry'],
    silent: [],
    namesReadAt: null,
    saving: { status: 'none' },
    mayLackEmptyCenters: true
};

const opened = (search = '') => state.openPage(state.readAddress(search));
const counts = { value: [], failure: null };

describe('The page', () => {
    it('opens with all users, and in the view that its address names', () => {
        expect(opened()).toMatchObject({ view: 'users', chosen: 'everyone', message: null });
        expect(opened('?c__view=history')).toMatchObject({ view: 'history', chosen: 'everyone' });
    });

    it('opens the call center of its address once it is known, and only once', () => {
        const linked = opened(`?c__center=${WORK}`);
        const read = state.overviewRead(linked, overview);
        expect([linked.chosen, read.chosen, read.linked]).toEqual(['everyone', WORK, null]);
        const left = state.choose(read, DIALER);
        expect(state.overviewRead(left, overview).chosen).toBe(DIALER);
    });

    it('waits for a call center that a later source knows, unless another one is chosen first', () => {
        const linked = state.overviewRead(opened(`?c__center=${VOICE}`), overview);
        expect(linked.chosen).toBe('everyone');
        const more = { ...overview, centers: [...overview.centers, center(VOICE, 0)] };
        expect(state.overviewRead(linked, more).chosen).toBe(VOICE);
        expect(state.overviewRead(state.choose(linked, 'none'), more).chosen).toBe('none');
    });

    it('opens the users without a call center, if its address asks for them and the org shows who has none', () => {
        const linked = opened('?c__center=none');
        expect(linked.chosen).toBe('everyone');
        expect(state.overviewRead(linked, { ...overview, withoutCenter: 310 })).toMatchObject({
            chosen: 'none',
            linked: null
        });
        expect(state.overviewRead(linked, { ...overview, withoutCenter: null }).chosen).toBe('everyone');
    });

    it('keeps the call centers when reading them again fails, and clears the failure after', () => {
        const failed = state.overviewFailed(state.overviewRead(opened(), overview), 'gone');
        expect(failed.overview).toEqual({ value: overview, failure: 'gone' });
        expect(state.overviewRead(failed, overview).overview.failure).toBeNull();
    });

    it('drops profile counts of a call center that is no longer chosen', () => {
        const chosen = state.choose(opened(), WORK);
        expect(state.profileCountsRead(chosen, DIALER, counts)).toBe(chosen);
        expect(state.profileCountsRead(chosen, WORK, counts).profileCounts).toEqual(counts);
        expect(state.choose(state.profileCountsRead(chosen, WORK, counts), DIALER).profileCounts.value).toBeNull();
    });
});

describe('A click', () => {
    const user = userOf(ADA);
    const plan = planRow(user, WORK, (id) => KINDS.get(id) ?? null);
    const clicked = (outcome: Settled['outcome'], more: Partial<Settled> = {}): state.Click => {
        const { userId, name, from, to, reason } = plan.users[0];
        const settled = { userId, name, from, to, reason, outcome, words: null, code: null, ...more };
        return { user, plan, run: { settled, report: null, open: null } };
    };
    const page = state.overviewRead(opened(), overview);
    const members = ({ overview: { value } }: state.Page) => value!.centers.map((one) => one.members);

    it('marks its user as moving until it ends, and leaves others marked', () => {
        const both = state.startClick(state.startClick(page, user.id), 'other');
        expect([...both.moving]).toEqual([user.id, 'other']);
        expect([...state.endClick(both, clicked('moved')).moving]).toEqual(['other']);
    });

    it.each<[Settled['outcome'], Partial<Settled>, number[]]>([
        ['moved', {}, [1, 2]],
        ['already there', {}, [1, 2]],
        ['changed meanwhile', { nowIn: null }, [1, 1]],
        ['refused', {}, [2, 1]],
        ['not attempted', {}, [2, 1]]
    ])('that ends as %s counts its user where they are now', (outcome, more, expected) => {
        expect(members(state.endClick(page, clicked(outcome, more)))).toEqual(expected);
    });

    it('offers Undo for what it moved, not for what was already there, and not for an undo', () => {
        expect(state.isUndoable(clicked('moved'))).toBe(true);
        expect(state.isUndoable(clicked('already there'))).toBe(false);
        expect(state.isUndoable({ ...clicked('moved'), plan: { ...plan, undoOf: 'run' } })).toBe(false);
    });

    const undoOf = (runId: string, outcome: Settled['outcome']): state.Click => ({
        ...clicked(outcome),
        plan: { ...plan, undoOf: runId }
    });
    const withRun = (runId: string, userId = user.id): state.Click => {
        const click = clicked('moved');
        return { ...click, user: { ...user, id: userId }, run: { ...click.run, report: { runId } as RunReport } };
    };
    const after = (...clicks: state.Click[]) => clicks.reduce(state.endClick, page);
    const next = (from: state.Page, userId?: string) => state.nextToUndo(from, userId)?.run.report?.runId ?? null;

    it('keeps its user busy for a moment after it ended', () => {
        const done = state.endClick(state.startClick(page, user.id), clicked('moved'));
        expect(state.isBusy(done, user.id)).toBe(true);
        expect(state.viewpointOf(done).moving.has(user.id)).toBe(true);
        expect(state.isBusy(state.rested(done, user.id), user.id)).toBe(false);
    });

    it('can be undone after later ones, the latest first, or the latest of one user', () => {
        const three = after(withRun('1'), withRun('2', 'other'), withRun('3'));
        expect([next(three), next(three, 'other'), next(three, 'nobody')]).toEqual(['3', '2', null]);
        const two = state.endClick(three, undoOf('3', 'moved'));
        expect([next(two), next(two, user.id)]).toEqual(['2', '1']);
        expect(next(state.startUndo(two, withRun('2', 'other')))).toBe('1');
    });

    it('can be undone while it is one of the latest 20', () => {
        const many = after(...Array.from({ length: 21 }, (_, index) => withRun(String(index))));
        expect(many.clicks.map(({ run }) => run.report!.runId)).toEqual(
            Array.from({ length: 20 }, (_, index) => String(index + 1))
        );
    });

    it.each<[Settled['outcome'], string | null]>([
        ['moved', null],
        ['already there', null],
        ['changed meanwhile', null],
        ['not attempted', null],
        ['refused', '1'],
        ['uncertain', '1']
    ])('whose undo ended as %s has this left to undo: %s', (outcome, left) => {
        expect(next(after(withRun('1'), undoOf('1', outcome)))).toBe(left);
    });

    it('tells the rows from where to where it moved its user', () => {
        expect(state.viewpointOf(after(withRun('1'))).clicked.get(user.id)).toMatchObject({ from: DIALER, to: WORK });
    });

    it('is not talked about anymore when a run starts, unless its result is not known yet', () => {
        const done = state.endClick(page, withRun('1'));
        expect(state.runStarted(done, null).message).toBeNull();
        const open = state.endClick(page, clicked('uncertain'));
        expect(state.runStarted(open, null).message).toBe(open.message);
    });

    it('says that its undo is in progress', () => {
        const done = state.endClick(page, clicked('moved'));
        expect(done.message).toMatchObject({ about: 'click', isUndoing: false });
        expect(state.startUndo(done, clicked('moved'))).toMatchObject({
            message: { about: 'click', isUndoing: true },
            moving: new Set([user.id])
        });
    });
});

describe('A run', () => {
    const user = userOf(ADA);
    const plan = planRow(user, WORK, (id) => KINDS.get(id) ?? null);
    const [{ userId, name, from, to, reason }] = plan.users;
    const settled = (outcome: Settled['outcome'], more: Partial<Settled> = {}): Settled[] => [
        { userId, name, from, to, reason, outcome, words: null, code: null, ...more }
    ];
    const running = state.runStarted(state.overviewRead(opened(), overview), plan);
    const members = ({ overview: { value } }: state.Page) => value!.centers.map((one) => one.members);

    it('keeps its users to itself until it ends', () => {
        expect(running.isRunning).toBe(true);
        expect(state.isBusy(running, userId)).toBe(true);
        expect(state.viewpointOf(running).inRun.has(userId)).toBe(true);
        const ended = state.runEnded(running);
        expect([ended.isRunning, state.isBusy(ended, userId)]).toEqual([false, false]);
    });

    it.each<[Settled['outcome'], Partial<Settled>, number[]]>([
        ['moved', {}, [1, 2]],
        ['already there', {}, [1, 2]],
        ['changed meanwhile', { nowIn: null }, [1, 1]],
        ['refused', {}, [2, 1]],
        ['not attempted', {}, [2, 1]],
        ['uncertain', {}, [2, 1]],
        ['uncertain', { nowIn: null }, [1, 1]]
    ])('that settles a user as %s counts them where they are now', (outcome, more, expected) => {
        expect(members(state.runSettled(running, settled(outcome, more)))).toEqual(expected);
    });

    it('is followed by counts from the org, in the order of before, with call centers that were empty last', () => {
        const counted = state.countsRead(running, [
            { callCenterId: WORK, members: 4 },
            { callCenterId: VOICE, members: 1 },
            { callCenterId: null, members: 2 }
        ]).overview.value!;
        expect(counted.centers.map(({ id, members: count }) => [id, count])).toEqual([
            [DIALER, 0],
            [WORK, 4],
            [VOICE, 1]
        ]);
        expect([counted.everyone, counted.withoutCenter]).toEqual([7, 2]);
    });

    it('answers a press on an old button: already there, or part of the run, or nothing', () => {
        const here = { ...user, callCenterId: WORK };
        expect(state.answerToPress(running, here, WORK)).toEqual({ about: 'already there', user: here });
        expect(state.answerToPress(running, user, WORK)).toEqual({ about: 'in run', user });
        expect(state.answerToPress(state.runEnded(running), user, VOICE)).toBeNull();
    });
});

describe('The viewpoint', () => {
    it('lets users be moved unless the permission is known to be missing', () => {
        const may = (['granted', 'unknown', 'missing'] as const).map(
            (permission) => state.viewpointOf(state.permitted(opened(), permission)).mayEdit
        );
        expect(may).toEqual([true, true, false]);
        expect(opened().permission).toBe('unknown');
    });

    it('targets a chosen call center, and none from everyone or from no call center', () => {
        const targets = ['everyone', 'none', WORK].map((chosen) => state.viewpointOf(state.choose(opened(), chosen)));
        expect(targets.map(({ target }) => target)).toEqual([null, null, WORK]);
    });

    it('treats an unlisted call center as unknown, unless the list is complete', () => {
        const kindOf = (whole: boolean) =>
            state.viewpointOf(state.overviewRead(opened(), { ...overview, mayLackEmptyCenters: !whole })).kindOf;
        expect([kindOf(false)(VOICE), kindOf(true)(VOICE)]).toEqual(['unknown', null]);
        expect(kindOf(true)(WORK)).toBe('open-cti');
    });
});
