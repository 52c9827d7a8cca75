/**
 * Earlier moves: the list beside the results of the one that is open.
 * Events: `back`, `undo` (a `RecordedRun`), `anyway` (`{ report, userIds }`).
 */
import { api, LightningElement } from 'lwc';
import { announce, later } from 'c/browser';
import { counted, fill, LABELS } from 'c/labels';
import type { PlannedUser } from 'c/movePlan';
import { checkAgain, countOutcomes } from 'c/moveRun';
import type { HistoryOrg, HistoryRoute, HistoryRun, Id, Org } from 'c/orgPort';
import { openRun, searchWords, undoPlanOf, type OpenedRun } from 'c/runHistory';
import type { Viewpoint } from 'c/pageState';
import { undoText, type NameOf } from 'c/wording';
import { flawText } from './flaws.ts';
import { IDLE, Reading, type ReadingState } from './reading.ts';

/** Moves loaded per page. */
const RUNS_PER_PAGE = 50;
/** Milliseconds without a key press before a search starts. */
const TYPING_PAUSE = 300;

export default class MoveHistory extends LightningElement {
    @api org!: Org & HistoryOrg;
    @api viewpoint!: Viewpoint;
    /** A run is in progress: no undo can start. */
    @api isBusy = false;

    labels = LABELS;
    runs: HistoryRun[] | null = null;
    routes: HistoryRoute[] = [];
    listState: ReadingState = IDLE;
    runState: ReadingState = IDLE;
    showsOldMoves = false;
    private words: string[] = [];
    private endCursor: string | null = null;
    private picked: HistoryRun | null = null;
    private kept: OpenedRun | null = null;
    /** Users whom an undo would move, according to its plan; null until that is known. */
    private undoable: PlannedUser[] | null = null;
    private stopTyping = () => {};
    private list = new Reading((state) => (this.listState = state));
    private run = new Reading((state) => (this.runState = state));

    connectedCallback() {
        void this.reload();
    }

    disconnectedCallback() {
        this.stopTyping();
    }

    /** Reads the first page and the open run again. */
    @api async reload() {
        await Promise.all([this.readRuns(null), this.picked && this.open(this.picked)]);
    }

    private readRuns(after: string | null): Promise<void> {
        return this.list.read(async (isCurrent) => {
            const page = await this.org.historyRuns({ words: this.words }, after, RUNS_PER_PAGE);
            const routes = await this.org.historyRoutes(page.rows.map((run) => run.recordId));
            if (!isCurrent()) return;
            this.runs = [...(after === null ? [] : (this.runs ?? [])), ...page.rows];
            this.routes = [...(after === null ? [] : this.routes), ...routes];
            this.endCursor = page.endCursor;
        });
    }

    private open(run: HistoryRun): Promise<void> {
        this.picked = run;
        this.showsOldMoves = false;
        return this.run.read(async (isCurrent) => {
            const kept = await openRun(run, this.org);
            if (!isCurrent()) return;
            this.kept = kept;
            this.undoable = null;
            const plan = await undoPlanOf(kept.recorded, this.org, this.viewpoint.kindOf);
            if (isCurrent()) this.undoable = plan.users.filter((user) => user.verdict === 'move');
        });
    }

    get nameOf(): NameOf {
        return this.viewpoint.nameOf;
    }

    get isLoading(): boolean {
        return this.listState.isLoading || this.runState.isLoading;
    }

    /** Where there's room for one of both, an open move takes the place of the list. */
    get cardsClass(): string {
        const isOpened = this.showsOldMoves || this.report || this.runState.problem || this.runState.unavailable;
        return isOpened ? 'history opened' : 'history';
    }

    get hasOpened(): boolean {
        return this.showsOldMoves || this.picked !== null;
    }

    get hasMore(): boolean {
        return this.endCursor !== null;
    }

    get isSearch(): boolean {
        return this.words.length > 0;
    }

    get openedId(): Id | null {
        return this.picked?.recordId ?? null;
    }

    get report() {
        return this.kept?.report ?? null;
    }

    get number(): string {
        return this.picked?.name ?? '';
    }

    /** Nothing is open or about to be. */
    get isIdle(): boolean {
        return !this.hasOpened && (this.runs?.length ?? 0) > 0;
    }

    get uncertain(): number {
        return this.kept ? countOutcomes(this.kept.report.settled).uncertain : 0;
    }

    get checkLabel(): string {
        return fill(LABELS.checkAgain, this.uncertain);
    }

    get flaws(): string[] {
        return this.kept?.flaws.map(flawText) ?? [];
    }

    get undoLabel(): string | null {
        const users = this.viewpoint.mayEdit ? (this.undoable ?? []) : [];
        if (!users.length) return null;
        return undoText(
            users.length,
            users.map((user) => user.to),
            this.nameOf
        );
    }

    get nobodyGoesBack(): boolean {
        const didMove = this.kept?.recorded.settled.some((move) => move.outcome === 'moved') ?? false;
        return this.undoable?.length === 0 && didMove;
    }

    handleRetryList() {
        void this.list.again();
    }

    handleRetryRun() {
        void this.run.again();
    }

    handleSearch(event: CustomEvent<string>) {
        this.stopTyping();
        this.stopTyping = later(TYPING_PAUSE, () => void this.search(searchWords(event.detail)));
    }

    private async search(words: string[]) {
        this.words = words;
        await this.readRuns(null);
        if (words !== this.words || !this.runs) return;
        announce(
            this,
            this.runs.length
                ? counted(this.runs.length, LABELS.historyFoundOne, LABELS.historyFound)
                : LABELS.historyNoMatchTitle
        );
    }

    handleMore() {
        void this.readRuns(this.endCursor);
    }

    handleOpen(event: CustomEvent<Id>) {
        const run = this.runs?.find((one) => one.recordId === event.detail);
        if (!run) return;
        this.kept = null;
        void this.open(run);
    }

    /** Reads the uncertain users of the open run again. The record in the org stays as it was saved. */
    handleCheckAgain() {
        const { kept } = this;
        if (!kept) return;
        void this.run.read(async (isCurrent) => {
            const report = await checkAgain(kept.report, this.org);
            if (isCurrent()) this.kept = { ...kept, report };
        });
    }

    /** Where there's no room for both: goes back from the open move to the list. */
    async handleClose() {
        const { picked } = this;
        this.drop();
        this.showsOldMoves = false;
        // The list can take the focus once it's shown again.
        await Promise.resolve();
        if (picked) (this.refs?.list as unknown as { focusOn(recordId: Id): void }).focusOn(picked.recordId);
    }

    handleOldMoves() {
        this.drop();
        this.showsOldMoves = true;
    }

    handleDeleted() {
        void this.readRuns(null);
    }

    private drop() {
        this.picked = null;
        this.kept = null;
        this.run.drop();
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleUndo() {
        this.dispatchEvent(new CustomEvent('undo', { detail: this.kept?.recorded }));
    }

    handleMoveAnyway(event: CustomEvent<Id[]>) {
        this.dispatchEvent(new CustomEvent('anyway', { detail: { report: this.report, userIds: event.detail } }));
    }
}
