/** Search and filters. Events: `search` (the changed part of the `UserSearch`), `open` (load profiles and roles). */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import { EVERYONE, filtersOn } from 'c/userSearch';
import type { Choice, MembershipFilter, UserSearch } from 'c/orgPort';

/** The value for "any". A combobox doesn't show an option whose value is empty. */
const ANY = 'any';

type Options = { label: string; value: string }[];

export default class UserFilters extends LightningElement {
    @api search: UserSearch = EVERYONE;
    @api membershipOptions: Options | null = null;
    /** Null where users can't be found by call center. */
    @api centers: Choice[] | null = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    @api problem: string | null = null;
    /** One line, with room for what the page puts before and after. */
    @api isCompact = false;

    labels = LABELS;
    isOpen = false;

    get barClass(): string {
        return this.isCompact ? 'bar compact' : 'bar';
    }

    get placeholder(): string {
        return this.isCompact ? LABELS.searchUsers : LABELS.searchPlaceholder;
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

    get center(): string {
        return this.search.memberOf ?? ANY;
    }

    get profile(): string {
        return this.search.profileIds[0] ?? ANY;
    }

    get role(): string {
        return this.search.roleIds[0] ?? ANY;
    }

    get active(): string {
        return this.search.isActive === null ? ANY : String(this.search.isActive);
    }

    get centerOptions(): Options {
        return choiceOptions(LABELS.anyCenter, this.centers ?? []);
    }

    get profileOptions(): Options {
        return choiceOptions(LABELS.anyProfile, this.profiles);
    }

    get roleOptions(): Options {
        return choiceOptions(LABELS.anyRole, this.roles);
    }

    get activeOptions(): Options {
        return [
            { label: LABELS.activeAndInactive, value: ANY },
            { label: LABELS.activeOnly, value: 'true' },
            { label: LABELS.inactiveOnly, value: 'false' }
        ];
    }

    handleToggle() {
        this.isOpen = !this.isOpen;
        if (this.isOpen) this.dispatchEvent(new CustomEvent('open'));
    }

    handleSearchChange(event: CustomEvent<{ value: string }>) {
        this.send({ text: event.detail.value });
    }

    handleMembershipChange(event: CustomEvent<{ value: MembershipFilter }>) {
        this.send({ membership: event.detail.value });
    }

    handleIdChange(event: CustomEvent<{ value: string }>) {
        const { name } = event.target as unknown as { name: 'memberOf' | 'profileIds' | 'roleIds' };
        const id = event.detail.value === ANY ? null : event.detail.value;
        this.send({ [name]: name === 'memberOf' ? id : [id ?? []].flat() });
    }

    handleActiveChange(event: CustomEvent<{ value: string }>) {
        this.send({ isActive: event.detail.value === ANY ? null : event.detail.value === 'true' });
    }

    handleClear() {
        this.send({ memberOf: null, profileIds: [], roleIds: [], isActive: null });
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('open'));
    }

    private send(change: Partial<UserSearch>) {
        this.dispatchEvent(new CustomEvent('search', { detail: change }));
    }
}

function choiceOptions(any: string, choices: Choice[]): Options {
    return [{ label: any, value: ANY }, ...choices.map(({ id, name }) => ({ label: name, value: id }))];
}
