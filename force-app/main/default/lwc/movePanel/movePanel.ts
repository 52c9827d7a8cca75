/**
 * From a selection to its report: plan, review, run, undo. It never covers the table.
 * Events: `ended` (a `RunReport`), `clear` (the selection is no longer wanted).
 */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';
import { startRun, type Journal, type Progress, type Run, type RunReport } from 'c/moveRun';
import type { Plan } from 'c/movePlan';
import type { Org, User } from 'c/orgPort';
import type { Seen, Selection } from 'c/userFinder';
import { faultText, type NameOf } from 'c/wording';
import { actionsFor, type Action, type ActionName, type Stage } from './actions.ts';
import { movesCsv } from 'c/csv';
import { addUsersCsv, download } from './files.ts';
import { planFor, readAll, retryPlan, undoPlan } from './plans.ts';
import { subtitleOf, timeLeftOf, titleOf } from './titles.ts';

export default class MovePanel extends LightningElement {
    @api org!: Org;
    @api journal!: Journal;
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

    private begin() {
        const selection = this.picked;
        this.report = null;
        this.problem = null;
        this.isSure = false;
        this.users = selection?.users ?? [];
        this.stage = selection?.count ? 'selection' : 'none';
        this.plan = selection?.count && !selection.matching ? planFor(this.users, this.seen) : null;
    }

    get isShown(): boolean {
        return this.stage !== 'none';
    }

    get isReview(): boolean {
        return this.stage === 'review';
    }

    get nameOf(): NameOf {
        return this.seen.nameOf;
    }

    private get view() {
        const { stage, plan, report, progress, picked, seen, readSoFar } = this;
        return { stage, plan, report, progress, selection: picked, seen, readSoFar };
    }

    get title(): string {
        return titleOf(this.view);
    }

    get subtitle(): string {
        return subtitleOf(this.view);
    }

    get timeLeft(): string {
        return timeLeftOf(this.progress);
    }

    get actions(): Action[] {
        return actionsFor(this.view, this.isSure);
    }

    get cannotResume(): boolean {
        return this.stage === 'running' && !this.journal.available;
    }

    answer(event: CustomEvent<boolean>) {
        this.isSure = event.detail;
    }

    act(event: Event) {
        this.perform((event.target as unknown as { name: ActionName }).name);
    }

    private perform(name: ActionName) {
        switch (name) {
            case 'clear':
            case 'cancel':
            case 'done':
                this.close();
                break;
            case 'review':
                void this.openReview();
                break;
            case 'move':
                if (this.plan) void this.runPlan(this.plan);
                break;
            case 'pause':
                this.run?.pause();
                break;
            case 'continue':
                this.run?.resume();
                break;
            case 'stop':
                this.run?.stop();
                break;
            case 'retry':
                void this.replan((report) => retryPlan(report, this.org, this.seen));
                break;
            case 'undo':
                void this.replan((report) => undoPlan(report, this.org, this.seen));
                break;
            case 'csv':
                if (this.report) download('switchboard-report.csv', movesCsv(this.report.settled, this.nameOf));
                break;
        }
    }

    private close() {
        this.readings += 1;
        this.stage = 'none';
        this.plan = null;
        this.report = null;
        this.dispatchEvent(new CustomEvent('clear'));
    }

    tryAgain() {
        void this.failed();
    }

    private async openReview() {
        const matching = this.picked?.matching;
        if (!this.plan && matching) {
            const reading = (this.readings += 1);
            this.stage = 'reading';
            this.problem = null;
            this.readSoFar = 0;
            try {
                const users = await readAll(this.org, matching, (count) => {
                    if (reading === this.readings) this.readSoFar = count;
                    return reading === this.readings;
                });
                if (!users || reading !== this.readings) return;
                this.users = users;
                this.plan = planFor(users, this.seen);
            } catch (thrown) {
                if (reading !== this.readings) return;
                this.problem = faultText(thrown);
                this.failed = () => this.openReview();
                return;
            }
        }
        this.stage = 'review';
    }

    private async replan(make: (report: RunReport) => Promise<Plan>) {
        const { report } = this;
        if (!report) return;
        this.problem = null;
        try {
            const plan = await make(report);
            this.report = null;
            this.plan = plan;
            this.isSure = true;
            if (plan.users.every((user) => user.verdict === 'move')) await this.runPlan(plan);
            else this.stage = 'review';
        } catch (thrown) {
            this.problem = faultText(thrown);
            this.failed = () => this.replan(make);
        }
    }

    private async runPlan(plan: Plan) {
        this.stage = 'running';
        this.report = null;
        window.addEventListener('beforeunload', warn);
        this.run = startRun(plan, this.org, {
            runId: crypto.randomUUID(),
            by: this.by,
            journal: this.journal,
            now: Date.now,
            wait,
            random: Math.random,
            onProgress: (progress) => {
                this.progress = progress;
            }
        });
        const report = await this.run.ended;
        window.removeEventListener('beforeunload', warn);
        this.run = null;
        this.progress = null;
        this.report = report;
        this.stage = 'report';
        this.dispatchEvent(new CustomEvent('ended', { detail: report }));
    }

    downloadAddUsers() {
        if (this.plan) download('add-users.csv', addUsersCsv(this.plan, this.users));
    }
}

function wait(ms: number): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks before the page is left while a run is on. */
function warn(event: BeforeUnloadEvent) {
    event.preventDefault();
}
