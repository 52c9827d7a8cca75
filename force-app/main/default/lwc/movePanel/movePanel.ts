/**
 * From a selection to its report: plan, review, run, undo. It never covers the table.
 * Events: `start` and `ended` (a `RunReport`; null: nothing was run) of a run, `clear` (the selection is no longer wanted).
 */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';
import type { MoveJournal } from 'c/moveJournal';
import { startRun, type Progress, type Run, type RunReport } from 'c/moveRun';
import { summary, type Plan, type RecordedRun } from 'c/movePlan';
import { undoPlanOf } from 'c/runHistory';
import type { Id, Org, User } from 'c/orgPort';
import type { Recovery } from 'c/moveRecovery';
import type { Seen, Selection } from 'c/userFinder';
import { faultText } from 'c/wording';
import { actionsFor, type ActionName, type Stage, type View } from './actions.ts';
import { movesCsv } from 'c/csv';
import { addUsersCsv, download } from './files.ts';
import { againPlan, planFor, readAll, type Again } from './plans.ts';
import { entryOf, goOn, runAlone, runOptions } from './runs.ts';
import { subtitleOf, timeLeftOf, titleOf } from './titles.ts';

export default class MovePanel extends LightningElement {
    @api org!: Org;
    @api journal!: MoveJournal;
    @api seen!: Seen;
    /** Who moves, for the report. */
    @api by = '';

    labels = LABELS;
    stage: Stage = 'none';
    plan: Plan | null = null;
    report: RunReport | null = null;
    progress: Progress | null = null;
    problem: string | null = null;
    isSure = false;
    readSoFar = 0;
    undoable = 0;
    /** Nothing was run, for another tab runs something. */
    isOnElsewhere = false;
    /** The report that a retry, an undo or the like began from. */
    private earlier: RunReport | null = null;
    private picked: Selection | null = null;
    private users: User[] = [];
    private run: Run | null = null;
    /** Counts readings, so that one that was cancelled is not used. */
    private readings = 0;
    /** What failed, to be tried again. */
    private failed: () => Promise<void> = () => this.openReview();

    @api get selection(): Selection | null {
        return this.picked;
    }
    set selection(selection: Selection | null) {
        this.picked = selection;
        // A run and its report stay until they are done with.
        if (this.stage === 'running' || (this.stage === 'report' && !selection?.count)) return;
        this.readings += 1;
        this.begin();
    }

    /** Opens the review of one user, whose move is not a matter of one click. */
    @api review(user: User) {
        if (this.stage === 'running') return;
        this.picked = { count: 1, users: [user], matching: null };
        this.begin();
        this.stage = 'review';
    }

    /**
     * Settles a run that did not end, by reading, then goes on with it, undoes it or leaves the rest.
     * @returns false when another tab is at it, or ended it: nothing was done
     */
    @api async recover(runId: string, recovery: Recovery): Promise<boolean> {
        const entry = entryOf(this.journal, runId);
        if (this.isRunning || !entry) return false;
        this.earlier = null;
        this.isSure = true;
        const ran = await this.follow(entry.plan, runId, () =>
            goOn(runId, recovery, this.org, this.journal, this.progressed)
        );
        if (ran && recovery === 'undo') await this.undo();
        return ran;
    }

    /** Opens the review of the undo of a run of any day. @throws OrgFault */
    @api async undoRun(run: RecordedRun) {
        if (this.isRunning) return;
        const reading = (this.readings += 1);
        const plan = await undoPlanOf(run, this.org, this.seen.kindOf);
        if (reading !== this.readings) return;
        this.begin();
        this.plan = plan;
        this.stage = 'review';
    }

    /** Tries a user of a report again whom somebody else moved meanwhile. */
    @api async moveAnyway(report: RunReport, userId: Id) {
        if (this.isRunning) return;
        if (report !== this.report) this.showReport(report);
        await this.again({ userId }, false);
    }

    @api get isRunning() {
        return this.stage === 'running';
    }

    private begin() {
        const selection = this.picked;
        this.report = null;
        this.earlier = null;
        this.problem = null;
        this.isSure = false;
        this.isOnElsewhere = false;
        this.users = selection?.users ?? [];
        this.stage = selection?.count ? 'selection' : 'none';
        this.plan = selection?.count && !selection.matching ? planFor(this.users, this.seen) : null;
    }

    private get view(): View {
        const { stage, plan, report, progress, picked, seen, readSoFar, undoable, earlier } = this;
        return { stage, plan, report, progress, selection: picked, seen, readSoFar, undoable, hasEarlier: !!earlier };
    }

    get says() {
        const { view } = this;
        return {
            title: titleOf(view),
            subtitle: subtitleOf(view),
            timeLeft: timeLeftOf(view.progress),
            actions: actionsFor(view, this.isSure),
            isShown: view.stage !== 'none',
            isReview: view.stage === 'review',
            cannotResume: view.stage === 'running' && !this.journal.available
        };
    }

    answer(event: CustomEvent<boolean>) {
        this.isSure = event.detail;
    }

    act(event: Event) {
        void this.acts[(event.target as unknown as { name: ActionName }).name]();
    }

    private readonly acts: Record<ActionName, () => unknown> = {
        clear: () => this.close(),
        cancel: () => (this.earlier ? this.goBack() : this.close()),
        done: () => this.close(),
        earlier: () => this.goBack(),
        review: () => this.openReview(),
        move: () => this.plan && this.runPlan(this.plan),
        pause: () => this.run?.pause(),
        continue: () => this.run?.resume(),
        stop: () => this.run?.stop(),
        retry: () => this.again('refused', true),
        rest: () => this.again('rest', true),
        undo: () => this.undo(),
        csv: () => this.report && download('switchboard-report.csv', movesCsv(this.report.settled, this.seen.nameOf))
    };

    private undo(): Promise<void> {
        return this.replan((report) => undoPlanOf(report, this.org, this.seen.kindOf), true);
    }

    /** To the report that this one, or this review, came from. */
    private goBack() {
        this.readings += 1;
        const { earlier } = this;
        this.earlier = null;
        this.plan = null;
        this.showReport(earlier);
    }

    tryAgain() {
        void this.failed();
    }

    anyway(event: CustomEvent<Id>) {
        if (this.report) void this.moveAnyway(this.report, event.detail);
    }

    private close() {
        this.readings += 1;
        this.picked = null;
        this.begin();
        this.dispatchEvent(new CustomEvent('clear'));
    }

    private async openReview() {
        const matching = this.picked?.matching;
        if (this.plan || !matching) {
            this.stage = 'review';
            return;
        }
        const reading = (this.readings += 1);
        const goesOn = () => reading === this.readings;
        this.stage = 'reading';
        this.problem = null;
        this.readSoFar = 0;
        try {
            const users = await readAll(this.org, matching, (count) => {
                if (goesOn()) this.readSoFar = count;
                return goesOn();
            });
            if (!users || !goesOn()) return;
            this.users = users;
            this.plan = planFor(users, this.seen);
            this.stage = 'review';
        } catch (thrown) {
            if (goesOn()) this.fail(thrown, () => this.openReview());
        }
    }

    /** Plans from the report, and runs the plan at once when it is plain. */
    private async replan(make: (report: RunReport) => Promise<Plan>, isSure: boolean) {
        const { report } = this;
        if (!report) return;
        this.problem = null;
        try {
            const plan = await make(report);
            if (report !== this.report) return;
            this.earlier = report;
            this.report = null;
            this.plan = plan;
            this.isSure = isSure;
            if (plan.users.every((user) => user.verdict === 'move') && (isSure || !plan.asks.length)) {
                await this.runPlan(plan);
            } else this.stage = 'review';
        } catch (thrown) {
            this.fail(thrown, () => this.replan(make, isSure));
        }
    }

    private again(again: Again, isSure: boolean): Promise<void> {
        return this.replan((report) => againPlan(report, again, this.org, this.seen), isSure);
    }

    private fail(thrown: unknown, again: () => Promise<void>) {
        this.problem = faultText(thrown);
        this.failed = again;
    }

    private async runPlan(plan: Plan) {
        const runId = crypto.randomUUID();
        const { isSure } = this;
        const ran = await this.follow(plan, runId, () =>
            startRun(plan, this.org, { ...runOptions(this.journal, this.progressed), runId, by: this.by })
        );
        if (ran) return;
        this.plan = plan;
        this.isSure = isSure;
        this.stage = 'review';
        this.isOnElsewhere = true;
    }

    private readonly progressed = (progress: Progress) => {
        this.progress = progress;
    };

    /** @returns whether there was a run. */
    private async follow(plan: Plan, runId: string, start: () => Run | null): Promise<boolean> {
        this.readings += 1;
        this.plan = plan;
        this.report = null;
        this.problem = null;
        this.stage = 'running';
        this.isOnElsewhere = false;
        this.dispatchEvent(new CustomEvent('start'));
        const report = await runAlone(runId, () => (this.run = start()));
        this.run = null;
        this.progress = null;
        if (report) this.showReport(report);
        else this.begin();
        this.dispatchEvent(new CustomEvent('ended', { detail: report }));
        return report !== null;
    }

    private showReport(report: RunReport | null) {
        this.report = report;
        this.stage = report ? 'report' : 'none';
        this.undoable = 0;
        if (report) void this.readUndo(report);
    }

    /** Whether Undo is offered is decided by the plan that would be run. */
    private async readUndo(report: RunReport) {
        if (!this.seen.mayEdit) return;
        this.problem = null;
        try {
            const plan = await undoPlanOf(report, this.org, this.seen.kindOf);
            if (report === this.report) this.undoable = summary(plan).move;
        } catch (thrown) {
            if (report === this.report) this.fail(thrown, () => this.readUndo(report));
        }
    }

    downloadAddUsers() {
        if (this.plan) download('add-users.csv', addUsersCsv(this.plan, this.users));
    }
}
