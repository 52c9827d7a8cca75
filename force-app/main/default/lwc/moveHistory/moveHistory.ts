/**
 * Earlier moves: a list, and the results of the one that is open.
 * Events: `back`, `undo` (a `RecordedRun`), `anyway` (`{ report, userId }`).
 */
import { api, LightningElement } from 'lwc';
import { download } from 'c/browser';
import { movesCsv } from 'c/csv';
import { fill, LABELS } from 'c/labels';
import { summary } from 'c/movePlan';
import { checkAgain, countOutcomes } from 'c/moveRun';
import { OrgFault, type HistoryOrg, type HistoryRoute, type HistoryRun, type Id, type Org } from 'c/orgPort';
import { openRun, undoPlanOf, type OpenedRun } from 'c/runHistory';
import type { Viewpoint } from 'c/pageState';
import { faultText, reportTitle, type NameOf } from 'c/wording';
import { flawText } from './flaws.ts';
import { runLine, type RunLine } from './list.ts';

/** Moves loaded per page. */
const RUNS_PER_PAGE = 50;

export default class MoveHistory extends LightningElement {
    @api org!: Org & HistoryOrg;
    @api viewpoint!: Viewpoint;
    /** A run is in progress: no undo can start. */
    @api isBusy = false;

    labels = LABELS;
    isLoading = false;
    problem: string | null = null;
    /** Why this org has no history, or why this user can't see it. */
    unavailable: string | null = null;
    private runs: HistoryRun[] | null = null;
    private routes: HistoryRoute[] = [];
    private endCursor: string | null = null;
    private picked: HistoryRun | null = null;
    private kept: OpenedRun | null = null;
    /** How many users an undo would move, according to its plan; null until that is known. */
    private undoable: number | null = null;
    /** Counts reads, so that the answer of an abandoned one is dropped. */
    private readings = 0;
    private failed: () => Promise<void> = () => this.reload();

    connectedCallback() {
        void this.reload();
    }

    /** Reads the first page and the open run again. */
    @api async reload() {
        if (this.picked) await this.open(this.picked);
        await this.readRuns(null);
    }

    private async readRuns(after: string | null) {
        await this.read(
            () => this.readRuns(after),
            async (isCurrent) => {
                const page = await this.org.historyRuns({ words: [] }, after, RUNS_PER_PAGE);
                const routes = await this.org.historyRoutes(page.rows.map((run) => run.recordId));
                if (!isCurrent()) return;
                this.runs = [...(after === null ? [] : (this.runs ?? [])), ...page.rows];
                this.routes = [...(after === null ? [] : this.routes), ...routes];
                this.endCursor = page.endCursor;
            }
        );
    }

    private async open(run: HistoryRun) {
        this.picked = run;
        await this.read(
            () => this.open(run),
            async (isCurrent) => {
                const kept = await openRun(run, this.org);
                if (!isCurrent()) return;
                this.kept = kept;
                this.undoable = null;
                const plan = await undoPlanOf(kept.recorded, this.org, this.viewpoint.kindOf);
                if (isCurrent()) this.undoable = summary(plan).move;
            }
        );
    }

    /** Reads the uncertain users of the open run again. The record in the org stays as it was saved. */
    private async checkAgain(kept: OpenedRun) {
        await this.read(
            () => this.checkAgain(kept),
            async (isCurrent) => {
                const report = await checkAgain(kept.report, this.org);
                if (isCurrent()) this.kept = { ...kept, report };
            }
        );
    }

    /** `again` is what Try again repeats. */
    private async read(again: () => Promise<void>, work: (isCurrent: () => boolean) => Promise<void>) {
        const reading = (this.readings += 1);
        const isCurrent = () => reading === this.readings;
        this.isLoading = true;
        this.problem = null;
        this.unavailable = null;
        try {
            await work(isCurrent);
        } catch (thrown) {
            if (!isCurrent()) return;
            const isClosed = thrown instanceof OrgFault && (thrown.kind === 'invalid' || thrown.kind === 'forbidden');
            if (isClosed) this.unavailable = fill(LABELS.historyUnavailable, faultText(thrown));
            else this.problem = faultText(thrown);
            this.failed = again;
        } finally {
            if (isCurrent()) this.isLoading = false;
        }
    }

    get nameOf(): NameOf {
        return this.viewpoint.nameOf;
    }

    get isList(): boolean {
        return this.picked === null;
    }

    get lines(): RunLine[] | null {
        if (!this.runs?.length) return null;
        const now = Date.now();
        return this.runs.map((run) => {
            const routes = this.routes.filter((route) => route.recordId === run.recordId);
            return runLine(run, routes, this.nameOf, now);
        });
    }

    get isEmpty(): boolean {
        return this.runs?.length === 0;
    }

    get hasMore(): boolean {
        return this.endCursor !== null;
    }

    get report() {
        return this.kept?.report ?? null;
    }

    get uncertain(): number {
        return this.kept ? countOutcomes(this.kept.report.settled).uncertain : 0;
    }

    get checkLabel(): string {
        return fill(LABELS.checkAgain, this.uncertain);
    }

    get heading(): string {
        return this.kept ? reportTitle(this.kept.report, this.nameOf) : (this.picked?.name ?? '');
    }

    get pickedName(): string {
        return this.picked?.name ?? '';
    }

    get flaws(): string[] {
        return this.kept?.flaws.map(flawText) ?? [];
    }

    get mayUndo(): boolean {
        return this.viewpoint.mayEdit && (this.undoable ?? 0) > 0;
    }

    get undoLabel(): string {
        return fill(LABELS.undoCount, this.undoable ?? 0);
    }

    get nobodyGoesBack(): boolean {
        return this.undoable === 0 && (this.kept?.recorded.settled.some((move) => move.outcome === 'moved') ?? false);
    }

    handleRetry() {
        void this.failed();
    }

    handleMore() {
        void this.readRuns(this.endCursor);
    }

    handleOpen(event: Event) {
        const { recordId } = (event.currentTarget as HTMLElement).dataset;
        const run = this.runs?.find((one) => one.recordId === recordId);
        this.kept = null;
        if (run) void this.open(run);
    }

    handleCheckAgain() {
        if (this.kept) void this.checkAgain(this.kept);
    }

    /** Reads the list again, because closing drops an answer that is on its way, such as the one after an undo. */
    handleClose() {
        this.picked = null;
        this.kept = null;
        void this.readRuns(null);
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleUndo() {
        this.dispatchEvent(new CustomEvent('undo', { detail: this.kept?.recorded }));
    }

    handleMoveAnyway(event: CustomEvent<Id>) {
        this.dispatchEvent(new CustomEvent('anyway', { detail: { report: this.report, userId: event.detail } }));
    }

    handleDownloadCsv() {
        if (this.report) download(`switchboard-${this.pickedName}.csv`, movesCsv(this.report.settled, this.nameOf));
    }
}
