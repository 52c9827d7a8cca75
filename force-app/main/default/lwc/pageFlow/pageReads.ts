/** What the page reads from the org, one `Page` after the other. */
import type { Overview } from 'c/callCenters';
import { readChecks } from 'c/checks';
import { OrgFault, type CallCenterAnswer, type Id } from 'c/orgPort';
import * as state from 'c/pageState';
import type { PageHost } from './pageHost.ts';
import { readChoices, readCounts, readName, readOverview, saveCenters } from './reads.ts';

/** Milliseconds between the first rows and the first count of the checks. */
const CHECKS_PAUSE = 10_000;

export class PageReads {
    private host: PageHost;
    private readingName: Promise<void> | null = null;
    private asksForChecks = 0;
    private asksForRequests = 0;
    private areChecksDue = true;
    /** The user finder has its first users, or couldn't read them. What takes longer waits for that. */
    private firstRows: Promise<void>;
    private endFirstRows = () => {};

    constructor(host: PageHost) {
        this.host = host;
        this.firstRows = new Promise((resolve) => {
            this.endFirstRows = resolve;
        });
    }

    /** Other runs are read after the first rows, so that they don't hold them up. */
    afterFirstRows(): void {
        this.endFirstRows();
        void this.runs();
        void this.requests();
        if (this.areChecksDue) void this.firstChecks();
    }

    async overview(): Promise<void> {
        const { chosen } = this.page;
        this.askPermission();
        try {
            const show = (overview: Overview) => this.become(state.overviewRead(this.page, overview));
            const answer = await readOverview(this.host.org, show, this.firstRows);
            void this.saveCenters(answer);
        } catch (thrown) {
            this.become(state.overviewFailed(this.page, thrown));
        }
        this.askPermission();
        // The address may have asked for a call center that is known only now.
        if (this.page.chosen !== chosen && !this.page.profileCounts.value) this.chosen();
    }

    /** Reads which runs are in progress on other pages, or were cut off. Without an answer, what was read before stays. */
    async runs(): Promise<void> {
        const { journal, keeper } = this.host;
        try {
            const runs = await keeper.watch.look(journal.unfinished().map(({ runId }) => runId));
            this.become(state.runsRead(this.page, runs));
        } catch (thrown) {
            // The history says why it isn't available. Moves don't depend on it.
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }

    /**
     * Requests: one's own, or those that admins are asked for. Only their list shows those that are answered, too. Where it can't
     * be read, the list says why, and nothing else depends on it. A later question drops the answer of an earlier one.
     */
    async requests(): Promise<void> {
        const { requests, permission } = this.host;
        const asked = (this.asksForRequests += 1);
        const show = (read: Partial<state.Page['requests']>) => {
            if (asked === this.asksForRequests) this.become(state.requestsRead(this.page, read));
        };
        const read = async () => {
            if (permission() === 'missing') return requests.own();
            return this.page.view === 'requests' ? requests.all() : requests.open();
        };
        try {
            show({ value: await read(), failure: null });
        } catch (thrown) {
            show({ failure: thrown });
        }
    }

    /** While others move users, their progress is read again from time to time. */
    runsAgain(): void {
        if (this.page.runs.length) void this.runs();
    }

    async profileCounts(): Promise<void> {
        const { chosen } = this.page;
        const center = state.chosenCenter(this.page);
        this.become(state.profileCountsRead(this.page, chosen, { failure: null }));
        // Members that can't be counted can't be counted by profile, either.
        if (!center || center.members === null) return;
        try {
            const [value] = await Promise.all([this.host.org.profileCounts(center.id), this.choices()]);
            this.become(state.profileCountsRead(this.page, chosen, { value }));
        } catch (thrown) {
            this.become(state.profileCountsRead(this.page, chosen, { failure: thrown }));
        }
    }

    /** Profiles and roles, once. */
    async choices(): Promise<void> {
        if (this.page.choices.value) return;
        try {
            const value = await readChoices(this.host.org);
            this.become(state.choicesRead(this.page, { value, failure: null }));
        } catch (thrown) {
            this.become(state.choicesRead(this.page, { failure: thrown }));
        }
    }

    /** What the description of an export names. */
    forExport(): void {
        void this.choices();
        void this.userName();
    }

    /** Reads all checks, with three requests at most. A later question drops the answer of an earlier one. */
    async checks(): Promise<void> {
        const asked = (this.asksForChecks += 1);
        const show = (checks: Partial<state.Page['checks']>) => {
            if (asked === this.asksForChecks) this.become(state.checksRead(this.page, checks));
        };
        try {
            show({ value: await readChecks(this.host.org, this.host.clock.now()), failure: null });
        } catch (thrown) {
            show({ failure: thrown });
        }
    }

    /** For the count beside the view's name. No one waits for it, so it comes after all that someone may wait for. */
    private async firstChecks(): Promise<void> {
        this.areChecksDue = false;
        await this.host.clock.wait(CHECKS_PAUSE);
        if (this.asksForChecks === 0) await this.checks();
    }

    /** What checks found isn't true anymore. If no one has asked for them, no one sees them. */
    checksAgain(): void {
        if (this.page.checks.value) void this.checks();
    }

    /** The name of the user who works with the page, for reports. Without it, reports have no name. */
    userName(): Promise<void> {
        this.readingName ??= readName(this.host.org, this.host.userId).then(
            (name) => this.become(state.named(this.page, name)),
            (thrown: unknown) => {
                // It is read again the next time.
                this.readingName = null;
                if (!(thrown instanceof OrgFault)) throw thrown;
            }
        );
        return this.readingName;
    }

    /** @returns the name of a user; null when there is no such user, or it couldn't be read, and the page says so */
    async nameOfUser(userId: Id): Promise<string | null> {
        try {
            const [user] = await this.host.org.memberships([userId]);
            if (user) return user.name;
            this.become(state.tell(this.page, { about: 'unknown user' }));
        } catch (thrown) {
            this.become(state.tell(this.page, { about: 'failure', thrown }));
        }
        return null;
    }

    /** Counts the members again. It's one request, or two when a call center is chosen. */
    async counts(): Promise<void> {
        void this.profileCounts();
        try {
            const counts = await readCounts(this.host.org);
            this.become(state.countsRead(this.page, counts));
        } catch (thrown) {
            this.become(state.overviewFailed(this.page, thrown));
        }
    }

    /** Choosing a target comes before moving someone, so the name for the report is read now. */
    chosen(): void {
        void this.profileCounts();
        void this.userName();
    }

    /** Saves the names and types of call centers for colleagues, when this user may. */
    private async saveCenters(answer: CallCenterAnswer): Promise<void> {
        if (this.host.permission() === 'missing') return;
        const saving = await saveCenters(this.host.org, answer, this.host.clock.now());
        if (saving.status !== 'none') this.become(state.centersSaved(this.page, saving));
    }

    private askPermission(): void {
        this.become(state.permitted(this.page, this.host.permission()));
    }

    private get page(): state.Page {
        return this.host.page;
    }

    private become(page: state.Page): void {
        this.host.become(page);
    }
}
