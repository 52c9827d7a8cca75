/**
 * Search, segments, and filters. Events: `search` (the changed part of the `UserSearch`), `open` (load profiles and roles),
 * `columns` (the keys of the columns to show).
 */
import { api, LightningElement } from 'lwc';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import type { Choice, Id, MembershipFilter, UserSearch } from 'c/orgPort';
import type { Segment } from 'c/segmentFilter';
import { EVERYONE, filtersOn } from 'c/userSearch';
import { chipsOf, type Chip } from './chips.ts';

export { chipsOf };

/** The value for "any". A combobox doesn't show an option whose value is empty. */
const ANY = 'any';
import type { FaultWords } from 'c/wording';

export default class UserFilters extends LightningElement {
    @api search: UserSearch = EVERYONE;
    /** Null where users can't be found by call center. */
    @api segments: Segment[] | null = null;
    /** Null where users can't be found by call center. */
    @api centers: Choice[] | null = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    @api problem: FaultWords | null = null;
    /** The columns that can be left out; null where there are none. */
    @api columns: Choice[] | null = null;
    @api shownColumns: string[] = [];
    /** One line, with room for what the page puts before and after. */
    @api isCompact = false;
    /** On a phone, the button for filters is an icon. */
    @api isNarrow = false;

    labels = LABELS;
    isOpen = false;
    private areChoicesAsked = false;

    /** A link's filters need the names of their profiles and roles. */
    renderedCallback() {
        const { profileIds, roleIds } = this.search;
        if (this.areChoicesAsked || !(profileIds.length || roleIds.length)) return;
        this.askForChoices();
    }

    @api focusSearch() {
        (this.refs?.search as HTMLElement | undefined)?.focus();
    }

    get barClass(): string {
        return ['bar', this.isCompact && 'compact', this.isNarrow && 'narrow'].filter(Boolean).join(' ');
    }

    get showsIcon(): boolean {
        return this.isCompact || this.isNarrow;
    }

    get placeholder(): string {
        return this.showsIcon ? LABELS.searchUsers : LABELS.searchPlaceholder;
    }

    get filtersVariant(): string {
        return filtersOn(this.search) ? 'brand' : 'border-filled';
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    get filtersLabel(): string {
        const on = filtersOn(this.search);
        return on ? fill(LABELS.filtersOn, on) : LABELS.filters;
    }

    get chips(): Chip[] {
        return chipsOf(this.search, this);
    }

    get hasChips(): boolean {
        return this.chips.length > 0;
    }

    get center(): Id[] {
        return this.search.memberOf === null ? [] : [this.search.memberOf];
    }

    get active(): string {
        return this.search.isActive === null ? ANY : String(this.search.isActive);
    }

    get activeOptions(): { label: string; value: string }[] {
        return [
            { label: LABELS.activeAndInactive, value: ANY },
            { label: LABELS.activeOnly, value: 'true' },
            { label: LABELS.inactiveOnly, value: 'false' }
        ];
    }

    handleToggle() {
        this.isOpen = !this.isOpen;
        if (this.isOpen) this.askForChoices();
    }

    handleSearchChange(event: CustomEvent<{ value: string }>) {
        this.send({ text: event.detail.value });
    }

    /** Enter leads to the users. Escape clears the field; once it is empty, the key is the page's. */
    handleSearchKeydown(event: KeyboardEvent) {
        if (event.key === 'Enter') this.dispatchEvent(new CustomEvent('enter'));
        if (event.key !== 'Escape' || this.search.text === '') return;
        event.preventDefault();
        event.stopPropagation();
        this.send({ text: '' });
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleChoose(event: CustomEvent<MembershipFilter>) {
        this.send({ membership: event.detail });
    }

    handleCenter(event: CustomEvent<Id[]>) {
        this.send({ memberOf: event.detail[0] ?? null });
    }

    handleProfiles(event: CustomEvent<Id[]>) {
        this.send({ profileIds: event.detail });
    }

    handleRoles(event: CustomEvent<Id[]>) {
        this.send({ roleIds: event.detail });
    }

    handleActiveChange(event: CustomEvent<{ value: string }>) {
        this.send({ isActive: event.detail.value === ANY ? null : event.detail.value === 'true' });
    }

    handleColumns(event: CustomEvent<string[]>) {
        this.dispatchEvent(new CustomEvent('columns', { detail: event.detail }));
    }

    handleRemove(event: Event) {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const chip = this.chips.find((one) => one.key === key);
        if (chip) this.send(chip.change);
        this.focusFilters();
    }

    handleClear() {
        this.send({ memberOf: null, profileIds: [], roleIds: [], isActive: null });
        this.focusFilters();
    }

    handleRetry() {
        this.askForChoices();
    }

    /** The pressed button goes, so the focus moves to the one that stays. */
    private focusFilters() {
        (this.refs?.filters as HTMLElement | undefined)?.focus();
    }

    private askForChoices() {
        this.areChoicesAsked = true;
        this.dispatchEvent(new CustomEvent('open'));
    }

    private send(change: Partial<UserSearch>) {
        this.dispatchEvent(new CustomEvent('search', { detail: change }));
    }
}
