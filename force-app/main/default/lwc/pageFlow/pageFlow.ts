/** What the page does: reads, clicks, and saving the history, one `Page` after the other. */
import type { MoveJournal } from 'c/moveJournal';
import type { Plan } from 'c/movePlan';
import type { RunOptions, RunReport, Settled } from 'c/moveRun';
import { OrgFault, type CallCenterAnswer, type HistoryOrg, type Id, type Org, type User } from 'c/orgPort';
import * as state from 'c/pageState';
import { HistoryWriter } from 'c/runHistory';
import type { RunKeeper } from 'c/runRecord';
import { checkClick, clickRow, undoClick, type ClickOptions } from './clicks.ts';
import { readChoices, readCounts, readName, readOverview, saveCenters } from './reads.ts';

/** How long a user's button waits after a move, in milliseconds: longer than the two presses of a double click. */
const REST = 1_000;

/** What the flow needs from the page. */
export interface PageHost {
    readonly org: Org & HistoryOrg;
    readonly journal: MoveJournal;
    readonly keeper: RunKeeper;
    /** The user who works with the page. */
    readonly userId: Id;
    readonly clock: Pick<RunOptions, 'now' | 'wait' | 'random'>;
    /** Whether that user may edit users. It is asked again each time the page reads, because it may not be known at first. */
    permission(): state.Permission;
    newRunId(): string;
    whileUnlocked: ClickOptions['whileUnlocked'];
    changed(page: state.Page): void;
}

export class PageFlow {
    private host: PageHost;
    private page: state.Page;
    private readingName: Promise<void> | null = null;
    private history: HistoryWriter;

    constructor(host: PageHost, page: state.Page) {
        this.host = host;
        this.page = page;
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

    async readOverview(): Promise<void> {
        const { chosen } = this.page;
        this.askPermission();
        try {
            const answer = await readOverview(this.host.org, (overview) => {
                this.become(state.overviewRead(this.page, overview));
            });
            void this.saveCenters(answer);
        } catch (thrown) {
            this.become(state.overviewFailed(this.page, thrown));
        }
        this.askPermission();
        // The address may have asked for a call center that is known only now.
        if (this.page.chosen !== chosen && !this.page.profileCounts.value) this.readChosen();
    }

    /** Saves the names and types of call centers for colleagues, when this user may. */
    private async saveCenters(answer: CallCenterAnswer): Promise<void> {
        if (this.host.permission() === 'missing') return;
        const saving = await saveCenters(this.host.org, answer, this.host.clock.now());
        if (saving.status !== 'none') this.become(state.centersSaved(this.page, saving));
    }

    choose(chosen: string): void {
        this.become(state.choose(this.page, chosen));
        this.readChosen();
    }

    refresh(): void {
        void this.readOverview();
        void this.readProfileCounts();
        void this.readRuns();
    }

    /** Reads which runs are in progress on other pages, or were cut off. Without an answer, what was read before stays. */
    async readRuns(): Promise<void> {
        const { journal, keeper } = this.host;
        try {
            const runs = await keeper.watch.look(journal.unfinished().map(({ runId }) => runId));
            this.become(state.runsRead(this.page, runs));
        } catch (thrown) {
            // The history says why it isn't available. Moves don't depend on it.
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }

    /** While others move users, their progress is read again from time to time. */
    readRunsAgain(): void {
        if (this.page.runs.length) void this.readRuns();
    }

    async readProfileCounts(): Promise<void> {
        const { chosen } = this.page;
        const center = state.chosenCenter(this.page);
        this.become(state.profileCountsRead(this.page, chosen, { failure: null }));
        // Members that can't be counted can't be counted by profile, either.
        if (!center || center.members === null) return;
        try {
            const [value] = await Promise.all([this.host.org.profileCounts(center.id), this.readChoices()]);
            this.become(state.profileCountsRead(this.page, chosen, { value }));
        } catch (thrown) {
            this.become(state.profileCountsRead(this.page, chosen, { failure: thrown }));
        }
    }

    /** Profiles and roles, once. */
    async readChoices(): Promise<void> {
        if (this.page.choices.value) return;
        try {
            const value = await readChoices(this.host.org);
            this.become(state.choicesRead(this.page, { value, failure: null }));
        } catch (thrown) {
            this.become(state.choicesRead(this.page, { failure: thrown }));
        }
    }

    /** The name of the user who works with the page, for reports. Without it, reports have no name. */
    readUserName(): Promise<void> {
        this.readingName ??= readName(this.host.org, this.host.userId).then(
            (name) => this.become(state.named(this.page, name)),
            (thrown: unknown) => {
                // It is read again the next time.
                this.readingName = null;
                if (!(thrown instanceof OrgFault)) throw thrown;
            }
        );
        return this.readingName;
    }

    /** @returns the name of a user; null when there is no such user, or it couldn't be read, and the page says so */
    async nameOfUser(userId: Id): Promise<string | null> {
        try {
            const [user] = await this.host.org.memberships([userId]);
            if (user) return user.name;
            this.tell({ about: 'unknown user' });
        } catch (thrown) {
            this.tell({ about: 'failure', thrown });
        }
        return null;
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
        await this.readUserName();
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
        await this.readUserName();
        const { kindOf } = state.viewpointOf(this.page);
        return this.endClick(await undoClick(click, report, kindOf, this.host.org, this.clickOptions));
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
        void this.readCounts();
        await this.save(report);
    }

    /** Counts the members again. It's one request, or two when a call center is chosen. */
    async readCounts(): Promise<void> {
        void this.readProfileCounts();
        try {
            const counts = await readCounts(this.host.org);
            this.become(state.countsRead(this.page, counts));
        } catch (thrown) {
            this.become(state.overviewFailed(this.page, thrown));
        }
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
        if (state.centerAfter(click.run.settled) !== undefined) void this.readProfileCounts();
        return click;
    }

    private askPermission(): void {
        this.become(state.permitted(this.page, this.host.permission()));
    }

    /** Choosing a target comes before moving someone, so the name for the report is read now. */
    private readChosen(): void {
        void this.readProfileCounts();
        void this.readUserName();
    }

    private get clickOptions(): ClickOptions {
        const { journal, clock, newRunId, whileUnlocked } = this.host;
        return { journal, by: this.page.userName, ...clock, newRunId, whileUnlocked };
    }

    private become(page: state.Page): void {
        if (page === this.page) return;
        this.page = page;
        this.host.changed(page);
    }
}
