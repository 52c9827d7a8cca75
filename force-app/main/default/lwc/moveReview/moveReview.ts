/**
 * What a move will do, before it starts: where users come from, who won't move, and why.
 * Events: `answer` (whether the box is checked), `csv`.
 */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';
import type { Plan } from 'c/movePlan';
import type { NameOf } from 'c/wording';
import { leftAloneOf, sourcesOf, type LeftAlone } from './groups.ts';

export default class MoveReview extends LightningElement {
    @api plan: Plan | null = null;
    @api nameOf: NameOf = String;
    /** The admin checked that none of the call centers is a Voice contact center. */
    @api isSure = false;

    labels = LABELS;

    get sources(): { key: string; text: string }[] | null {
        const sources = this.plan ? sourcesOf(this.plan, this.nameOf) : [];
        return sources.length ? sources : null;
    }

    get leftAlone(): LeftAlone[] {
        return this.plan ? leftAloneOf(this.plan, this.nameOf) : [];
    }

    get hasLeftAlone(): boolean {
        return this.leftAlone.length > 0;
    }

    get asks(): boolean {
        return (this.plan?.asks.length ?? 0) > 0;
    }

    handleAnswer(event: CustomEvent<{ checked: boolean }>) {
        this.dispatchEvent(new CustomEvent('answer', { detail: event.detail.checked }));
    }

    handleCsvClick() {
        this.dispatchEvent(new CustomEvent('csv'));
    }
}
