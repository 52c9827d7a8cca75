/** One choice out of a few, each with its count. Event: `choose` (the value of a segment). */
import { api, LightningElement } from 'lwc';
import { uniqueName } from 'c/browser';

export interface Segment {
    value: string;
    label: string;
    /** How many there are, as text; empty while that isn't known. */
    count: string;
}

export default class SegmentFilter extends LightningElement {
    /** What the segments choose from, for screen readers. */
    @api label = '';
    @api segments: Segment[] = [];
    @api value = '';
    /** Where there is little room, counts are below their labels. */
    @api isStacked = false;
    /** In a toolbar with much else. */
    @api isDense = false;

    /** So that the radio buttons of two filters on a page are two groups. */
    group = uniqueName();

    get classes(): string {
        return ['segments', this.isStacked && 'stacked', this.isDense && 'dense'].filter(Boolean).join(' ');
    }

    get shown() {
        return this.segments.map((segment) => {
            const isChosen = segment.value === this.value;
            return { ...segment, isChosen, classes: isChosen ? 'segment chosen' : 'segment' };
        });
    }

    handleChange(event: Event) {
        const { value } = event.target as HTMLInputElement;
        this.dispatchEvent(new CustomEvent('choose', { detail: value }));
    }
}
