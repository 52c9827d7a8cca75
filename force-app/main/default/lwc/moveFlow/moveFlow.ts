/** From a selection to its report: reads, plans, runs, and undoes for the move panel, one `PanelState` after the other. */
import { abandonRun, resumeRun } from 'c/moveJournal';
import { summary, type Answers, type Plan, type RecordedRun } from 'c/movePlan';
import { checkAgain, planAgain, startRun, type Again, type Run, type RunReport } from 'c/moveRun';
import type { Id, User } from 'c/orgPort';
import * as panel from 'c/panelState';
import { undoPlanOf } from 'c/runHistory';
import type { Heartbeat } from 'c/runRecord';
import { readAllUsers } from 'c/userSearch';
import type { Selection } from 'c/userSelection';
import type { FlowHost, Recovery } from './flowHost.ts';
import { obstacleTo, type Obstacle } from './obstacles.ts';
import { startKept, takeOver, unfinishedEntry, type PanelRunOptions } from './recordedRuns.ts';
import { sendReviewed, settleRequest } from './requesting.ts';

export type { FlowHost, Recovery } from './flowHost.ts';

export class MoveFlow {
    private host: FlowHost;
    private current: panel.PanelState = panel.CLOSED;
    private run: Run | null = null;

    constructor(host: FlowHost) {
        this.host = host;
    }

    get state(): panel.PanelState {
        return this.current;
    }

    select(selection: Selection | null): void {
        this.become(panel.select(this.current, selection, this.host.aim));
    }

    /** Opens the review of a plan that needs more than one click. */
    review(plan: Plan, users: User[]): void {
        this.become(panel.review(this.current, plan, users));
    }

    /** Opens the review of the undo of an earlier run. @throws OrgFault */
    async reviewUndo(run: RecordedRun): Promise<void> {
        const { question, stage } = this.current;
        if (stage === 'running') return;
        const plan = await this.planUndo(run);
        if (this.current.question === question) this.review(plan, []);
    }

    answer(answers: Answers): void {
        this.become(panel.answer(this.current, answers, this.host.aim));
    }

    /** Returns to the report that this state started from. @returns false when there is none, which closes the panel */
    back(): boolean {
        this.become(panel.back(this.current));
        void this.countUndo();
        return this.current.stage !== 'none';
    }

    showResults(): void {
        this.become(panel.showResults(this.current));
    }

    close(): void {
        this.become(panel.close(this.current));
    }

    pause(): void {
        this.run?.pause();
    }

    resume(): void {
        this.run?.resume();
    }

    stop(): void {
        this.run?.stop();
    }

    async reviewSelection(): Promise<void> {
        this.become(panel.reviewSelection(this.current));
        if (this.current.stage !== 'reading') return;
        const { question, matching } = this.current;
        await this.attempt(question, { what: 'read users' }, async () => {
            const users = await readAllUsers(this.host.org, matching, (count) => {
                this.become(panel.readSoFar(this.current, question, count));
                return this.current.question === question;
            });
            if (users) this.become(panel.allRead(this.current, question, users, this.host.aim));
        });
    }

    /** Repeats what failed. */
    async tryAgain(): Promise<void> {
        const failure = 'failure' in this.current ? this.current.failure : null;
        switch (failure?.retry.what) {
            case 'read users':
                return this.reviewSelection();
            case 'plan undo':
                return this.undo();
            case 'count undo':
                return this.countUndo();
            case 'check again':
                return this.checkAgain();
            case 'plan again':
                return this.again(failure.retry.again);
        }
    }

    undo(): Promise<void> {
        return this.replan({ what: 'plan undo' }, (report) => this.planUndo(report));
    }

    again(again: Again): Promise<void> {
        const { org, aim } = this.host;
        return this.replan({ what: 'plan again', again }, (report) => planAgain(report, again, org, aim.kindOf));
    }

    /** Reads the uncertain users of the report again. */
    async checkAgain(): Promise<void> {
        if (this.current.stage !== 'report') return;
        const { report, question } = this.current;
        await this.attempt(question, { what: 'check again' }, async () => {
            const checked = await checkAgain(report, this.host.org);
            this.become(panel.checked(this.current, question, checked));
            this.host.checked(checked);
            await this.countUndo();
        });
    }

    /** Plans users of a report again, such as those whom someone else moved in the meantime. */
    async moveAnyway(report: RunReport, userIds: Id[]): Promise<void> {
        if (this.current.stage === 'running') return;
        if (this.current.stage !== 'report' || this.current.report !== report) this.showReport(report);
        await this.again({ userIds });
    }

    /**
     * Settles an interrupted run by reading, then continues it, undoes it, or leaves the rest.
     * @returns false when another tab is working on it or ended it: nothing was done
     */
    async recover(runId: string, recovery: Recovery): Promise<boolean> {
        if (this.current.stage === 'running') return false;
        const found = await unfinishedEntry(this.host, runId);
        if (!found) return recovery === 'leave' && this.host.keeper.close(runId);
        const ran = await this.follow(found.entry.plan, runId, async () => {
            const taken = await takeOver(this.host, found);
            const go = recovery === 'continue' ? resumeRun : abandonRun;
            return taken && this.kept(taken.heartbeat, (options) => go(taken.entry, this.host.org, options));
        });
        if (ran && recovery === 'undo') await this.undo();
        return ran;
    }

    /** Runs the plan that the panel shows. */
    async runPlan(): Promise<void> {
        const state = this.current;
        const plan = 'plan' in state && state.stage !== 'running' ? state.plan : null;
        if (!plan) return;
        const { org, by, newRunId, keeper, clock } = this.host;
        const runId = newRunId();
        await this.follow(plan, runId, async () => {
            const obstacle = await obstacleTo(this.host, plan, runId, state);
            if (obstacle) return obstacle;
            const heartbeat = await keeper.begin({ runId, plan, by, startedAt: clock.now() });
            const run = this.kept(heartbeat, (options) => startRun(plan, org, { ...options, runId, by }));
            return settleRequest(this.host, plan, run);
        });
    }

    /** Starts a run whose progress goes to its record in the org, if it has one. */
    private kept(heartbeat: Heartbeat | null, start: (options: PanelRunOptions) => Run): Run {
        this.become(panel.recorded(this.current, heartbeat !== null));
        return startKept(this.host, heartbeat, start, (progress) => {
            this.become(panel.progressed(this.current, progress));
        });
    }

    /** Sends the plan of the review to admins, instead of running it. */
    sendRequest(reason: string): Promise<void> {
        return sendReviewed(this.host, reason, { now: () => this.current, become: (state) => this.become(state) });
    }

    /** Makes a plan from the report, and runs it at once when it needs no review. */
    private async replan(retry: panel.Retry, make: (report: RunReport) => Promise<Plan>) {
        if (this.current.stage !== 'report') return;
        const { report, question } = this.current;
        await this.attempt(question, retry, async () => {
            const plan = await make(report);
            this.become(panel.replanned(this.current, question, plan, this.host.aim));
            if (this.current.stage !== 'review' || this.current.asked !== plan) return;
            if (panel.runsAtOnce(this.current)) await this.runPlan();
        });
    }

    /** Undo is offered if its plan would move someone. */
    private async countUndo(): Promise<void> {
        if (this.current.stage !== 'report' || !this.host.aim.mayEdit) return;
        const { report, question } = this.current;
        await this.attempt(question, { what: 'count undo' }, async () => {
            const { move } = summary(await this.planUndo(report));
            this.become(panel.undoCounted(this.current, question, move));
        });
    }

    private planUndo(run: RecordedRun): Promise<Plan> {
        return undoPlanOf(run, this.host.org, this.host.aim.kindOf);
    }

    private async attempt(question: number, retry: panel.Retry, act: () => Promise<void>): Promise<void> {
        this.become(panel.failed(this.current, question, null));
        try {
            await act();
        } catch (thrown) {
            this.become(panel.failed(this.current, question, { thrown, retry }));
        }
    }

    /**
     * @param start returns null when there is nothing left to run
     * @returns whether anything ran
     */
    private async follow(plan: Plan, runId: string, start: () => Promise<Run | Obstacle | null>): Promise<boolean> {
        this.become(panel.start(this.current, plan));
        this.host.started(plan);
        const ended = await this.host.runAlone(runId, async () => {
            const started = await start();
            if (started === null || typeof started === 'function') return started;
            this.run = started;
            return started.ended;
        });
        this.run = null;
        const report = typeof ended === 'function' ? null : ended;
        if (report) this.showReport(report);
        else if (typeof ended === 'function') this.become(ended(this.current));
        else this.become(panel.blockedByTab(this.current, this.host.aim));
        this.host.ended(report);
        return report !== null;
    }

    private showReport(report: RunReport): void {
        this.become(panel.openReport(this.current, report));
        void this.countUndo();
    }

    private become(state: panel.PanelState): void {
        if (state === this.current) return;
        this.current = state;
        this.host.changed(state);
    }
}
