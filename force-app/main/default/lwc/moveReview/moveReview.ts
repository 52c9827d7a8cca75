/**
 * What a move will do, before it starts: who goes where, who waits for an answer, and who can't move and why. It has the whole
 * width of the page. The panel around it has the title, the sums, and the buttons.
 * Events: `answer` (the new `Answers`), `csv` (the file for Setup's bulk upload).
 */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';
import { latest } from 'c/memo';
import type { Answers } from 'c/movePlan';
import { afterOf, retirementOf, type After } from './after.ts';
import { FIRST_NAMES, moreLabel, namesOf, shownNext, type NamedUser } from './names.ts';
import { pictureOf, type Picture } from './picture.ts';
import { sectionsOf, type Button, type Fate, type Group, type Known, type Reviewed, type Section } from './sections.ts';

interface ShownGroup extends Omit<Group, 'users' | 'buttons'> {
    names: NamedUser[];
    more: string | null;
    icon: string;
    iconClass: string;
    buttonsClass: string;
    buttons: (Button & { id: string; look: string })[];
}

interface ShownSection extends Omit<Section, 'groups'> {
    headingId: string;
    groups: ShownGroup[];
}

interface Shown {
    sections: ShownSection[];
    picture: Picture;
    after: After[];
    hasAfter: boolean;
    retirement: string;
}

export default class MoveReview extends LightningElement {
    @api known!: Known;

    labels = LABELS;
    private current: Reviewed | null = null;
    // Sorting 20,000 users and drawing their routes takes a while, and names are opened and closed.
    private sectionsFor = latest(sectionsOf);
    private restFor = latest(restOf);
    /** How many names are shown, by group. */
    private shownNames = new Map<string, number>();

    @api get review(): Reviewed | null {
        return this.current;
    }
    set review(review: Reviewed | null) {
        this.current = review;
    }

    get shown(): Shown | null {
        const review = this.current;
        if (!review) return null;
        return {
            ...this.restFor(review, this.sections, this.known),
            sections: this.sections.map((section) => ({
                ...section,
                headingId: `heading-${section.fate.replace(' ', '-')}`,
                groups: section.groups.map((group) => this.shownGroup(group))
            }))
        };
    }

    handleMore(event: Event) {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const group = this.groups.find((one) => one.key === key);
        if (!group) return;
        const shown = this.shownNames.get(group.key) ?? FIRST_NAMES;
        this.shownNames = new Map(this.shownNames).set(group.key, shownNext(group.users.length, shown));
    }

    handleAnswer(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const buttons = this.groups.flatMap((group) => group.buttons.map((one) => ({ ...one, id: idOf(group, one) })));
        const pressed = buttons.find((one) => one.id === id);
        if (!pressed) return;
        this.dispatchEvent(new CustomEvent<Answers>('answer', { detail: pressed.answers }));
        // The button is gone with its answer.
        (this.refs?.list as HTMLElement | undefined)?.focus();
    }

    handleCsv() {
        this.dispatchEvent(new CustomEvent('csv'));
    }

    private get sections(): Section[] {
        return this.current ? this.sectionsFor(this.current, this.known) : [];
    }

    private get groups(): Group[] {
        return this.sections.flatMap(({ groups }) => groups);
    }

    private shownGroup({ users, ...group }: Group): ShownGroup {
        const shown = this.shownNames.get(group.key) ?? FIRST_NAMES;
        return {
            ...group,
            names: namesOf(users, shown, this.known.nameOf),
            more: moreLabel(users.length, shown),
            icon: iconOf(group.fate),
            iconClass: `icon ${group.fate.replace(' ', '-')}`,
            buttonsClass: group.fate === 'wait' ? 'buttons below' : 'buttons',
            buttons: group.buttons.map((button) => ({
                ...button,
                id: idOf(group, button),
                look: group.fate === 'wait' ? 'slds-button slds-button_neutral' : 'link'
            }))
        };
    }
}

/** What is shown beside the groups. */
function restOf(review: Reviewed, sections: Section[], known: Known): Omit<Shown, 'sections'> {
    const after = afterOf(review, known);
    return {
        picture: pictureOf(review, sections, known),
        after,
        hasAfter: after.length > 0,
        retirement: retirementOf(review, known, Date.now())
    };
}

function idOf(group: Pick<Group, 'key'>, button: Button): string {
    return `${group.key} ${button.key}`;
}

function iconOf(fate: Fate): string {
    switch (fate) {
        case 'move':
            return 'utility:forward';
        case 'wait':
            return 'utility:help';
        case 'blocked':
            return 'utility:ban';
        case 'left out':
        case 'stay':
            return 'utility:dash';
    }
}
