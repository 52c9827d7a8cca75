/**
 * Imports a list of users: reads it, shows what happens to each row, and reviews those that move. Events: `back`, `review` (an
 * `ImportReview`), `announce` (a text for screen readers).
 */
import { api, LightningElement } from 'lwc';
import { announce, download, wait } from 'c/browser';
import { ImportFlow, NOTHING_READ, type ImportState, type Reading, type RowView } from 'c/importFlow';
import { needsWorkCsv, templateCsv, type Mapping, type NamedCenter } from 'c/importRows';
import { LABELS } from 'c/labels';
import type { Plan } from 'c/movePlan';
import type { Choice, Id, User, UserLookupOrg } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import type { RowCorrection } from 'c/importList';
import { rowReason } from 'c/wording';
import { announcementOf } from './announcements.ts';
import { shownOf } from './shown.ts';
import { workFileName } from './texts.ts';

/** The plan of an import, and its users as they were read. */
export interface ImportReview {
    plan: Plan;
    users: User[];
}

const NO_CENTERS: readonly NamedCenter[] = [];

export default class ImportPage extends LightningElement {
    @api org!: UserLookupOrg;
    /** A move is running, so that none can be reviewed. */
    @api isBusy = false;
    /** Every call center with its name as the page shows it. */
    @api choices: Choice[] = [];

    labels = LABELS;
    state: ImportState = NOTHING_READ;
    /** Made once for each state, because the template reads it many times, and it counts every row. */
    shown = shownOf(NOTHING_READ, null);
    private seen: Viewpoint | null = null;
    private known: readonly NamedCenter[] = NO_CENTERS;
    private knownAs = '';
    private isTextDue = false;
    private flow = this.newFlow();

    handleBack = () => this.dispatchEvent(new CustomEvent('back'));
    handleFile = (event: CustomEvent<File>) => void this.flow.readFile(event.detail);
    handleText = (event: CustomEvent<string>) => void this.flow.readText(event.detail);
    handleReading = (event: CustomEvent<Partial<Reading>>) => void this.flow.readAgain(event.detail);
    handleMap = (event: CustomEvent<Mapping>) => this.flow.map(event.detail);
    handleCheck = () => void this.flow.lookUp();
    handleView = (event: CustomEvent<Partial<RowView>>) => this.flow.view(event.detail);
    handleMore = () => this.flow.drawMore();
    handleCorrect = ({ detail }: CustomEvent<RowCorrection>) => void this.flow.correct(detail.rows, detail.change);
    handleKeep = (event: CustomEvent<number>) => this.flow.keep(event.detail);

    @api get viewpoint(): Viewpoint | null {
        return this.seen;
    }
    set viewpoint(viewpoint: Viewpoint | null) {
        this.seen = viewpoint;
        this.shown = shownOf(this.state, viewpoint);
        this.lookAtCenters();
    }

    /** The call centers of the org. Rows can go to those that are known. */
    @api get centers(): readonly NamedCenter[] {
        return this.known;
    }
    set centers(centers: readonly NamedCenter[]) {
        this.known = centers;
        this.lookAtCenters();
    }

    renderedCallback() {
        if (!this.isTextDue) return;
        this.isTextDue = false;
        (this.refs?.source as HTMLElement | undefined)?.focus();
    }

    disconnectedCallback() {
        this.flow.clear();
    }

    /** Screen readers start at the title. */
    @api focus() {
        (this.refs?.heading as HTMLElement | undefined)?.focus();
    }

    /** Users were moved, so their rows may have other verdicts. */
    @api applyMoves(moves: { userId: Id; to: Id | null }[]) {
        this.flow.applyMoves(moves);
    }

    get cannotReview(): boolean {
        return this.isBusy || !this.shown.sums?.planned;
    }

    get nameOf() {
        return this.seen?.nameOf;
    }

    /** Replace chooses a file, too. */
    handleChosen(event: Event) {
        const input = event.target as HTMLInputElement;
        const [file] = input.files ?? [];
        if (file) void this.flow.readFile(file);
        input.value = '';
    }

    /** Anywhere but in a field, what is pasted is the list. In the field for it, it needn't be drawn first. */
    handlePaste(event: ClipboardEvent) {
        if (isField(event) && !this.shown.isEmpty) return;
        const [file] = event.clipboardData?.files ?? [];
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text === '' && !file) return;
        event.preventDefault();
        void (text === '' && file ? this.flow.readFile(file) : this.flow.readText(text));
    }

    /** Without this, the browser would open a dropped file in place of the page. */
    handleDrag(event: DragEvent) {
        event.preventDefault();
    }

    handleDrop(event: DragEvent) {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) void this.flow.readFile(file);
    }

    handlePasteInstead() {
        this.flow.clear();
        this.isTextDue = true;
    }

    handleTemplate() {
        const [center] = this.choices;
        download('switchboard-import.csv', templateCsv([{ user: 'user@example.com', callCenter: center?.name ?? '' }]));
    }

    handleCancel() {
        this.flow.cancel();
        this.focus();
    }

    handleChangeColumns() {
        this.flow.changeColumns();
        this.focus();
    }

    handleDownload() {
        const { state } = this;
        if (state.stage !== 'verdicts') return;
        const text = needsWorkCsv(this.flow.given(state), state.judged, LABELS.importReason, rowReason);
        download(workFileName(state.loaded.source.name), text);
    }

    handleReview() {
        const { state } = this;
        const { plan } = this.flow;
        if (!plan || state.stage !== 'verdicts') return;
        const users = state.judged.verdicts.flatMap((verdict) => ('user' in verdict ? [verdict.user] : []));
        this.dispatchEvent(new CustomEvent<ImportReview>('review', { detail: { plan, users } }));
    }

    /** Only another name or type changes what rows mean. Counts of members change with every batch of a move. */
    private lookAtCenters() {
        const { seen, known } = this;
        const knownAs = JSON.stringify(known.map((one) => [one.id, one.name, one.internalName, seen?.kindOf(one.id)]));
        if (knownAs === this.knownAs) return;
        this.knownAs = knownAs;
        void this.flow.centersChanged();
    }

    private become(state: ImportState) {
        const text = announcementOf(this.state, state);
        const isOther = stageGroup(this.state) !== stageGroup(state);
        this.state = state;
        this.shown = shownOf(state, this.seen);
        if (text) announce(this, text);
        // What was pressed is gone.
        if (isOther && !this.isTextDue) void wait(0).then(() => this.focus());
    }

    private newFlow(): ImportFlow {
        // The flow reads what is current, through getters.
        const part = this;
        return new ImportFlow({
            get org() {
                return part.org;
            },
            get centers() {
                return part.known;
            },
            kindOf: (id) => part.seen?.kindOf(id) ?? null,
            get target() {
                return part.seen?.target ?? null;
            },
            now: () => performance.now(),
            wait,
            changed: (state) => part.become(state)
        });
    }
}

/** Stages that look different. */
function stageGroup({ stage }: ImportState): string {
    return stage === 'lookup' || stage === 'reading' || stage === 'paused' ? 'busy' : stage;
}

function isField(event: Event): boolean {
    const [target] = event.composedPath() as HTMLElement[];
    return target.tagName === 'INPUT' || target.tagName === 'TEXTAREA';
}
