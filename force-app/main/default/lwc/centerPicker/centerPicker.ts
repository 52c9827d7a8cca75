/**
 * Where the list of call centers has no room: the selected call center, and the list when it's open. Events: `choose` (a
 * key), `refresh`, and `check`, as in the list.
 */
import { api, LightningElement } from 'lwc';
import { whenElsewhere } from 'c/browser';
import type { Overview } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { kindText, type FaultWords } from 'c/wording';

export default class CenterPicker extends LightningElement {
    @api heading = '';
    @api overview: Overview | null = null;
    /** The key of the selected choice: `everyone`, `none`, or the ID of a call center. */
    @api chosen = 'everyone';
    @api problem: FaultWords | null = null;

    labels = LABELS;
    isOpen = false;
    private stopListening = () => {};

    connectedCallback() {
        this.stopListening = whenElsewhere(
            () => this.template?.host,
            () => this.close()
        );
    }

    disconnectedCallback() {
        this.stopListening();
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    /** The number of users, and the type of a call center. */
    get facts(): string {
        const { overview, chosen } = this;
        if (!overview) return '';
        const center = overview.centers.find(({ id }) => id === chosen);
        const users = center ? center.members : chosen === 'none' ? overview.withoutCenter : overview.everyone;
        return [users?.toLocaleString(), center && kindText(center.kind)].filter(Boolean).join(' · ');
    }

    handleToggle() {
        this.isOpen = !this.isOpen;
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape' || !this.isOpen) return;
        event.stopPropagation();
        this.close();
        this.button?.focus();
    }

    handleChoose(event: CustomEvent<string>) {
        this.close();
        this.button?.focus();
        this.dispatchEvent(new CustomEvent('choose', { detail: event.detail }));
    }

    handleCheck() {
        this.close();
        this.handlePass(new CustomEvent('check'));
    }

    /** What the page decides. */
    handlePass({ type }: Event) {
        this.dispatchEvent(new CustomEvent(type));
    }

    private get button() {
        return this.refs?.button as HTMLButtonElement | undefined;
    }

    private close() {
        this.isOpen = false;
    }
}
