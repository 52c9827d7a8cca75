/**
 * Below a check: how many days or which profiles it's about. Below a rule: whether to delete it.
 * Events: `save` (`{ days }`, `{ profileIds }`, or nothing), `cancel`.
 */
import { api, LightningElement } from 'lwc';
import { daysProblem, MAX_DAYS, type Finding, type Settings } from 'c/checks';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import type { Choice, Id } from 'c/orgPort';

export default class CheckSetup extends LightningElement {
    @api finding!: Finding;
    @api settings!: Settings;
    @api profiles: Choice[] = [];
    @api isSaving = false;

    labels = LABELS;
    private typed: string | null = null;
    private picked: Id[] | null = null;

    get shown() {
        const { key, rule } = this.finding;
        return {
            asksDays: key === 'quiet',
            asksProfiles: key === 'onboarding',
            question: rule && fill(LABELS.ruleDeleteAsk, rule.name),
            days: this.typed ?? String(this.settings.days),
            profileIds: this.picked ?? this.settings.profileIds,
            saveLabel: rule ? LABELS.ruleDelete : LABELS.save,
            problem: key === 'quiet' && this.areDaysBad ? fill(LABELS.checkDaysBad, MAX_DAYS) : null,
            cannotSave: this.isSaving || (key === 'quiet' && this.areDaysBad)
        };
    }

    private get areDaysBad(): boolean {
        return this.typed !== null && (this.typed.trim() === '' || daysProblem(Number(this.typed)));
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleDays(event: CustomEvent<{ value: string }>) {
        this.typed = event.detail.value;
    }

    handleProfiles(event: CustomEvent<Id[]>) {
        this.picked = event.detail;
    }

    handleSave() {
        const { asksDays, asksProfiles, days, profileIds } = this.shown;
        const detail = { ...(asksDays && { days: Number(days) }), ...(asksProfiles && { profileIds }) };
        this.dispatchEvent(new CustomEvent('save', { detail }));
    }

    handleCancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
