/** Saves a call center's name and type to the registry. Events: `saved`, `cancel`. */
import { api, LightningElement } from 'lwc';
import type { CallCenter } from 'c/callCenters';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import { KINDS, type CallCentersOrg, type Choice, type Kind } from 'c/orgPort';
import { faultWords, kindText, withMessage, type FaultWords } from 'c/wording';

export default class CenterForm extends LightningElement {
    @api org!: CallCentersOrg;
    /** Every call center by name, to warn about a name that another one has. */
    @api centers: Choice[] = [];

    labels = LABELS;
    kinds = KINDS.map((kind) => ({ label: kindText(kind), value: kind }));
    name = '';
    kind: Kind = 'unknown';
    problem: FaultWords | null = null;
    isSaving = false;
    private shown: CallCenter | null = null;

    @api get center(): CallCenter | null {
        return this.shown;
    }
    set center(center: CallCenter | null) {
        const isOther = center?.id !== this.shown?.id;
        this.shown = center;
        // Sources answer one after another. What was typed in between stays.
        if (!isOther) return;
        this.name = center?.name ?? '';
        this.kind = center?.kind ?? 'unknown';
    }

    get cannotSave(): boolean {
        return this.isSaving || !this.name.trim();
    }

    /** Two call centers may have one name, so it can be saved all the same. */
    get warning(): string | null {
        const name = this.name.trim().toLocaleUpperCase();
        const other = this.centers.find(
            (center) => center.id !== this.shown?.id && center.name.toLocaleUpperCase() === name
        );
        return other ? fill(LABELS.nameTaken, other.name) : null;
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleNameChange(event: CustomEvent<{ value: string }>) {
        this.name = event.detail.value;
    }

    handleKindChange(event: CustomEvent<{ value: Kind }>) {
        this.kind = event.detail.value;
    }

    async handleSave() {
        if (!this.shown) return;
        this.isSaving = true;
        try {
            const profile = { callCenterId: this.shown.id, name: this.name.trim(), kind: this.kind };
            const refusal = await this.org.saveCenterProfile(profile);
            this.problem =
                refusal === null ? null : { text: withMessage(LABELS.nameRefused, refusal), isExpired: false };
            if (refusal === null) this.dispatchEvent(new CustomEvent('saved'));
        } catch (thrown) {
            this.problem = faultWords(thrown);
        }
        this.isSaving = false;
    }

    handleCancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
