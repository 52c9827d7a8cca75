/** What the page does: reads, clicks, and saving the history, one `Page` after the other. */
import type { KindOf, Plan } from 'c/movePlan';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault, type Id, type User } from 'c/orgPort';
import * as state from 'c/pageState';
import { HistoryWriter } from 'c/runHistory';
import { checkClick, clickRow, undoClick, type ClickOptions } from './clicks.ts';
import type { PageHost } from './pageHost.ts';
import { PageReads } from './pageReads.ts';

export type { PageHost } from './pageHost.ts';

/** How long a user's button waits after a move, in milliseconds: longer than the two presses of a double click. */
const REST = 1_000;

export class PageFlow {
    readonly reads: PageReads;
    private host: PageHost;
    private history: HistoryWriter;

    constructor(host: PageHost) {
        this.host = host;
        this.reads = new PageReads(host);
        this.history = new HistoryWriter({
            org: host.org,
            journal: host.journal,
            centerName: (id) => state.centerName(this.page, id),
            runs: host.keeper,
            alone: (runId, act) => host.whileUnlocked(runId, act),
            wait: (ms) => host.clock.wait(ms),
            onChange: (unsaved) => this.become(state.unsaved(this.page, unsaved))
        });
    }

    /** What is known about the types of call centers. */
    get kindOf(): KindOf {
        return state.viewpointOf(this.page).kindOf;
    }

    get mayEdit(): boolean {
        return state.viewpointOf(this.page).mayEdit;
    }

    choose(chosen: string): void {
        this.become(state.choose(this.page, chosen));
        this.reads.chosen();
    }

    /** Shows the view and the call center of another address. */
    open(address: state.Address): void {
        const { chosen } = this.page;
        this.become(state.openAddress(this.page, address));
        if (this.page.chosen !== chosen) this.reads.chosen();
    }

    refresh(): void {
        void this.reads.overview();
        void this.reads.profileCounts();
        void this.reads.runs();
        void this.reads.requests();
    }

    /**
     * Whether a pressed button still does what it says. If not, nothing is sent, and the page says why.
     * @param to where the button leads, and `plan` what the row does now; null when it does something else
     */
    mayPress(user: User, to: Id | null, plan: Plan | null): plan is Plan {
        if (plan && !this.page.inRun.has(user.id)) return true;
        const answer = state.answerToPress(this.page, user, to);
        if (answer) this.tell(answer);
        return false;
    }

    /** Runs the plan of a row. @returns the click when it ended; null when the user's last one is not long over */
    async click(user: User, plan: Plan): Promise<state.Click | null> {
        if (state.isBusy(this.page, user.id)) return null;
        this.become(state.startClick(this.page, user.id));
        await this.reads.userName();
        return this.endClick(await clickRow(user, plan, this.host.org, this.clickOptions));
    }

    /**
     * Undoes the latest click that isn't undone yet; with a user, the latest one of that user.
     * @returns null when there is none to undo
     */
    async undo(userId?: Id): Promise<state.Click | null> {
        const click = state.nextToUndo(this.page, userId);
        const report = click?.run.report;
        if (!click || !report) return null;
        this.become(state.startUndo(this.page, click));
        await this.reads.userName();
        return this.endClick(await undoClick(click, report, this.kindOf, this.host.org, this.clickOptions));
    }

    /** Checks again what the notice says isn't known. @returns the click as far as it is known now; null when there is none */
    async check(): Promise<state.Click | null> {
        const { message } = this.page;
        const click = message?.about === 'click' ? message.click : null;
        const open = click?.run.open;
        if (!click || !open) return null;
        this.become(state.startCheck(this.page, click));
        try {
            return this.endClick(await checkClick(click, open, this.host.org, this.clickOptions));
        } catch (thrown) {
            if (!(thrown instanceof OrgFault)) throw thrown;
            // Still not known, and the notice says so.
            return this.endClick(click);
        }
    }

    show(view: state.View): void {
        this.become(state.show(this.page, view));
        if (view === 'requests') void this.reads.requests();
    }

    tell(message: state.Message | null): void {
        this.become(state.tell(this.page, message));
    }

    /** @param plan null while the run isn't read yet */
    started(plan: Plan | null): void {
        this.become(state.runStarted(this.page, plan));
    }

    settled(settled: Settled[]): void {
        this.become(state.runSettled(this.page, settled));
    }

    /** @param report null: nothing ran. @returns once the report is saved to the history */
    async ended(report: RunReport | null): Promise<void> {
        this.become(state.runEnded(this.page));
        if (!report) return;
        void this.reads.counts();
        await this.save(report);
    }

    /** Saves runs that ended and aren't in the history yet, from an earlier visit, too. */
    saveAll(): void {
        void this.history.saveAll();
    }

    save(report: RunReport): Promise<void> {
        return this.history.save(report);
    }

    private endClick(click: state.Click): state.Click {
        this.become(state.endClick(this.page, click));
        void this.host.clock.wait(REST).then(() => this.become(state.rested(this.page, click.user.id)));
        if (state.centerAfter(click.run.settled) !== undefined) void this.reads.profileCounts();
        return click;
    }

    private get clickOptions(): ClickOptions {
        const { journal, clock, newRunId, whileUnlocked } = this.host;
        return { journal, by: this.page.userName, ...clock, newRunId, whileUnlocked };
    }

    private get page(): state.Page {
        return this.host.page;
    }

    private become(page: state.Page): void {
        this.host.become(page);
    }
}
