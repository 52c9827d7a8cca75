/** The page: renders its state, and passes on what its parts report. */
import { api, LightningElement } from 'lwc';
import userId from '@salesforce/user/Id';
import { hostName, repeat, wait, whileUnlocked } from 'c/browser';
import type { CallCenter } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { openJournal } from 'c/moveJournal';
import { needsReview, type Plan, type RecordedRun } from 'c/movePlan';
import type { Recover } from 'c/moveRecovery';
import type { RunReport, Settled } from 'c/moveRun';
import type { Notice } from 'c/notice';
import type { Choice, HistoryOrg, Id, Org, SelfTestOrg } from 'c/orgPort';
import { PageFlow } from 'c/pageFlow';
import {
    centerAfter,
    centerName,
    chosenCenter,
    nextToUndo,
    openPage,
    permitted,
    readAddress,
    type Click,
    type Viewpoint
} from 'c/pageState';
import { BEAT, RunKeeper } from 'c/runRecord';
import type { RowAction } from 'c/userFinder';
import type { Selection } from 'c/userSelection';
import { noticeOf, problemsOf } from './messages.ts';
import type { FinderPart, HistoryPart, PanelPart } from './pageParts.ts';
import { permission } from './permission.ts';
import { unsavedText } from './unsavedText.ts';
import { Viewpoints } from './viewpoints.ts';

export default class Switchboard extends LightningElement {
    /** `setup` inside Setup, where the page is a frame below Setup's own title; `tab` anywhere else. */
    @api host = 'tab';
    labels = LABELS;
    address = readAddress(window.location.search);
    page = permitted(openPage(this.address), permission());
    port: (Org & HistoryOrg & SelfTestOrg) | null = null;
    selection: Selection | null = null;
    height = '';
    journal = openJournal(() => window.localStorage, { org: window.location.host, user: userId });
    userId = userId;
    keeper: RunKeeper | null = null;
    private flow!: PageFlow;
    private stopLooking = () => {};
    private viewpoints = new Viewpoints();

    renderedCallback() {
        if (this.port) return;
        const org = (this.refs?.org as unknown as { port: Org & HistoryOrg & SelfTestOrg }).port;
        this.port = org;
        // The page takes the rest of the window, so that only lists and the table scroll.
        const { top } = (this.refs?.org as HTMLElement).getBoundingClientRect();
        this.height = `height: calc(100vh - ${Math.max(0, Math.round(top))}px)`;
        const keeper = new RunKeeper({
            org,
            userId,
            holder: crypto.randomUUID(),
            host: hostName(),
            now: Date.now,
            repeat,
            centerName: (id) => centerName(this.page, id)
        });
        this.keeper = keeper;
        this.flow = new PageFlow(
            {
                org,
                journal: this.journal,
                keeper,
                userId,
                clock: { now: Date.now, wait, random: Math.random },
                permission,
                newRunId: () => crypto.randomUUID(),
                whileUnlocked,
                changed: (page) => {
                    this.page = page;
                }
            },
            this.page
        );
        void this.flow.readOverview();
        this.flow.saveAll();
        this.stopLooking = repeat(BEAT, () => this.flow.readRunsAgain());
        void this.showLinkedUser();
    }

    disconnectedCallback() {
        this.stopLooking();
    }

    get isCompact(): boolean {
        return this.host === 'setup';
    }

    get isTab(): boolean {
        return !this.isCompact;
    }

    get pageClass(): string {
        return this.isCompact ? 'page compact' : 'page';
    }

    get viewpoint(): Viewpoint {
        return this.viewpoints.of(this.page);
    }

    get center(): CallCenter | null {
        return chosenCenter(this.page);
    }

    /** Users who may edit users may name a call center, too. The org decides. */
    get registry(): Org | null {
        return this.mayNotEdit ? null : this.port;
    }

    get mayNotEdit(): boolean {
        return this.page.permission === 'missing';
    }

    get heading(): string {
        const { chosen, target, nameOf } = this.viewpoint;
        return chosen === 'everyone' ? LABELS.everyone : nameOf(target);
    }

    get hint(): string {
        // What the hints advise to do can't be done.
        if (this.viewpoint.hidesMemberships) return '';
        return this.page.chosen === 'everyone' ? LABELS.everyoneHint : LABELS.withoutHint;
    }

    get centerChoices(): Choice[] {
        return (this.page.overview.value?.centers ?? []).map(({ id }) => ({ id, name: this.viewpoint.nameOf(id) }));
    }

    get choices(): { profiles: Choice[]; roles: Choice[] } {
        return this.page.choices.value ?? { profiles: [], roles: [] };
    }

    get problems() {
        return problemsOf(this.page);
    }

    get notice(): Notice | null {
        const { message } = this.page;
        return message && noticeOf(message, this.viewpoint.nameOf, nextToUndo(this.page));
    }

    get unsavedText(): string | null {
        return this.page.unsaved && unsavedText(this.page.unsaved);
    }

    get showsHistory(): boolean {
        return this.page.view === 'history';
    }

    get showsCheck(): boolean {
        return this.port !== null && this.page.view === 'check';
    }

    get bodyClass(): string {
        return this.page.view === 'users' ? 'body' : 'body away';
    }

    handleChoose(event: CustomEvent<string>) {
        this.flow.choose(event.detail);
    }

    handleRefresh() {
        this.flow.refresh();
        this.finder?.reload();
    }

    handleRetryCounts() {
        void this.flow.readProfileCounts();
    }

    handleSaved() {
        void this.flow.readOverview();
    }

    /** Other runs are read after the first rows, so that they don't hold them up. */
    handleFirstRows() {
        void this.flow.readRuns();
    }

    handleOpenFilters() {
        void this.flow.readChoices();
    }

    handleSelection(event: CustomEvent<Selection>) {
        this.selection = event.detail;
        if (event.detail.count) void this.flow.readUserName();
    }

    async handleRowAction(event: CustomEvent<RowAction>) {
        const { user, to, plan } = event.detail;
        if (!this.flow.mayPress(user, to, plan) || !plan) return;
        // A run of someone else is about to move this user, too. The review asks about that.
        const isOthers = this.keeper?.watch.concerns(user.id) ?? false;
        if (needsReview(plan) || isOthers) this.panel?.review(plan, [user]);
        else this.showClick(await this.flow.click(user, plan));
    }

    async handleUndo() {
        this.showClick(await this.flow.undo());
    }

    async handleUndoUser(event: CustomEvent<Id>) {
        this.showClick(await this.flow.undo(event.detail));
    }

    async handleCheck() {
        this.showClick(await this.flow.check());
    }

    handleCloseNotice() {
        this.flow.tell(null);
    }

    handleToggleHistory() {
        this.flow.show(this.showsHistory ? 'users' : 'history');
    }

    handleToggleCheck() {
        this.flow.show(this.showsCheck ? 'users' : 'check');
    }

    handleSaveHistory() {
        this.flow.saveAll();
    }

    async handleRecover(event: CustomEvent<Recover>) {
        const { runId, recovery } = event.detail;
        this.flow.started(null);
        await this.flow.readUserName();
        try {
            const ran = await this.panel?.recover(runId, recovery);
            if (!ran) this.flow.tell({ about: 'run elsewhere' });
        } catch (thrown) {
            this.flow.tell({ about: 'failure', thrown });
        }
        if (!this.panel?.isRunning) void this.flow.ended(null);
        void this.flow.readRuns();
    }

    async handleUndoRun(event: CustomEvent<RecordedRun>) {
        await this.flow.readUserName();
        try {
            await this.panel?.undoRun(event.detail);
        } catch (thrown) {
            this.flow.tell({ about: 'failure', thrown });
        }
    }

    async handleMoveAnyway(event: CustomEvent<{ report: RunReport; userId: Id }>) {
        await this.flow.readUserName();
        await this.panel?.moveAnyway(event.detail.report, event.detail.userId);
    }

    handleStart(event: CustomEvent<Plan>) {
        this.flow.started(event.detail);
    }

    handleSettled(event: CustomEvent<Settled[]>) {
        this.flow.settled(event.detail);
        this.follow(event.detail);
    }

    async handleEnd(event: CustomEvent<RunReport | null>) {
        const report = event.detail;
        if (report) this.finder?.afterRun();
        await this.flow.ended(report);
        if (report) await this.history?.reload();
    }

    /** Uncertain users were read again. The history keeps them as uncertain: its Undo reads them, too. */
    handleChecked(event: CustomEvent<RunReport>) {
        this.follow(event.detail.settled);
        void this.flow.readCounts();
    }

    handleClear() {
        this.finder?.clearSelection();
    }

    /** Finds the user of the page's link by name, as the admin would. */
    private async showLinkedUser() {
        if (!this.address.user) return;
        const name = await this.flow.nameOfUser(this.address.user);
        if (name) this.finder?.find(name);
    }

    /** Shows users in the table where they are now. */
    private follow(settled: Settled[]) {
        const moves = settled.flatMap((one) => {
            const to = centerAfter(one);
            return to === undefined ? [] : [{ userId: one.userId, to }];
        });
        this.finder?.applyMoves(moves);
    }

    private showClick(click: Click | null) {
        if (!click) return;
        const { run } = click;
        this.follow([run.settled]);
        if (run.report) void this.flow.save(run.report).then(() => this.history?.reload());
    }

    private get finder() {
        return this.refs?.finder as unknown as FinderPart | undefined;
    }

    private get panel() {
        return this.refs?.panel as unknown as PanelPart | undefined;
    }

    private get history() {
        return this.refs?.history as unknown as HistoryPart | undefined;
    }
}
