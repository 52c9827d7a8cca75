/** The self-test: tries what Switchboard relies on, and shows what works. Event: `back`. */
import { api, LightningElement } from 'lwc';
import { hostName, tryLocks, tryStorage } from 'c/browser';
import { LABELS } from 'c/labels';
import type { Id } from 'c/orgPort';
import { CHECKS, runChecks, type CheckedHost, type CheckedOrg, type Results } from 'c/selfTest';
import { checkRows, reportOf, summaryOf, type CheckRow } from './rows.ts';

export default class OrgCheck extends LightningElement {
    @api org!: CheckedOrg;
    @api userId!: Id;
    /** Whether the user may edit users. */
    @api permission: CheckedHost['permission'] = 'unknown';

    labels = LABELS;
    private results: Results = new Map();
    private checkedAt = new Date();
    /** Counts runs, so that what an abandoned one finds is dropped. */
    private runs = 0;

    connectedCallback() {
        void this.run();
    }

    disconnectedCallback() {
        this.runs += 1;
    }

    private async run() {
        const run = (this.runs += 1);
        this.results = new Map();
        this.checkedAt = new Date();
        const host: CheckedHost = {
            userId: this.userId,
            place: hostName(),
            permission: this.permission,
            label: LABELS.title,
            tryStorage,
            tryLocks
        };
        await runChecks(this.org, host, (results) => {
            if (run === this.runs) this.results = results;
        });
    }

    get isRunning(): boolean {
        return this.results.size < CHECKS.length;
    }

    get rows(): CheckRow[] {
        return checkRows(this.results);
    }

    get verdict(): string {
        return this.isRunning ? LABELS.orgCheckRunning : summaryOf(this.results).verdict;
    }

    get passed(): string {
        return this.isRunning ? '' : summaryOf(this.results).passed;
    }

    get report(): string {
        return this.isRunning ? '' : reportOf(this.results, this.checkedAt);
    }

    handleAgain() {
        void this.run();
    }

    handleBack() {
        this.dispatchEvent(new CustomEvent('back'));
    }
}
