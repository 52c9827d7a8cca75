/**
 * The users of one check, by the page, and those whom it ignores.
 * Events: `ignore` (a user, or who was ignored), `fix` (the call center that they go to, or null), `back`.
 */
import { api, LightningElement } from 'lwc';
import type { Ignored } from 'c/checks';
import { counted, fill, LABELS } from 'c/labels';
import type { ChecksOrg, Choice, Id, User, UserGroup } from 'c/orgPort';
import { USERS_PER_PAGE } from 'c/userSearch';
import { dayText, faultWords, userUrl, type FaultWords, type NameOf } from 'c/wording';

/** The check whose users are shown. */
export interface CheckedUsers {
    title: string;
    group: UserGroup | null;
    isNewestFirst: boolean;
    asksTarget: boolean;
    ignored: Ignored[];
    canIgnore: boolean;
    canFix: boolean;
}

export default class CheckUsers extends LightningElement {
    @api org!: ChecksOrg;
    @api check!: CheckedUsers;
    @api nameOf!: NameOf;
    @api centers: Choice[] = [];
    @api isBusy = false;

    labels = LABELS;
    problem: FaultWords | null = null;
    isLoading = false;
    targets: Id[] = [];
    private users: User[] = [];
    private total = 0;
    private endCursor: string | null = null;
    private reads = 0;
    private current = 0;
    private isFocused = false;

    /** Changes whenever the users have to be read again. */
    @api get version(): number {
        return this.current;
    }
    set version(version: number) {
        this.current = version;
        // What else changed with it is set by then.
        void Promise.resolve().then(() => this.read(null));
    }

    renderedCallback() {
        if (this.isFocused) return;
        this.isFocused = true;
        (this.refs?.heading as HTMLElement | undefined)?.focus();
    }

    disconnectedCallback() {
        this.reads += 1;
    }

    get rows() {
        const now = Date.now();
        return this.users.map((user) => ({
            id: user.id,
            name: user.name,
            url: userUrl(user.id),
            profile: user.profile ?? '',
            role: user.role ?? '',
            lastLogin: dayText(user.lastLogin, now),
            center: user.callCenterId === null ? LABELS.noCenter : this.nameOf(user.callCenterId),
            ignoreLabel: fill(LABELS.aboutGroup, LABELS.checkIgnore, user.name)
        }));
    }

    get ignored() {
        return this.check.ignored.map((one) => ({
            ...one,
            label: fill(LABELS.aboutGroup, LABELS.checkListen, one.name)
        }));
    }

    get countText(): string {
        return counted(this.total, LABELS.groupUsersOne, LABELS.groupUsers);
    }

    get hasMore(): boolean {
        return this.endCursor !== null;
    }

    get cannotFix(): boolean {
        return this.isBusy || this.total === 0 || (this.check.asksTarget && !this.targets.length);
    }

    private async read(after: string | null) {
        const { group, isNewestFirst } = this.check;
        if (!group) return;
        const read = (this.reads += 1);
        this.isLoading = true;
        this.problem = null;
        try {
            const page = await this.org.groupUsers(group, after, { first: USERS_PER_PAGE, newestFirst: isNewestFirst });
            if (read !== this.reads) return;
            this.users = after === null ? page.users : [...this.users, ...page.users];
            this.total = page.total;
            this.endCursor = page.endCursor;
        } catch (thrown) {
            if (read !== this.reads) return;
            this.problem = faultWords(thrown);
        }
        this.isLoading = false;
    }

    handleRetry() {
        void this.read(null);
    }

    handleMore() {
        void this.read(this.endCursor);
    }

    handleTarget(event: CustomEvent<Id[]>) {
        this.targets = event.detail;
    }

    handleIgnore({ currentTarget }: Event) {
        const { id } = (currentTarget as HTMLElement).dataset;
        const detail = this.users.find((user) => user.id === id);
        if (detail) this.dispatchEvent(new CustomEvent('ignore', { detail }));
    }

    handleListen({ currentTarget }: Event) {
        const { id } = (currentTarget as HTMLElement).dataset;
        const detail = this.check.ignored.find((one) => one.recordId === id);
        if (detail) this.dispatchEvent(new CustomEvent('ignore', { detail }));
    }

    handleFix() {
        this.dispatchEvent(new CustomEvent('fix', { detail: this.targets[0] ?? null }));
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }
}
