/** The results of a move: counts, then only the users who need attention. Event: `anyway` (the ID of a user). */
import { api, LightningElement } from 'lwc';
import { counted, fill, LABELS } from 'c/labels';
import { countOutcomes, OUTCOMES, type RunReport, type Settled } from 'c/moveRun';
import {
    isRemoval,
    listText,
    momentText,
    outcomeCount,
    settledText,
    userUrl,
    withLastError,
    withMessage,
    type NameOf
} from 'c/wording';

/** Lines before "Show all". Results should be readable in ten seconds. */
const LINES_FIRST = 3;

/** Most urgent first. */
const URGENCY = ['uncertain', 'refused', 'changed meanwhile', 'not attempted'];

interface Line {
    userId: string;
    name: string;
    text: string;
    /** The status code of a failure, shown as a tooltip. */
    code: string | null;
    url: string;
    /** Accessible name of the button that moves the user anyway. Null means no button. */
    anyway: string | null;
}

export default class MoveReport extends LightningElement {
    @api report: RunReport | null = null;
    @api nameOf: NameOf = String;
    /** Whether to offer moving users who changed in the meantime. */
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
        return fill(
            report.by ? LABELS.reportSubtitle : LABELS.reportSubtitleNobody,
            momentText(report.startedAt, Date.now()),
            counted(seconds, LABELS.second, LABELS.seconds),
            report.by
        );
    }

    get stopped(): string {
        return this.report ? stopText(this.report) : '';
    }

    /** Counts of the users who didn't move, because the title counts the others. */
    get others(): string {
        const { report } = this;
        if (!report) return '';
        const counts = countOutcomes(report.settled);
        const outcomes = OUTCOMES.filter((outcome) => outcome !== 'moved' && counts[outcome] > 0);
        const isOut = isRemoval(report, report.settled);
        return listText(outcomes.map((outcome) => outcomeCount(outcome, counts[outcome], isOut)));
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
            code: settled.code,
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

    handleMoveAnyway(event: Event) {
        const { userId } = (event.target as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('anyway', { detail: userId }));
    }

    handleToggle() {
        this.showsAll = !this.showsAll;
    }

    async handleCopy() {
        if (!this.report) return;
        await navigator.clipboard.writeText(messageTo(this.report.settled, this.nameOf));
        this.isCopied = true;
    }
}

/** The text to send to users who moved. Only the results tell where they went: an undo has no target of its own. */
function messageTo(settled: Settled[], nameOf: NameOf): string {
    const destinations = new Set(settled.filter((one) => one.outcome === 'moved').map((one) => one.to));
    if (destinations.size !== 1) return LABELS.messageChanged;
    const [destination] = destinations;
    return destination === null ? LABELS.messageRemoved : fill(LABELS.messageToUsers, nameOf(destination));
}

/** Users that a stopped run didn't reach. The report counts them and offers to move them together. */
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
            return withLastError(LABELS.stoppedFaults, words);
        case 'forbidden':
            return withMessage(LABELS.stoppedForbidden, words);
        case 'limit':
            return withMessage(LABELS.stoppedLimit, words);
        case 'hidden':
            return LABELS.stoppedHidden;
        case 'taken over':
            return LABELS.stoppedTaken;
    }
}
