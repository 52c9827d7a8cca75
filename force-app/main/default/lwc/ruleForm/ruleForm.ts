/** Makes or changes a rule. Events: `save` (what to write), `cancel`. */
import { api, LightningElement } from 'lwc';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import type { Choice, Id, UserLookup, UserLookupOrg } from 'c/orgPort';
import { changedRule, draftLike, draftOf, draftProblem, MAX_VALUES_PER_RULE, NEW_RULE } from 'c/rules';
import type { DraftProblem, Rule, RuleDraft } from 'c/rules';
import { faultText, type NameOf } from 'c/wording';

export default class RuleForm extends LightningElement {
    @api org!: UserLookupOrg;
    /** Null for a new one. */
    @api rule: Rule | null = null;
    @api rules: Rule[] = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    @api centers: Choice[] = [];
    @api nameOf!: NameOf;
    @api isSaving = false;

    labels = LABELS;
    draft: RuleDraft = NEW_RULE;
    /** Why the rule can't be saved, once someone tried. */
    problem: string | null = null;
    like = '';
    isLooking = false;

    connectedCallback() {
        if (this.rule) this.draft = draftOf(this.rule);
    }

    private isFocused = false;

    renderedCallback() {
        if (this.isFocused) return;
        this.isFocused = true;
        (this.refs?.heading as HTMLElement | undefined)?.focus();
    }

    get heading(): string {
        return this.rule ? fill(LABELS.aboutGroup, LABELS.ruleEdit, this.rule.name) : LABELS.ruleAdd;
    }

    get targets(): Id[] {
        return this.draft.target === null ? [] : [this.draft.target];
    }

    get cannotLook(): boolean {
        return this.isLooking || !this.like.trim();
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleText(event: CustomEvent<{ value: string }>) {
        const { field } = (event.currentTarget as HTMLElement).dataset;
        this.change({ [field as 'name' | 'titles' | 'departments']: event.detail.value });
    }

    handleProfiles(event: CustomEvent<Id[]>) {
        this.change({ profileIds: event.detail });
    }

    handleRoles(event: CustomEvent<Id[]>) {
        this.change({ roleIds: event.detail });
    }

    handleTarget(event: CustomEvent<Id[]>) {
        this.change({ target: event.detail[0] ?? null });
    }

    handleLike(event: CustomEvent<{ value: string }>) {
        this.like = event.detail.value;
    }

    async handleCopy() {
        this.isLooking = true;
        this.problem = null;
        try {
            const lookup: UserLookup = { by: 'username or email', values: [this.like.trim()], match: 'equals' };
            const answer = await this.org.usersBy(lookup, null);
            const users = answer.status === 'found' ? answer.users : [];
            if (users.length === 1) {
                this.change(draftLike(this.draft, users[0], { profiles: this.profiles, roles: this.roles }));
            } else this.problem = LABELS.ruleCopyNone;
        } catch (thrown) {
            this.problem = faultText(thrown);
        }
        this.isLooking = false;
    }

    handleSave() {
        const problem = draftProblem(this.draft);
        this.problem = problem && problemText(problem);
        if (problem) return;
        const detail = changedRule(this.rule, this.draft, this.rules, this.nameOf);
        this.dispatchEvent(new CustomEvent('save', { detail }));
    }

    handleCancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    private change(draft: Partial<RuleDraft>) {
        this.draft = { ...this.draft, ...draft };
        this.problem = null;
    }
}

function problemText(problem: DraftProblem): string {
    switch (problem) {
        case 'no name':
            return LABELS.ruleNameNone;
        case 'no conditions':
            return LABELS.ruleConditionsNone;
        case 'too many conditions':
            return fill(LABELS.ruleConditionsMany, MAX_VALUES_PER_RULE);
        case 'no target':
            return LABELS.ruleTargetNone;
    }
}
