/**
 * All checks with their counts, the users of one, and the form of a rule.
 * Events: `read` (count again), `choices` (read profiles and roles), `fix` (`{ plan, users }` to review), `center` (its ID,
 * to open it), `back`.
 */
import { api, LightningElement } from 'lwc';
import type { Overview } from 'c/callCenters';
import { findingsOf, fixesOf, ignoredWrite, planFix, settingWrite } from 'c/checks';
import type { Finding, Ignored, ReadChecks } from 'c/checks';
import { keysAreOn } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import { latest } from 'c/memo';
import { MAX_EXCEPTIONS } from 'c/orgPort';
import type { CheckWrite, ChecksOrg, Choice, Id, User, UserLookupOrg } from 'c/orgPort';
import type { Loadable, Viewpoint } from 'c/pageState';
import type { Rule } from 'c/rules';
import { faultWords, withMessage, type FaultWords } from 'c/wording';
import { menuWrites, type MenuAction } from './menu.ts';
import { findingOf, type CheckSection } from './rows.ts';
import { driftIn, listedSections, NO_FINDINGS, shownOf, usersOf } from './shown.ts';

/** What the part shows: the list, the users of a row, or a form. */
type Place =
    | { at: 'list' }
    | { at: 'users'; id: string }
    /** Null for a new rule. */
    | { at: 'rule'; rule: Rule | null }
    /** Below its row: settings of a check, or the question whether to delete a rule. */
    | { at: 'set up'; id: string };

export default class CheckList extends LightningElement {
    @api org!: ChecksOrg & UserLookupOrg;
    @api checks!: Loadable<ReadChecks>;
    @api overview: Overview | null = null;
    @api viewpoint!: Viewpoint;
    /** Null while they aren't read. */
    @api choices: { profiles: Choice[]; roles: Choice[] } | null = null;
    /** Every call center by name. */
    @api centers: Choice[] = [];
    /** A run is in progress: nothing can be fixed. */
    @api isBusy = false;

    labels = LABELS;
    place: Place = { at: 'list' };
    problem: FaultWords | null = null;
    isWorking = false;
    private isFocusDue = false;
    private isGone = false;
    // The template reads what is shown in each row.
    private findingsFor = latest(findingsOf);
    private sectionsFor = latest(listedSections);
    private shownFor = latest(shownOf);

    connectedCallback() {
        this.dispatchEvent(new CustomEvent('read'));
        this.dispatchEvent(new CustomEvent('choices'));
    }

    disconnectedCallback() {
        this.isGone = true;
    }

    renderedCallback() {
        if (!this.isFocusDue) return;
        this.isFocusDue = false;
        (this.refs?.heading as HTMLElement | undefined)?.focus();
    }

    get findings(): Finding[] {
        return this.checks.value ? this.findingsFor(this.checks.value, this.overview) : NO_FINDINGS;
    }

    get sections(): CheckSection[] {
        const { value } = this.checks;
        return value ? this.sectionsFor(this.findings, value, this.viewpoint, this.choices) : [];
    }

    get shown() {
        const { checks, findings, viewpoint, placed } = this;
        // What was shown may be gone.
        const isList = checks.value !== null && !placed.users && !placed.form;
        const cannotFix = this.isBusy || this.isWorking;
        return { isList, cannotFix, ...this.shownFor(checks, findings, viewpoint.mayEdit), ...placed };
    }

    private get placed() {
        const { place, checks, viewpoint } = this;
        const row = place.at === 'users' || place.at === 'set up' ? findingOf(this.sections, place.id) : undefined;
        return {
            users: place.at === 'users' && row ? usersOf(row, checks.value!, viewpoint.mayEdit) : null,
            form: place.at === 'rule' && checks.value ? { rule: place.rule } : null,
            setUp: place.at === 'set up' && row ? row.id : null
        };
    }

    get sectionRows() {
        const { setUp } = this.placed;
        return this.sections.map((section) => ({
            ...section,
            rows: section.rows.map((row) => ({ ...row, isSetUp: row.id === setUp, hasMenu: row.menu.length > 0 }))
        }));
    }

    get profiles(): Choice[] {
        return this.choices?.profiles ?? [];
    }

    get roles(): Choice[] {
        return this.choices?.roles ?? [];
    }

    /** Esc leads back to the list first. */
    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape' || this.place.at === 'list' || event.defaultPrevented || !keysAreOn()) return;
        event.preventDefault();
        this.handleBack();
    }

    handleAgain() {
        this.dispatchEvent(new CustomEvent('read'));
    }

    handleBack() {
        if (this.place.at === 'list') this.dispatchEvent(new CustomEvent('back'));
        else this.go({ at: 'list' });
    }

    handleSee({ currentTarget }: Event) {
        this.go({ at: 'users', id: idOf(currentTarget) });
    }

    handleSetUpOpen({ currentTarget }: Event) {
        this.place = { at: 'set up', id: idOf(currentTarget) };
    }

    handleCenter({ currentTarget }: Event) {
        this.dispatchEvent(new CustomEvent<Id>('center', { detail: idOf(currentTarget) }));
    }

    handleFix({ currentTarget }: Event) {
        const row = findingOf(this.sections, idOf(currentTarget));
        if (!row) return;
        // Only a person can say where new users belong.
        if (row.finding.key === 'onboarding') this.go({ at: 'users', id: row.id });
        else void this.fix([row.finding], row.finding.rule?.target ?? null);
    }

    handleFixAll() {
        void this.fix(driftIn(this.findings), null);
    }

    handleFixUsers(event: CustomEvent<Id | null>) {
        const row = this.place.at === 'users' ? findingOf(this.sections, this.place.id) : undefined;
        if (row) void this.fix([row.finding], event.detail);
    }

    handleAdd() {
        this.go({ at: 'rule', rule: null });
    }

    handleMenu(event: CustomEvent<{ value: MenuAction }>) {
        const row = findingOf(this.sections, idOf(event.currentTarget));
        const read = this.checks.value;
        if (!row || !read) return;
        const { value } = event.detail;
        const writes = menuWrites(value, row, read);
        if (writes) void this.save(writes);
        else if (value === 'edit') this.go({ at: 'rule', rule: row.finding.rule });
        else this.place = { at: 'set up', id: row.id };
    }

    handleSetUp(event: CustomEvent<{ days?: number; profileIds?: Id[] }>) {
        const row = this.place.at === 'set up' ? findingOf(this.sections, this.place.id) : undefined;
        const read = this.checks.value;
        if (!row || !read) return;
        const { key, rule } = row.finding;
        const write: CheckWrite = rule
            ? { what: 'delete rule', recordId: rule.recordId }
            : settingWrite(key, read.settings, { ...event.detail, isMuted: false });
        void this.save([write]);
    }

    handleSaveRule(event: CustomEvent<CheckWrite>) {
        void this.save([event.detail]);
    }

    handleIgnore(event: CustomEvent<User | Ignored>) {
        const row = this.place.at === 'users' ? findingOf(this.sections, this.place.id) : undefined;
        if (!row || !this.checks.value) return;
        const { key } = row.finding;
        const isFull = this.checks.value.settings.of[key].ignored.length >= MAX_EXCEPTIONS;
        if (isFull && !('recordId' in event.detail)) {
            this.problem = { text: fill(LABELS.checkIgnoredFull, MAX_EXCEPTIONS), isExpired: false };
            return;
        }
        void this.save([ignoredWrite(key, event.detail)], this.place);
    }

    /** Once it's saved, `next` is shown. */
    private save(writes: CheckWrite[], next: Place = { at: 'list' }): Promise<void> {
        return this.work(async () => {
            const words = await this.org.writeChecks(writes);
            if (words !== null) {
                this.problem = { text: withMessage(LABELS.nameRefused, words), isExpired: false };
                return;
            }
            if (next !== this.place && this.place.at !== 'list') this.go(next);
            this.dispatchEvent(new CustomEvent('read'));
        });
    }

    /** Plans to fix everyone whom the findings mean. They go to `to`, unless their rule says where. */
    private fix(findings: Finding[], to: Id | null): Promise<void> {
        const read = this.checks.value;
        if (!read) return Promise.resolve();
        const fixes = fixesOf(findings, read, to);
        return this.work(async () => {
            const detail = await planFix(fixes, this.org, this.viewpoint.kindOf);
            if (!this.isGone) this.dispatchEvent(new CustomEvent('fix', { detail }));
        });
    }

    private async work(act: () => Promise<void>): Promise<void> {
        if (this.isWorking) return;
        this.isWorking = true;
        this.problem = null;
        try {
            await act();
        } catch (thrown) {
            this.problem = faultWords(thrown);
        }
        this.isWorking = false;
    }

    private go(place: Place) {
        this.place = place;
        this.problem = null;
        this.isFocusDue = true;
    }
}

function idOf(target: EventTarget | null): string {
    return (target as HTMLElement).dataset.id ?? '';
}
