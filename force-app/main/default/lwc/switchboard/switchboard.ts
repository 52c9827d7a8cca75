/** The page: holds what its parts share, and passes on what they say. */
import { LightningElement } from 'lwc';
import mayManageUsers from '@salesforce/userPermission/ManageInternalUsers';
import userId from '@salesforce/user/Id';
import { isOneClick, recounted, type CallCenter, type Overview } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { openJournal } from 'c/moveJournal';
import type { RunReport } from 'c/moveRun';
import type { Notice } from 'c/notice';
import { OrgFault, type Choice, type Id, type Org, type ProfileCount, type User } from 'c/orgPort';
import type { Seen, Selection } from 'c/userFinder';
import { faultText, namesOf } from 'c/wording';
import { readChoices, readName, readOverview } from './reads.ts';
import { clickUser, undoClick, type Click } from './oneClick.ts';

export default class Switchboard extends LightningElement {
    labels = LABELS;
    port: Org | null = null;
    overview: Overview | null = null;
    centersProblem: string | null = null;
    chosen = 'everyone';
    profileCounts: ProfileCount[] | null = null;
    countsProblem: string | null = null;
    profiles: Choice[] = [];
    roles: Choice[] = [];
    choicesProblem: string | null = null;
    notice: Notice | null = null;
    selection: Selection | null = null;
    height = '';
    by = '';
    journal = openJournal(() => window.localStorage, { org: window.location.host, user: userId });
    private moving: ReadonlySet<Id> = new Set();
    private click: Click | null = null;
    private seenOf: { overview: Overview | null; chosen: string; moving: ReadonlySet<Id>; seen: Seen } | null = null;

    renderedCallback() {
        if (this.port) return;
        this.port = (this.refs?.org as unknown as { port: Org }).port;
        // The page takes the rest of the window, so that only lists and the table scroll.
        const { top } = (this.refs?.org as HTMLElement).getBoundingClientRect();
        this.height = `height: calc(100vh - ${Math.max(0, Math.round(top))}px)`;
        void this.readOverview();
    }

    get mayNotEdit(): boolean {
        return !mayManageUsers;
    }

    get center(): CallCenter | null {
        return this.overview?.centers.find((center) => center.id === this.chosen) ?? null;
    }

    /** Who may edit users may say what a center is; the org decides. */
    get registry(): Org | null {
        return mayManageUsers ? this.port : null;
    }

    get heading(): string {
        if (this.chosen === 'everyone') return LABELS.everyone;
        return this.seen.nameOf(this.seen.target);
    }

    get hint(): string {
        return this.chosen === 'everyone' ? LABELS.everyoneHint : LABELS.withoutHint;
    }

    get centerChoices(): Choice[] {
        return (this.overview?.centers ?? []).map(({ id }) => ({ id, name: this.seen.nameOf(id) }));
    }

    /** One object as long as nothing of it changes: every new one draws the table anew. */
    get seen(): Seen {
        const { overview, chosen, moving } = this;
        const of = this.seenOf;
        if (!of || of.overview !== overview || of.chosen !== chosen || of.moving !== moving) {
            this.seenOf = { overview, chosen, moving, seen: this.see() };
        }
        return this.seenOf!.seen;
    }

    private see(): Seen {
        const centers = this.overview?.centers ?? [];
        const kinds = new Map(centers.map((center) => [center.id, center.kind]));
        return {
            chosen: this.chosen,
            target: this.chosen === 'everyone' || this.chosen === 'none' ? null : this.chosen,
            nameOf: namesOf(centers),
            kindOf: (id) => kinds.get(id) ?? null,
            mayEdit: mayManageUsers === true,
            moving: this.moving
        };
    }

    choose(event: CustomEvent<string>) {
        this.chosen = event.detail;
        this.profileCounts = null;
        void this.readProfileCounts();
    }

    refresh() {
        void this.readOverview();
        void this.readProfileCounts();
        this.finder?.reload();
    }

    async readOverview() {
        try {
            await readOverview(this.port!, (overview) => {
                this.overview = overview;
                this.centersProblem = null;
            });
        } catch (thrown) {
            this.centersProblem = faultText(thrown);
        }
    }

    async readProfileCounts() {
        const { center, chosen } = this;
        this.countsProblem = null;
        if (!center) return;
        try {
            const [counts] = await Promise.all([this.port!.profileCounts(center.id), this.readChoices()]);
            if (chosen === this.chosen) this.profileCounts = counts;
        } catch (thrown) {
            if (chosen === this.chosen) this.countsProblem = faultText(thrown);
        }
    }

    /** Profiles and roles; once. */
    async readChoices() {
        if (this.profiles.length) return;
        try {
            const { profiles, roles } = await readChoices(this.port!);
            this.profiles = profiles;
            this.roles = roles;
            this.choicesProblem = null;
        } catch (thrown) {
            this.choicesProblem = faultText(thrown);
        }
    }

    select(event: CustomEvent<Selection>) {
        this.selection = event.detail;
        if (event.detail.count && !this.by) void this.readWho();
    }

    /** Who is at work, for reports; without it they go without the name. */
    private async readWho() {
        try {
            this.by = await readName(this.port!, userId);
        } catch (thrown) {
            // The report then goes without a name; it is tried again with the next selection.
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }

    /** The button of a row was pressed. */
    async pick(event: CustomEvent<User>) {
        const user = event.detail;
        const { target, kindOf } = this.seen;
        const to = user.callCenterId === target ? null : target;
        const kind = (center: Id | null) => (center === null ? null : (kindOf(center) ?? 'unknown'));
        if (!isOneClick(kind(user.callCenterId), kind(to))) this.panel?.review(user);
        else await this.perform(clickUser(user, to), user.id);
    }

    async undo() {
        if (!this.click || !this.notice) return;
        this.notice = { ...this.notice, isBusy: true };
        await this.perform(undoClick(this.click), this.click.user.id);
    }

    private async perform(work: (org: Org, nameOf: Seen['nameOf']) => Promise<Click>, id: Id) {
        this.moving = new Set([...this.moving, id]);
        this.click = await work(this.port!, this.seen.nameOf);
        this.moving = new Set([...this.moving].filter((other) => other !== id));
        this.notice = this.click.notice;
        if (this.click.now !== undefined) {
            const move = { userId: id, from: this.click.user.callCenterId, to: this.click.now };
            this.finder?.applyMoves([move]);
            if (this.overview) this.overview = recounted(this.overview, [move]);
            void this.readProfileCounts();
        }
    }

    closeNotice() {
        this.notice = null;
    }

    ended(event: CustomEvent<RunReport>) {
        const moves = event.detail.settled.filter((settled) => settled.outcome === 'moved');
        this.finder?.applyMoves(moves.map(({ userId: id, to }) => ({ userId: id, to })));
        this.finder?.clearSelection();
        this.refresh();
    }

    clear() {
        this.finder?.clearSelection();
    }

    private get finder() {
        return this.refs?.finder as unknown as
            | { reload(): void; clearSelection(): void; applyMoves(moves: { userId: Id; to: Id | null }[]): void }
            | undefined;
    }

    private get panel() {
        return this.refs?.panel as unknown as { review(user: User): void } | undefined;
    }
}
