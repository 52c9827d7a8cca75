/** The page: renders its state, and passes on what its parts report. Event: `address` (a `Shown`: it shows something else). */
import { api, LightningElement } from 'lwc';
import userId from '@salesforce/user/Id';
import type { Shown as ShownPlace } from 'c/addressBar';
import { keepFocus, repeat, showStart, wait, whileNarrow } from 'c/browser';
import type { ImportReview } from 'c/importPage';
import { keysAreOn, switchKeys } from 'c/keys';
import { LABELS } from 'c/labels';
import { openJournal } from 'c/moveJournal';
import type { Plan, RecordedRun } from 'c/movePlan';
import type { Recover } from 'c/moveRecovery';
import type { RunReport, Settled } from 'c/moveRun';
import type { RequestDesk } from 'c/moveRequests';
import type { Id, Org, PageOrg, UserSearch, UserPagesOrg } from 'c/orgPort';
import type { PageFlow } from 'c/pageFlow';
import { openPage, permitted, readAddress, type Address, type View, type Viewpoint } from 'c/pageState';
import type { Layout } from 'c/panelState';
import { BEAT, type RunKeeper } from 'c/runRecord';
import type { RequestPress } from 'c/requestList';
import type { RowAction } from 'c/userFinder';
import type { Selection } from 'c/userSelection';
import { askAhead, openedSearch } from './askAhead.ts';
import { connect } from './connect.ts';
import { copyLink } from './copyLink.ts';
import { obeyKeys } from './keyboard.ts';
import { keyActions } from './keyActions.ts';
import type { Moves } from './moves.ts';
import type { PageParts } from './pageParts.ts';
import { permission } from './permission.ts';
import { placeOf } from './place.ts';
import type { Places } from './places.ts';
import type { Requests } from './requests.ts';
import { ShownMemo, type Shown } from './shown.ts';
import { Viewpoints } from './viewpoints.ts';

export default class Switchboard extends LightningElement {
    /** `setup` inside Setup, where the page is a frame below Setup's own title; `tab` anywhere else. */
    @api host = 'tab';
    /** In Setup: the address of the tab, for links to it. */
    @api tab = '';
    labels = LABELS;
    asked: Address = readAddress(window.location.search);
    page = permitted(openPage(this.asked), permission());
    port: PageOrg | null = null;
    users: UserPagesOrg | null = null;
    search: UserSearch | null = null;
    selection: Selection | null = null;
    height = '';
    layout: Layout = 'none';
    /** Too narrow for the list of call centers, which opens from a picker then, as in Setup. */
    isNarrow = false;
    showsKeys = false;
    areKeysOn = keysAreOn();
    /** What screen readers read out. */
    announcement = '';
    journal = openJournal(() => window.localStorage, { org: window.location.host, user: userId });
    userId = userId;
    keeper: RunKeeper | null = null;
    desk: RequestDesk | null = null;
    private flow!: PageFlow;
    private moves!: Moves;
    private requests!: Requests;
    private places: Places | null = null;
    private stops: (() => void)[] = [];
    private memo = new ShownMemo();
    private viewpoints = new Viewpoints();

    // What the parts report.
    handleSearch = ({ detail }: CustomEvent<UserSearch>) => this.places?.searched((this.search = detail));
    handleRetryCounts = () => void this.flow.reads.profileCounts();
    handleSaved = () => void this.flow.reads.overview();
    handleFirstRows = () => this.flow.reads.afterFirstRows();
    handleOpenFilters = () => void this.flow.reads.choices();
    handleRowAction = (event: CustomEvent<RowAction>) => void this.moves.press(event.detail);
    handleUndo = () => void this.moves.undo();
    handleUndoUser = (event: CustomEvent<Id>) => void this.moves.undo(event.detail);
    handleCheck = () => void this.moves.check();
    handleRecover = (event: CustomEvent<Recover>) => void this.moves.recover(event.detail);
    handleUndoRun = (event: CustomEvent<RecordedRun>) => void this.moves.undoRun(event.detail);
    handleMoveAnyway = (event: CustomEvent<{ report: RunReport; userIds: Id[] }>) =>
        void this.moves.moveAnyway(event.detail.report, event.detail.userIds);
    handleStart = (event: CustomEvent<Plan>) => this.flow.started(event.detail);
    handleSettled = (event: CustomEvent<Settled[]>) => this.moves.settled(event.detail);
    handleEnd = (event: CustomEvent<RunReport | null>) => void this.moves.ended(event.detail);
    handleChecked = (event: CustomEvent<RunReport>) => this.moves.checked(event.detail);
    handleCloseNotice = () => this.flow.tell(null);
    handleView = (event: CustomEvent<View>) => this.openView(event.detail);
    handleCheckOrg = () => this.openView('check');
    handleReadChecks = () => void this.flow.reads.checks();
    handleCheckedCenter = (event: CustomEvent<Id>) => this.openView('users', event.detail);
    handleImport = () => this.openView('import');
    handleExport = () => this.openView('export');
    handleOpenExport = () => this.flow.reads.forExport();
    handleReviewImport = (event: CustomEvent<ImportReview>) => void this.moves.reviewImport(event.detail);
    handleRequests = () => this.openView('requests');
    handleRequest = (event: CustomEvent<RequestPress>) => void this.requests.press(event.detail);
    handleSent = () => this.requests.sent();
    handleBack = () => this.openView('users');
    handleSaveHistory = () => this.flow.saveAll();
    handleClear = () => this.parts.finder?.clearSelection();
    handleFocusLost = () => void keepFocus(() => this.refs?.main as HTMLElement | undefined);

    /** What to show. In a tab, it follows the address of the browser. */
    @api get address(): Address {
        return this.asked;
    }
    set address(address: Address) {
        this.asked = address;
        if (this.places) this.places.open();
        else this.page = permitted(openPage(address), permission());
    }

    connectedCallback() {
        // The page takes the rest of the window, so that only lists and the table scroll. Measured while it's empty, because
        // later the browser has to lay it out first.
        const top = this.template?.host.getBoundingClientRect().top ?? 0;
        this.height = `height: calc(100vh - ${Math.max(0, Math.round(top))}px)`;
        const stop = whileNarrow((isNarrow) => {
            this.isNarrow = isNarrow;
        });
        this.stops.push(stop);
    }

    renderedCallback() {
        this.places?.rendered();
        if (this.keeper) return;
        const org = (this.refs?.org as unknown as { port: PageOrg }).port;
        const parts = () => this.parts;
        const tellAddress = (detail: ShownPlace) =>
            this.dispatchEvent(new CustomEvent<ShownPlace>('address', { detail }));
        Object.assign(this, connect(org, this, parts, tellAddress));
        // First the users, for whom everyone waits.
        this.search = openedSearch(this.asked, this.viewpoint);
        this.users = askAhead(org, this.search);
        void this.flow.reads.overview();
        // The questions are sent before the page is drawn, because `c-org` is drawn first.
        void Promise.resolve().then(() => {
            this.port = org;
        });
        this.flow.saveAll();
        this.stops.push(
            repeat(BEAT, () => this.flow.reads.runsAgain()),
            obeyKeys(keyActions(this))
        );
        void this.places!.showUser();
        // After a reload, no review is open.
        this.places!.changed(false);
    }

    disconnectedCallback() {
        for (const stop of this.stops.splice(0)) stop();
    }

    get isCompact(): boolean {
        return this.host === 'setup';
    }

    get usesPicker(): boolean {
        return this.isCompact || this.isNarrow;
    }

    get showsList(): boolean {
        return !this.usesPicker;
    }

    get pageClass(): string {
        return this.isCompact ? 'page compact' : 'page';
    }

    get viewpoint(): Viewpoint {
        return this.viewpoints.of(this.page);
    }

    /** Users who may edit users may name a call center, too. The org decides. */
    get registry(): Org | null {
        return this.shown.mayNotEdit ? null : this.port;
    }

    get shown(): Shown {
        return this.memo.of(this.page, this.viewpoint);
    }

    get place() {
        return placeOf(this.shown.view, this.layout, this.page.message !== null);
    }

    handleChoose(event: CustomEvent<string>) {
        this.flow.choose(event.detail);
        this.places?.changed(true);
    }

    handleRefresh() {
        this.flow.refresh();
        this.parts.finder?.reload();
    }

    handleSelection(event: CustomEvent<Selection>) {
        this.selection = event.detail;
        if (event.detail.count) void this.flow.reads.userName();
    }

    handleKeys() {
        this.showsKeys = !this.showsKeys;
        this.handleFocusLost();
    }

    handleSwitchKeys(event: CustomEvent<boolean>) {
        switchKeys(event.detail);
        this.areKeysOn = event.detail;
    }

    async handleCopyLink() {
        if (this.places) this.flow.tell(await copyLink(this.places.address, this.tab));
    }

    handleLayout(event: CustomEvent<Layout>) {
        const opens = event.detail === 'full' && this.layout !== 'full';
        this.layout = event.detail;
        this.places?.changed(this.layout === 'full');
        this.focusView();
        if (opens) void showStart(() => this.refs?.main as HTMLElement | undefined);
    }

    handleAnnounce(event: CustomEvent<string>) {
        event.stopPropagation();
        // A text that is there already isn't read out again, so the same one comes back with a space that no one hears.
        this.announcement = event.detail === this.announcement ? `${event.detail}\u00A0` : event.detail;
    }

    openView(view: View, center: Id | null = null) {
        if (center !== null) this.flow.choose(center);
        this.flow.show(view);
        this.places?.changed(true);
        this.focusView();
    }

    private focusView() {
        // Once it's drawn.
        if (this.shown.view === 'import' && this.layout !== 'full')
            void wait(0).then(() => this.parts.importer?.focus());
        else this.handleFocusLost();
    }

    get parts(): PageParts {
        return (this.refs ?? {}) as unknown as PageParts;
    }
}
