/** What a run did: counts, then only the users a person should look at. Event: `anyway` (the id of a user). */
import { api, LightningElement } from 'lwc';
import { counted, fill, LABELS } from 'c/labels';
import { countOutcomes, OUTCOMES, type RunReport, type Settled } from 'c/moveRun';
import { capitalized, momentText, outcomeCount, settledText, userUrl, type NameOf } from 'c/wording';

/** Lines before "Show all"; a report is to be read in ten seconds. */
const LINES_FIRST = 3;

/** How urgently a person should look: lower comes first. */
const URGENCY = ['refused', 'changed meanwhile', 'not attempted'];

interface Line {
    userId: string;
    name: string;
    text: string;
    url: string;
    /** What the button is called that moves the user all the same; null: there is none. */
    anyway: string | null;
}

export default class MoveReport extends LightningElement {
    @api report: RunReport | null = null;
    @api nameOf: NameOf = String;
    /** Offers to move users whom somebody else moved meanwhile. */
    @api mayEdit = false;

    labels = LABELS;
    showsAll = false;
    isCopied = false;

    get moved(): number {
        return this.report ? countOutcomes(this.report.settled).moved : 0;
    }

    get subtitle(): string {
        const { report } = this;
        if (!report) return '';
        const seconds = Math.max(1, Math.round((report.endedAt - report.startedAt) / 1000));
        const counts = countOutcomes(report.settled);
        const others = OUTCOMES.filter((outcome) => outcome !== 'moved' && counts[outcome] > 0);
        return [
            fill(
                report.by ? LABELS.reportSubtitle : LABELS.reportSubtitleNobody,
                capitalized(momentText(report.startedAt, Date.now())),
                counted(seconds, LABELS.second, LABELS.seconds),
                report.by
            ),
            others.length ? others.map((outcome) => outcomeCount(outcome, counts[outcome])).join(', ') + '.' : '',
            stopText(report)
        ]
            .filter(Boolean)
            .join(' ');
    }

    private get concerning(): Settled[] {
        const settled = this.report?.settled ?? [];
        return settled
            .filter((one) => URGENCY.includes(one.outcome) && !isRest(one))
            .sort((one, other) => URGENCY.indexOf(one.outcome) - URGENCY.indexOf(other.outcome));
    }

    get lines(): Line[] | null {
        const shown = this.showsAll ? this.concerning : this.concerning.slice(0, LINES_FIRST);
        const lines = shown.map((settled) => ({
            userId: settled.userId,
            name: settled.name,
            text: settledText(settled, this.nameOf),
            url: userUrl(settled.userId),
            anyway:
                this.mayEdit && settled.outcome === 'changed meanwhile'
                    ? fill(LABELS.moveUserAnyway, settled.name)
                    : null
        }));
        return lines.length ? lines : null;
    }

    get moreCount(): number {
        return Math.max(0, this.concerning.length - LINES_FIRST);
    }

    get moreText(): string {
        return this.showsAll ? '' : fill(LABELS.more, this.moreCount);
    }

    get moreLabel(): string {
        return this.showsAll ? LABELS.showLess : LABELS.showAll;
    }

    get copyLabel(): string {
        return this.isCopied ? LABELS.copied : LABELS.copyMessage;
    }

    moveAnyway(event: Event) {
        const { userId } = (event.target as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('anyway', { detail: userId }));
    }

    toggle() {
        this.showsAll = !this.showsAll;
    }

    async copy() {
        const target = this.report?.target ?? null;
        await navigator.clipboard.writeText(fill(LABELS.messageToUsers, this.nameOf(target)));
        this.isCopied = true;
    }
}

/** Whom a stopped run did not come to: counted, and offered to be moved all together. */
function isRest({ outcome, reason }: Settled): boolean {
    return outcome === 'not attempted' && reason === null;
}

function stopText({ stoppedBecause, words }: RunReport): string {
    switch (stoppedBecause) {
        case null:
            return '';
        case 'user':
            return LABELS.stoppedByUser;
        case 'faults':
            return fill(LABELS.stoppedFaults, words ?? '');
        case 'forbidden':
            return fill(LABELS.stoppedForbidden, words ?? '');
        case 'limit':
            return fill(LABELS.stoppedLimit, words ?? '');
    }
}
