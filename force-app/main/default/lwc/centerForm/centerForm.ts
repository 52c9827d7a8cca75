/** Names and classifies a call center in the registry. Events: `saved`, `cancel`. */
import { api, LightningElement } from 'lwc';
import type { CallCenter } from 'c/callCenters';
import { fill, LABELS } from 'c/labels';
import { KINDS, type CallCentersOrg, type Kind } from 'c/orgPort';
import { faultText, kindText } from 'c/wording';

export default class CenterForm extends LightningElement {
    @api org!: CallCentersOrg;

    labels = LABELS;
    kinds = KINDS.map((kind) => ({ label: kindText(kind), value: kind }));
    name = '';
    kind: Kind = 'unknown';
    problem: string | null = null;
    isSaving = false;
    private shown: CallCenter | null = null;

    @api get center(): CallCenter | null {
        return this.shown;
    }
    set center(center: CallCenter | null) {
        this.shown = center;
        this.name = center?.name ?? '';
        this.kind = center?.kind ?? 'unknown';
    }

    get cannotSave(): boolean {
        return this.isSaving || !this.name.trim();
    }

    changeName(event: CustomEvent<{ value: string }>) {
        this.name = event.detail.value;
    }

    changeKind(event: CustomEvent<{ value: Kind }>) {
        this.kind = event.detail.value;
    }

    async save() {
        if (!this.shown) return;
        this.isSaving = true;
        try {
            const profile = { callCenterId: this.shown.id, name: this.name.trim(), kind: this.kind };
            const refusal = await this.org.saveCenterProfile(profile);
            this.problem = refusal === null ? null : fill(LABELS.nameRefused, refusal);
            if (refusal === null) this.dispatchEvent(new CustomEvent('saved'));
        } catch (thrown) {
            this.problem = faultText(thrown);
        }
        this.isSaving = false;
    }

    cancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
