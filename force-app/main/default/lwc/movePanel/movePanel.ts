/**
 * From a selection to its report: plan, review, run, undo. A line below the table tells of the selection and of a run.
 * A review and results take the place of the table, which the event `layout` (a `Layout`) tells.
 * Events of a run: `start` (its `Plan`), `settled` (`Settled[]`, the users of one batch), and `ended` (a `RunReport`; null:
 * nothing ran). Also `checked` (a `RunReport` whose uncertain users were read again), `clear` (the selection is no longer
 * needed), and `sent` (the plan was sent to admins as a request).
 */
import { api, LightningElement } from 'lwc';
import { announce, download, isFocusLost } from 'c/browser';
import { movesCsv, movesFileName, planCsv } from 'c/csv';
import { counted, LABELS } from 'c/labels';
import { latest } from 'c/memo';
import { MoveFlow, type Recovery } from 'c/moveFlow';
import type { MoveJournal } from 'c/moveJournal';
import type { Answers, Plan, RecordedRun } from 'c/movePlan';
import { requestedOf, type RequestDesk } from 'c/moveRequests';
import type { RunReport } from 'c/moveRun';
import type { Id, Org, User } from 'c/orgPort';
import type { View, Viewpoint } from 'c/pageState';
import { CLOSED, layoutOf, type Layout, type PanelState } from 'c/panelState';
import type { RunKeeper } from 'c/runRecord';
import type { Selection } from 'c/userSelection';
import type { ActionName } from './actions.ts';
import { addUsersCsv } from './addUsersCsv.ts';
import { announcementOf } from './announcements.ts';
import { hostOf } from './panelHost.ts';
import { shownOf, type Shown } from './shown.ts';

export default class MovePanel extends LightningElement {
    @api org!: Org;
    @api journal!: MoveJournal;
    @api keeper!: RunKeeper;
    /** Where a plan goes that this user may not run. */
    @api requests!: RequestDesk;
    /** The user who works with the page. */
    @api userId: Id = '';
    @api viewpoint!: Viewpoint;
    /** The name of the user who moves, for the report. */
    @api by = '';
    /** What the page shows below a review or results. */
    @api view: View = 'users';

    labels = LABELS;
    state: PanelState = CLOSED;
    private latestSelection: Selection | null = null;
    private layout: Layout = 'none';
    private focused: PanelState['stage'] = 'none';
    private flow = new MoveFlow(hostOf(this));
    private shownFor = latest(shownOf);

    @api get selection(): Selection | null {
        return this.latestSelection;
    }
    set selection(selection: Selection | null) {
        this.latestSelection = selection;
        this.flow.select(selection);
    }

    renderedCallback() {
        const { stage } = this.state;
        const isNew = stage !== this.focused;
        this.focused = stage;
        // What takes the place of the table takes the focus, too. A line takes it only when what was pressed is gone.
        const isWanted = layoutOf(this.state) === 'full' || this.template?.activeElement || isFocusLost();
        if (isNew && isWanted) (this.refs?.heading as HTMLElement | undefined)?.focus();
    }

    @api get isRunning() {
        return this.state.stage === 'running';
    }

    /** Opens the review of a plan that needs more than one click. */
    @api review(plan: Plan, users: User[]) {
        this.flow.review(plan, users);
    }

    /** @returns false when no users are selected */
    @api reviewSelection(): boolean {
        if (this.state.stage !== 'selection') return false;
        void this.flow.reviewSelection();
        return true;
    }

    /** Leaves a review or results. @returns false when none is open */
    @api leave(): boolean {
        if (layoutOf(this.state) !== 'full') return false;
        this.handleBack();
        return true;
    }

    /** Opens the review of the undo of an earlier run. @throws OrgFault */
    @api undoRun(run: RecordedRun): Promise<void> {
        return this.flow.reviewUndo(run);
    }

    @api moveAnyway(report: RunReport, userIds: Id[]): Promise<void> {
        return this.flow.moveAnyway(report, userIds);
    }

    /** @returns false when another tab is working on the run or ended it: nothing was done */
    @api recover(runId: string, recovery: Recovery): Promise<boolean> {
        return this.flow.recover(runId, recovery);
    }

    get shown(): Shown {
        const { state, viewpoint, userId, backLabel } = this;
        return this.shownFor(state, viewpoint, backLabel, this.journal.available, userId);
    }

    handleAction(event: Event) {
        void this.actions[(event.target as unknown as { name: ActionName }).name]();
    }

    handleAnswer(event: CustomEvent<Answers>) {
        this.flow.answer(event.detail);
    }

    handleRetry() {
        void this.flow.tryAgain();
    }

    handleMoveAnyway(event: CustomEvent<Id[]>) {
        if (this.state.stage === 'report') void this.moveAnyway(this.state.report, event.detail);
    }

    handleAddUsersCsv() {
        if (this.state.stage === 'review') download('add-users.csv', addUsersCsv(this.state.plan, this.state.users));
    }

    private readonly actions: Record<ActionName, () => unknown> = {
        clear: () => this.close(),
        done: () => this.close(),
        cancel: () => this.leaveReview(),
        results: () => this.flow.showResults(),
        review: () => this.flow.reviewSelection(),
        move: () => this.flow.runPlan(),
        send: () => this.flow.sendRequest((this.refs?.reason as unknown as { text: string } | undefined)?.text ?? ''),
        pause: () => this.flow.pause(),
        continue: () => this.flow.resume(),
        stop: () => this.flow.stop(),
        retry: () => this.flow.again('refused'),
        rest: () => this.flow.again('rest'),
        check: () => this.flow.checkAgain(),
        undo: () => this.flow.undo(),
        csv: () => this.downloadCsv()
    };

    handleBack() {
        if (this.state.stage === 'review') this.leaveReview();
        else if (!this.flow.back()) this.dispatchEvent(new CustomEvent('clear'));
    }

    /** Where the link above a review or results leads; null where there's no such link. */
    private get backLabel(): string | null {
        if (layoutOf(this.state) !== 'full') return null;
        if ('earlier' in this.state && this.state.earlier) return LABELS.backToReport;
        if (this.view === 'import') return LABELS.backToImport;
        if (this.view === 'checks') return LABELS.backToChecks;
        if (this.view === 'requests') return LABELS.requestsBack;
        const count = this.latestSelection?.count ?? 0;
        return this.state.stage === 'review' && count
            ? counted(count, LABELS.backToSelectionOne, LABELS.backToSelection)
            : LABELS.backToUsers;
    }

    /** To the results that the review started from, or to the selection. */
    private leaveReview() {
        if ('earlier' in this.state && this.state.earlier) return this.flow.back();
        if (this.latestSelection?.count) return this.flow.select(this.latestSelection);
        return this.close();
    }

    private close() {
        this.flow.close();
        this.dispatchEvent(new CustomEvent('clear'));
    }

    /** For the flow. */
    become(state: PanelState) {
        const text = announcementOf(this.state, state, this.viewpoint);
        this.state = state;
        if (text) announce(this, text);
        const layout = layoutOf(state);
        if (layout === this.layout) return;
        this.layout = layout;
        this.dispatchEvent(new CustomEvent('layout', { detail: layout }));
    }

    private downloadCsv() {
        const { state } = this;
        const { nameOf } = this.viewpoint;
        if (state.stage === 'review') {
            const { mayEdit } = this.viewpoint;
            const plan = mayEdit ? state.plan : requestedOf(state.plan);
            download(mayEdit ? 'switchboard-review.csv' : 'switchboard-request.csv', planCsv(plan, nameOf));
        }
        if (state.stage === 'report') {
            download(movesFileName(state.report, nameOf), movesCsv(state.report.settled, nameOf));
        }
    }
}
