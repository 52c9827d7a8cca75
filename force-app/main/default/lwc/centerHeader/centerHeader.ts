/**
 * The selected call center: its type, its members by profile, and a link to Setup.
 * Events: `retry`, `saved` (the registry has a new name or type).
 */
import { api, LightningElement } from 'lwc';
import { daysUntilRetirement, OPEN_CTI_RETIRES, type CallCenter } from 'c/callCenters';
import { fill, LABELS } from 'c/labels';
import { isVoice } from 'c/movePlan';
import { centerUrl, kindText, knownByText, membersText, type FaultWords } from 'c/wording';
import type { CallCentersOrg, Choice, ProfileCount } from 'c/orgPort';
import { sharesOf, type Share } from './shares.ts';

/** Profiles named in the compact header; the others are counted together. */
const COMPACT_PROFILES = 2;

export default class CenterHeader extends LightningElement {
    @api heading = '';
    @api hint = '';
    @api profileCounts: ProfileCount[] | null = null;
    @api profiles: Choice[] = [];
    /** Every call center by name. */
    @api centers: Choice[] = [];
    @api problem: FaultWords | null = null;
    /** One line, below a picker that shows the name and the members. */
    @api isCompact = false;

    /** The org that stores the registry. Null if the user can't change it. */
    @api org: CallCentersOrg | null = null;

    labels = LABELS;
    isEditing = false;
    private shown: CallCenter | null = null;

    /** Null for all users and for users without a call center. */
    @api get center(): CallCenter | null {
        return this.shown;
    }
    set center(center: CallCenter | null) {
        if (center?.id !== this.shown?.id) this.isEditing = false;
        this.shown = center;
    }

    /** Names that Salesforce gives can't be changed here, those that an admin gave can. A type that an admin sets overrides what was found out. */
    get editLabel(): string | null {
        if (!this.org || !this.center || this.isEditing) return null;
        if (this.center.name === null) return LABELS.nameIt;
        if (isNamedByAdmin(this.center)) return LABELS.changeName;
        return this.center.kind === 'unknown' ? LABELS.sayKind : LABELS.changeKind;
    }

    handleEdit() {
        this.isEditing = true;
    }

    handleCancel() {
        this.isEditing = false;
    }

    handleSaved() {
        this.isEditing = false;
        this.dispatchEvent(new CustomEvent('saved'));
    }

    get headerClass(): string {
        return this.isCompact ? 'header compact' : 'header';
    }

    get headingClass(): string {
        return this.isCompact ? 'slds-assistive-text' : '';
    }

    /** The menu of the compact page has the link. */
    get setupUrl(): string | null {
        return this.center && !this.isCompact ? centerUrl(this.center.id) : null;
    }

    get facts(): string {
        if (!this.center) return this.hint;
        const inactive = (this.profileCounts ?? [])
            .filter((count) => !count.isActive)
            .reduce((sum, count) => sum + count.members, 0);
        return [
            this.kind,
            !this.isCompact && this.center.knownBy && knownByText(this.center.knownBy),
            this.isCompact || this.kind.includes(this.center.vendor ?? '') ? null : this.center.vendor,
            this.center.members === null || this.isCompact ? null : membersText(this.center.members),
            inactive ? fill(LABELS.inactiveMembers, inactive) : null
        ]
            .filter(Boolean)
            .join(' · ');
    }

    /** Said once, before the button of each row leads to a review that says it. */
    get isVoice(): boolean {
        return isVoice(this.center?.kind ?? null);
    }

    private get kind(): string {
        if (this.center?.kind !== 'open-cti') return kindText(this.center?.kind ?? 'unknown');
        const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(
            Date.parse(OPEN_CTI_RETIRES)
        );
        const days = daysUntilRetirement(Date.now());
        if (days <= 0) return fill(LABELS.retired, day);
        if (this.isCompact) return fill(LABELS.retiresOnDay, day);
        return days === 1 ? fill(LABELS.retiresOnOne, day) : fill(LABELS.retiresOn, day, days);
    }

    get shares(): Share[] {
        return sharesOf(this.profileCounts ?? [], this.profiles, this.isCompact ? COMPACT_PROFILES : undefined);
    }

    get hasShares(): boolean {
        return this.center !== null && this.shares.length > 0;
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}

/** The registry has the name, and no one read it from Salesforce. */
function isNamedByAdmin({ source, readAt }: CallCenter): boolean {
    return source === 'registry' && readAt === null;
}
