/**
 * The results of a move: every user with where they were, where they go, and what happened, grouped by reason.
 * Slots: `actions` (beside the heading), `notes` (below it). Event: `anyway` (the IDs of users to plan again).
 */
import { api, LightningElement } from 'lwc';
import { announce, download } from 'c/browser';
import { movesCsv, movesFileName } from 'c/csv';
import { keepTyping } from 'c/keys';
import { counted, fill, LABELS } from 'c/labels';
import { countOutcomes, type Outcome, type RunReport, type Settled } from 'c/moveRun';
import { searchWords } from 'c/runHistory';
import { outcomeText, reportTitle, userUrl, type NameOf } from 'c/wording';
import { detailOfUser, groupsOf, type Group } from './groups.ts';
import { messageTo, startText, stopText } from './sentences.ts';
import { chosenUsers, EVERYTHING, isOpen, outcomesOf, shownCount, type Choice } from './shown.ts';

const ICONS: Record<Outcome, string> = {
    moved: 'utility:forward',
    'already there': 'utility:check',
    'changed meanwhile': 'utility:warning',
    refused: 'utility:ban',
    'not attempted': 'utility:dash',
    uncertain: 'utility:help'
};

export default class MoveReport extends LightningElement {
    @api nameOf: NameOf = String;
    /** Whether to offer planning users again. */
    @api mayEdit = false;
    /** The record number of a move in the history. */
    @api number = '';
    /** Shows the heading and Download CSV, and moves the focus to the heading of each move that opens. */
    @api hasHeading = false;

    labels = LABELS;
    choice: Choice = EVERYTHING;
    private latest: RunReport | null = null;
    /** The run whose heading has had the focus. */
    private focused: string | null = null;

    @api get report(): RunReport | null {
        return this.latest;
    }
    set report(report: RunReport | null) {
        if (report?.runId !== this.latest?.runId) this.choice = EVERYTHING;
        this.latest = report;
    }

    renderedCallback() {
        const heading = this.refs?.heading as HTMLElement | undefined;
        if (!heading || !this.latest || this.focused === this.latest.runId) return;
        this.focused = this.latest.runId;
        heading.focus();
    }

    get settled(): Settled[] {
        return this.latest?.settled ?? [];
    }

    get title(): string {
        return this.latest ? reportTitle(this.latest, this.nameOf) : '';
    }

    get subtitle(): string {
        return this.latest ? [startText(this.latest, Date.now()), stopText(this.latest)].join(' ').trim() : '';
    }

    get segments() {
        const counts = countOutcomes(this.settled);
        const segment = (outcome: Outcome | null, label: string, count: number) => ({
            key: outcome ?? 'all',
            label,
            count: count.toLocaleString(),
            icon: outcome && ICONS[outcome],
            pressed: String(this.choice.outcome === outcome) as 'true' | 'false'
        });
        return [
            segment(null, LABELS.resultsAll, this.settled.length),
            ...outcomesOf(counts).map((outcome) => segment(outcome, outcomeText(outcome), counts[outcome]))
        ];
    }

    /** The same choices, as a list to pick from. */
    get options() {
        return this.segments.map(({ key, label, count }) => ({
            value: key,
            label: fill(LABELS.resultChoice, label, count)
        }));
    }

    get chosen(): Outcome | 'all' {
        return this.choice.outcome ?? 'all';
    }

    get groups() {
        if (!this.latest) return [];
        const { target, undoOf } = this.latest;
        return groupsOf(this.found, { target, undoOf, mayEdit: this.mayEdit }).map((group) => this.shownGroup(group));
    }

    get hasNoUsers(): boolean {
        return this.settled.length > 0 && this.found.length === 0;
    }

    get total(): string {
        return counted(this.settled.length, LABELS.everyResultOne, LABELS.everyResult);
    }

    get hasMoved(): boolean {
        return this.settled.some((one) => one.outcome === 'moved');
    }

    /** What to tell the users who moved. */
    get message(): string {
        return messageTo(this.settled, this.nameOf);
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleSegment(event: Event) {
        this.choose((event.currentTarget as HTMLElement).dataset.key as Outcome | 'all');
    }

    handlePick(event: CustomEvent<{ value: Outcome | 'all' }>) {
        this.choose(event.detail.value);
    }

    handleSearch(event: CustomEvent<{ value: string }>) {
        this.choice = { ...this.choice, words: searchWords(event.detail.value), opened: {}, more: {} };
        const found = this.found.length;
        announce(this, found ? counted(found, LABELS.usersFoundOne, LABELS.usersFound) : LABELS.noResultsFound);
    }

    handleOpen(event: Event) {
        const group = this.groupOf(event);
        if (group) this.choice = { ...this.choice, opened: { ...this.choice.opened, [group.key]: !group.isOpen } };
    }

    handleMore(event: Event) {
        const { more } = this.choice;
        const group = this.groupOf(event);
        if (group) this.choice = { ...this.choice, more: { ...more, [group.key]: (more[group.key] ?? 0) + 1 } };
    }

    handleAgain(event: Event) {
        const userIds = this.groupOf(event)?.again?.userIds;
        if (userIds) this.dispatchEvent(new CustomEvent('anyway', { detail: userIds }));
    }

    handleMoveAnyway(event: Event) {
        const { userId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('anyway', { detail: [userId] }));
    }

    handleDownloadCsv() {
        if (!this.latest) return;
        download(movesFileName(this.latest, this.nameOf), movesCsv(this.settled, this.nameOf));
    }

    private get found(): Settled[] {
        return this.latest ? chosenUsers(this.latest, this.choice, this.nameOf) : [];
    }

    private choose(result: Outcome | 'all') {
        this.choice = { ...this.choice, outcome: result === 'all' ? null : result, opened: {}, more: {} };
    }

    private groupOf(event: Event) {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        return this.groups.find((group) => group.key === key);
    }

    private shownGroup(group: Group) {
        const open = isOpen(group, this.choice);
        const { shown, rest } = shownCount(group, this.choice);
        return {
            ...group,
            count: group.users.length.toLocaleString(),
            icon: ICONS[group.outcome],
            isOpen: open,
            expanded: String(open) as 'true' | 'false',
            chevron: open ? 'utility:chevrondown' : 'utility:chevronright',
            moreLabel: open && rest ? fill(LABELS.showMoreUsers, rest) : null,
            rows: open ? group.users.slice(0, shown).map((settled) => this.rowOf(settled, group)) : []
        };
    }

    private rowOf(settled: Settled, { title, users }: Group) {
        const isOneOfMany = users.length > 1 && settled.outcome === 'changed meanwhile';
        return {
            userId: settled.userId,
            name: settled.name,
            url: userUrl(settled.userId),
            from: this.nameOf(settled.from),
            to: this.nameOf(settled.to),
            result: title,
            style: `result ${settled.outcome.replace(' ', '-')}`,
            what: detailOfUser(settled, this.nameOf),
            /** Accessible name of the button that moves only this user. Null means no button. */
            anyway: this.mayEdit && isOneOfMany ? fill(LABELS.moveUserAnyway, settled.name) : null
        };
    }
}
