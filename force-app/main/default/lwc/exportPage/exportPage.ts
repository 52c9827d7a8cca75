/**
 * Exports users, members, or their numbers to a file or to the clipboard. Events: `back`, `open` (names of profiles, roles,
 * and of the person are needed), `announce` (a text for screen readers).
 */
import { api, LightningElement } from 'lwc';
import { announce, copyText, download, keepSetting, keptSetting, wait } from 'c/browser';
import {
    CHOOSING,
    EXPORT_COLUMNS,
    ExportFlow,
    readExportSettings,
    USUAL_COLUMNS,
    type ExportColumn,
    type ExportKind,
    type ExportSettings,
    type ExportSource,
    type ExportState
} from 'c/exportRows';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import { OrgFault, type Choice, type Id, type UserPagesOrg, type UserSearch } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';
import { faultWords } from 'c/wording';
import { columnText, fileName, kindChoices, noteRows, resultText, searchText, sumText } from './texts.ts';

/** The name of the setting in the browser's storage. */
const SETTING = 'switchboard.export';

export default class ExportPage extends LightningElement {
    @api org!: ExportSource & UserPagesOrg;
    @api viewpoint!: Viewpoint;
    /** Every call center with its name, in the order of the page. */
    @api centers: Choice[] = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    /** The name of the person who exports; null while it isn't known. */
    @api by: string | null = null;

    labels = LABELS;
    kind: ExportKind = 'users';
    settings: ExportSettings = readExportSettings(keptSetting(SETTING));
    state: ExportState = CHOOSING;
    /** How many users match; null while that isn't known. */
    private found: number | null = null;
    private asked: UserSearch | null = null;
    private flow = this.newFlow();

    /** The search of the list of users; null until it searches. */
    @api get search(): UserSearch | null {
        return this.asked;
    }
    set search(search: UserSearch | null) {
        this.asked = search;
        if (this.isConnected) void this.count();
    }

    connectedCallback() {
        this.dispatchEvent(new CustomEvent('open'));
        void this.count();
        // Screen readers start at the title.
        void wait(0).then(() => (this.refs?.heading as HTMLElement | undefined)?.focus());
    }

    disconnectedCallback() {
        this.flow.cancel();
    }

    get shown() {
        const { state, kind } = this;
        const result = resultText(state, kind);
        const reading = state.stage === 'reading' ? state : null;
        return {
            kinds: kindChoices(
                kind,
                searchText(this.asked ?? EVERYONE, { ...this.names, nameOf: this.viewpoint.nameOf })
            ),
            columns: kind === 'users' ? this.columns : null,
            sum: result?.text ?? sumText(kind, this.rows),
            notes: result?.notes ?? [],
            progress: reading && fill(LABELS.readingUsers, reading.done, Math.max(reading.done, reading.of)),
            done: reading && reading.of > 0 ? Math.round((100 * reading.done) / reading.of) : 0,
            problem: state.stage === 'failed' ? faultWords(state.fault) : null,
            isIdle: reading === null
        };
    }

    get delimiters() {
        return [
            { value: ',', label: LABELS.importComma },
            { value: ';', label: LABELS.importSemicolon }
        ];
    }

    get cannotExport(): boolean {
        return this.rows === 0 || this.asked === null;
    }

    /** Keys in fields are the fields' own. */
    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleKind(event: Event) {
        this.kind = (event.target as HTMLInputElement).value as ExportKind;
        this.flow.cancel();
    }

    handleColumn(event: Event) {
        const { value, checked } = event.target as HTMLInputElement;
        const chosen = EXPORT_COLUMNS.filter((column) =>
            column === value ? checked : this.settings.columns.includes(column)
        );
        // A table without columns would have nothing.
        if (chosen.length === 0) (event.target as HTMLInputElement).checked = true;
        else this.keep({ columns: chosen });
    }

    handleAllColumns() {
        this.keep({ columns: EXPORT_COLUMNS });
    }

    handleUsualColumns() {
        this.keep({ columns: USUAL_COLUMNS });
    }

    handleDelimiter(event: CustomEvent<{ value: ',' | ';' }>) {
        this.keep({ delimiter: event.detail.value });
    }

    handleNotes(event: Event) {
        this.keep({ hasNotes: (event.target as HTMLInputElement).checked });
    }

    handleExport() {
        void this.export('file');
    }

    handleCopy() {
        void this.export('clipboard');
    }

    handleContinue() {
        void this.flow.goOn();
    }

    handleCancel() {
        this.flow.cancel();
    }

    private async export(to: 'file' | 'clipboard') {
        const { kind, asked: search, settings, viewpoint } = this;
        if (!search) return;
        const { nameOf, kindOf } = viewpoint;
        const chosen = this.shown.kinds.find(({ value }) => value === kind)!;
        const content = kind === 'users' ? fill(LABELS.chip, chosen.label, chosen.hint) : chosen.label;
        const isFile = to === 'file';
        const order = {
            kind,
            search,
            columns: settings.columns,
            centerIds: this.centers.map(({ id }): Id => id),
            words: { nameOf, kindOf }
        };
        await this.flow.start({
            order,
            to,
            delimiter: isFile ? settings.delimiter : '\t',
            notes: isFile && settings.hasNotes ? noteRows({ by: this.by, content, now: new Date() }) : [],
            expected: this.rows
        });
    }

    private get names() {
        const { centers, profiles, roles } = this;
        return { centers, profiles, roles };
    }

    private get columns() {
        return EXPORT_COLUMNS.map((value: ExportColumn) => ({
            value,
            label: columnText(value),
            isChosen: this.settings.columns.includes(value)
        }));
    }

    /** Users, or members, that there are; null when that isn't known. */
    private get rows(): number | null {
        const { counts } = this.viewpoint;
        if (this.kind === 'users') return this.found;
        return counts && counts.everyone - counts.none;
    }

    /** Without a number, the export works all the same. */
    private async count() {
        const { asked } = this;
        this.found = null;
        if (!asked) return;
        try {
            const { total } = await this.org.users(asked, null, { first: 1, fresh: true });
            if (asked === this.asked) this.found = total;
        } catch (thrown) {
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }

    private keep(change: Partial<ExportSettings>) {
        this.settings = { ...this.settings, ...change };
        keepSetting(SETTING, JSON.stringify(this.settings));
        // What was said was about another file.
        this.flow.cancel();
    }

    private newFlow(): ExportFlow {
        // The flow reads what is current, through getters.
        const part = this;
        return new ExportFlow({
            get org() {
                return part.org;
            },
            now: () => performance.now(),
            wait,
            changed: (state) => {
                part.state = state;
                const result = resultText(state, part.kind);
                if (result) announce(part, [result.text, ...result.notes].join(' '));
            },
            save: (parts) => download(fileName(part.kind, new Date()), ...parts),
            copy: copyText
        });
    }
}
