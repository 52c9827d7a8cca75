/** The page: holds what its parts share, and passes on what they say. */
import { LightningElement } from 'lwc';
import mayManageUsers from '@salesforce/userPermission/ManageInternalUsers';
import userId from '@salesforce/user/Id';
import { recounted, type CallCenter, type Overview } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { openJournal } from 'c/moveJournal';
import { destination, needsReview, planMoves, type RecordedRun } from 'c/movePlan';
import type { Recover } from 'c/moveRecovery';
import type { RunReport } from 'c/moveRun';
import type { Notice } from 'c/notice';
import { OrgFault, type Choice, type HistoryOrg, type Id, type Org, type ProfileCount, type User } from 'c/orgPort';
import type { HistoryKeeper, Lacking } from 'c/runHistory';
import type { Seen, Selection } from 'c/userFinder';
import { faultText } from 'c/wording';
import { linkedCenter } from './link.ts';
import { readChoices, readName, readOverview } from './reads.ts';
import { see } from './see.ts';
import { alone, keeperOf, lackingText } from './keeping.ts';
import type { Finder, History, Panel } from './parts.ts';
import { clickUser, undoClick, type Click, type Work } from './oneClick.ts';

export default class Switchboard extends LightningElement {
    labels = LABELS;
    mayNotEdit = !mayManageUsers;
    port: (Org & HistoryOrg) | null = null;
    overview: Overview | null = null;
    centersProblem: string | null = null;
    chosen = 'everyone';
    profileCounts: ProfileCount[] | null = null;
    countsProblem: string | null = null;
    profiles: Choice[] = [];
    roles: Choice[] = [];
    choicesProblem: string | null = null;
    notice: Notice | null = null;
    selection: Selection | null = null;
    height = '';
    by = '';
    showsHistory = false;
    isRunning = false;
    /** What the history lacks, and why. */
    lacking: Lacking | null = null;
    journal = openJournal(() => window.localStorage, { org: window.location.host, user: userId });
    private linked = linkedCenter(window.location.search);
    private moving: ReadonlySet<Id> = new Set();
    private click: Click | null = null;
    private keeper: HistoryKeeper | null = null;
    private who: Promise<void> | null = null;
    private seenOf: { overview: Overview | null; chosen: string; moving: ReadonlySet<Id>; seen: Seen } | null = null;

    renderedCallback() {
        if (this.port) return;
        this.port = (this.refs?.org as unknown as { port: Org & HistoryOrg }).port;
        // The page takes the rest of the window, so that only lists and the table scroll.
        const { top } = (this.refs?.org as HTMLElement).getBoundingClientRect();
        this.height = `height: calc(100vh - ${Math.max(0, Math.round(top))}px)`;
        void this.readOverview();
        this.keepHistory();
    }

    get center(): CallCenter | null {
        return this.overview?.centers.find((center) => center.id === this.chosen) ?? null;
    }

    /** Who may edit users may say what a center is; the org decides. */
    get registry(): Org | null {
        return mayManageUsers ? this.port : null;
    }

    get heading(): string {
        return this.chosen === 'everyone' ? LABELS.everyone : this.seen.nameOf(this.seen.target);
    }

    get hint(): string {
        return this.chosen === 'everyone' ? LABELS.everyoneHint : LABELS.withoutHint;
    }

    get centerChoices(): Choice[] {
        return (this.overview?.centers ?? []).map(({ id }) => ({ id, name: this.seen.nameOf(id) }));
    }

    /** One object as long as nothing of it changes: every new one draws the table anew. */
    get seen(): Seen {
        const { overview, chosen, moving } = this;
        const of = this.seenOf;
        if (!of || of.overview !== overview || of.chosen !== chosen || of.moving !== moving) {
            this.seenOf = { overview, chosen, moving, seen: see(overview, chosen, moving) };
        }
        return this.seenOf!.seen;
    }

    choose(event: CustomEvent<string>) {
        this.linked = null;
        this.show(event.detail);
    }

    private show(chosen: string) {
        this.chosen = chosen;
        this.profileCounts = null;
        void this.readProfileCounts();
        // Whoever chooses a target is about to move somebody.
        void this.readWho();
    }

    refresh() {
        void this.readOverview();
        void this.readProfileCounts();
        this.finder?.reload();
    }

    async readOverview() {
        try {
            await readOverview(this.port!, (overview) => {
                this.overview = overview;
                this.centersProblem = null;
                this.followLink();
            });
        } catch (thrown) {
            this.centersProblem = faultText(thrown);
        }
    }

    /** Opens the center that the link of the page asks for, once, as soon as it is known. */
    private followLink() {
        const { linked } = this;
        if (!linked || !this.overview?.centers.some(({ id }) => id === linked)) return;
        this.linked = null;
        this.show(linked);
    }

    async readProfileCounts() {
        const { center, chosen } = this;
        this.countsProblem = null;
        if (!center) return;
        try {
            const [counts] = await Promise.all([this.port!.profileCounts(center.id), this.readChoices()]);
            if (chosen === this.chosen) this.profileCounts = counts;
        } catch (thrown) {
            if (chosen === this.chosen) this.countsProblem = faultText(thrown);
        }
    }

    /** Profiles and roles; once. */
    async readChoices() {
        if (this.profiles.length) return;
        try {
            const { profiles, roles } = await readChoices(this.port!);
            this.profiles = profiles;
            this.roles = roles;
            this.choicesProblem = null;
        } catch (thrown) {
            this.choicesProblem = faultText(thrown);
        }
    }

    select(event: CustomEvent<Selection>) {
        this.selection = event.detail;
        if (event.detail.count) void this.readWho();
    }

    /** Who is at work, for reports; without it they go without the name. */
    private readWho(): Promise<void> {
        this.who ??= readName(this.port!, userId).then(
            (name) => {
                this.by = name;
            },
            (thrown: unknown) => {
                // The report then goes without a name; it is tried again the next time.
                this.who = null;
                if (!(thrown instanceof OrgFault)) throw thrown;
            }
        );
        return this.who;
    }

    /** The button of a row was pressed. */
    async pick(event: CustomEvent<User>) {
        const user = event.detail;
        const { target, kindOf } = this.seen;
        const to = destination(user, target);
        if (needsReview(planMoves([user], to, kindOf))) this.panel?.review(user);
        else await this.perform(clickUser(user, to), user.id);
    }

    async undo() {
        if (!this.click || !this.notice) return;
        this.notice = { ...this.notice, isBusy: true };
        await this.perform(undoClick(this.click), this.click.user.id);
    }

    private async perform(work: Work, id: Id) {
        this.moving = new Set([...this.moving, id]);
        await this.readWho();
        this.click = await work({
            org: this.port!,
            journal: this.journal,
            nameOf: this.seen.nameOf,
            by: this.by,
            alone
        });
        this.moving = new Set([...this.moving].filter((other) => other !== id));
        this.notice = this.click.notice;
        if (this.click.report) this.keep(this.click.report);
        if (this.click.now !== undefined) {
            const move = { userId: id, from: this.click.user.callCenterId, to: this.click.now };
            this.finder?.applyMoves([move]);
            if (this.overview) this.overview = recounted(this.overview, [move]);
            void this.readProfileCounts();
        }
    }

    closeNotice() {
        this.notice = null;
    }

    toggleHistory() {
        this.showsHistory = !this.showsHistory;
    }

    get bodyClass(): string {
        return this.showsHistory ? 'body away' : 'body';
    }

    /** Said only when something went wrong: keeping the history takes a moment after every run. */
    get lackingText(): string | null {
        return this.lacking && lackingText(this.lacking);
    }

    /** Runs that ended and are not in the history yet, from an earlier visit too. */
    keepHistory() {
        void this.historyKeeper().keepAll();
    }

    private keep(report: RunReport) {
        const kept = this.historyKeeper().keep(report);
        void kept.then(() => this.history?.reload());
    }

    private historyKeeper(): HistoryKeeper {
        const centerName = (id: Id) => this.overview?.centers.find((center) => center.id === id)?.name ?? null;
        this.keeper ??= keeperOf(this.port!, this.journal, centerName, (lacking) => {
            this.lacking = lacking;
        });
        return this.keeper;
    }

    async recover(event: CustomEvent<Recover>) {
        const { runId, recovery } = event.detail;
        this.isRunning = true;
        await this.readWho();
        const ran = await this.panel?.recover(runId, recovery);
        if (!ran) this.notice = { tone: 'error', text: LABELS.runElsewhere, canUndo: false, isBusy: false };
        this.isRunning = this.panel?.isRunning ?? false;
    }

    async undoRun(event: CustomEvent<RecordedRun>) {
        await this.readWho();
        try {
            await this.panel?.undoRun(event.detail);
        } catch (thrown) {
            this.notice = { tone: 'error', text: faultText(thrown), canUndo: false, isBusy: false };
        }
    }

    async moveAnyway(event: CustomEvent<{ report: RunReport; userId: Id }>) {
        await this.readWho();
        await this.panel?.moveAnyway(event.detail.report, event.detail.userId);
    }

    started() {
        this.isRunning = true;
    }

    ended(event: CustomEvent<RunReport | null>) {
        this.isRunning = false;
        if (!event.detail) return;
        this.keep(event.detail);
        const moves = event.detail.settled.filter((settled) => settled.outcome === 'moved');
        this.finder?.applyMoves(moves.map(({ userId: id, to }) => ({ userId: id, to })));
        this.finder?.clearSelection();
        this.refresh();
    }

    clear() {
        this.finder?.clearSelection();
    }

    private get finder() {
        return this.refs?.finder as unknown as Finder | undefined;
    }

    private get panel() {
        return this.refs?.panel as unknown as Panel | undefined;
    }

    private get history() {
        return this.refs?.history as unknown as History | undefined;
    }
}
