/** The page's title, its views, and its menu. Events: `view` (the name of a view), `copylink`, `refresh`, `keys`. */
import { api, LightningElement } from 'lwc';
import { whileNarrow } from 'c/browser';
import type { CallCenter } from 'c/callCenters';
import { LABELS } from 'c/labels';
import type { View } from 'c/pageState';
import { viewChoices, type ViewChoice, type ViewFacts } from 'c/wording';

const OF_USERS: readonly View[] = ['import', 'export'];

export default class PageHeader extends LightningElement {
    @api view: View = 'users';
    /** The selected call center; null for all users and for users without one. */
    @api center: CallCenter | null = null;
    /** Its name. */
    @api heading = '';
    /** Which views are offered. */
    @api offered: ViewFacts = { mayImport: false, requests: '', hasRequests: false };

    /** How many checks found something; null until that is known. */
    @api findings: number | null = null;

    labels = LABELS;
    /** The views are in the menu then. */
    isNarrow = false;
    private stopLooking = () => {};

    connectedCallback() {
        this.stopLooking = whileNarrow((isNarrow) => {
            this.isNarrow = isNarrow;
        });
    }

    disconnectedCallback() {
        this.stopLooking();
    }

    get isWide(): boolean {
        return !this.isNarrow;
    }

    get tabs(): (ViewChoice & { current: 'page' | null; count: string; text: string })[] {
        return viewChoices('header', this.offered).map((choice) => {
            const count = choice.value === 'checks' && this.findings ? this.findings.toLocaleString() : '';
            // Import and export are parts of the users.
            const isOpen = choice.value === (OF_USERS.includes(this.view) ? 'users' : this.view);
            // The space is between the words for screen readers, too. In the template, it would be left out.
            const text = count ? `${choice.label} ` : choice.label;
            return { ...choice, count, text, current: isOpen ? 'page' : null };
        });
    }

    get menuViews(): ViewChoice[] {
        const menu = viewChoices('menu', this.offered);
        return this.isNarrow ? [...viewChoices('header', this.offered), ...menu] : menu;
    }

    handleView(event: Event) {
        const { view } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('view', { detail: view }));
    }

    handleMenuView(event: CustomEvent<View>) {
        this.dispatchEvent(new CustomEvent('view', { detail: event.detail }));
    }

    /** What the page decides. */
    handlePass({ type }: Event) {
        this.dispatchEvent(new CustomEvent(type));
    }
}
