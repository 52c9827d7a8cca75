/**
 * One or several of many choices, which can be searched. Lists of hundreds stay short: the first ones that match are shown.
 * Event: `pick` (the IDs of the picked choices).
 */
import { api, LightningElement } from 'lwc';
import { uniqueName, whenElsewhere } from 'c/browser';
import { fill, LABELS } from 'c/labels';
import type { Choice, Id } from 'c/orgPort';
import { matchesWords } from 'c/userSearch';

/** Choices drawn at most. More than anyone reads, and few enough to be drawn at once. */
const CHOICES_SHOWN = 50;
/** Choices from which on they can be searched. Fewer can be seen at once. */
const CHOICES_TO_SEARCH = 8;

export default class ChoicePicker extends LightningElement {
    @api label = '';
    /** The text while nothing is picked, such as "Any profile". */
    @api any = '';
    @api choices: Choice[] = [];
    @api picked: Id[] = [];
    /** One choice at most. */
    @api isSingle = false;

    labels = LABELS;
    isOpen = false;
    typed = '';
    group = uniqueName();
    private isFocusDue = false;
    private stopListening = () => {};

    connectedCallback() {
        this.stopListening = whenElsewhere(
            () => this.template?.host,
            () => {
                this.isOpen = false;
            }
        );
    }

    disconnectedCallback() {
        this.stopListening();
    }

    renderedCallback() {
        if (!this.isFocusDue) return;
        this.isFocusDue = false;
        (this.template?.querySelector('.popover input') as HTMLElement | null)?.focus();
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    get text(): string {
        const [first, ...others] = this.picked;
        if (first === undefined) return this.any;
        return others.length ? fill(LABELS.pickedAndMore, this.nameOf(first), others.length) : this.nameOf(first);
    }

    get accessibleName(): string {
        return fill(LABELS.pickerName, this.label, this.text);
    }

    get canSearch(): boolean {
        return this.choices.length >= CHOICES_TO_SEARCH;
    }

    get inputType(): 'radio' | 'checkbox' {
        return this.isSingle ? 'radio' : 'checkbox';
    }

    get shown() {
        return this.matching
            .slice(0, CHOICES_SHOWN)
            .map((choice) => ({ ...choice, isPicked: this.picked.includes(choice.id) }));
    }

    get note(): string {
        const rest = this.matching.length - CHOICES_SHOWN;
        if (!this.matching.length && this.typed) return LABELS.noChoices;
        return rest > 0 ? fill(LABELS.moreChoices, rest) : '';
    }

    get canClear(): boolean {
        return this.isSingle && this.picked.length > 0;
    }

    handleToggle() {
        this.isOpen = !this.isOpen;
        this.typed = '';
        this.isFocusDue = this.isOpen;
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape' || !this.isOpen) return;
        event.stopPropagation();
        this.close();
    }

    handleType(event: Event) {
        this.typed = (event.target as HTMLInputElement).value;
    }

    handlePick(event: Event) {
        const { value, checked } = event.target as HTMLInputElement;
        const others = this.isSingle ? [] : this.picked.filter((id) => id !== value);
        this.send(checked ? [...others, value] : others);
    }

    handleAny() {
        this.send([]);
        this.close();
    }

    private get matching(): Choice[] {
        return this.choices.filter(({ name }) => matchesWords(name, this.typed));
    }

    private nameOf(id: Id): string {
        return this.choices.find((choice) => choice.id === id)?.name ?? id;
    }

    private close() {
        this.isOpen = false;
        (this.refs?.button as HTMLElement | undefined)?.focus();
    }

    private send(picked: Id[]) {
        this.dispatchEvent(new CustomEvent<Id[]>('pick', { detail: picked }));
    }
}
