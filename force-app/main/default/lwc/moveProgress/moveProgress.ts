/** The progress of a move by outcome, and why it's waiting. */
import { api, LightningElement } from 'lwc';
import { counted, fill, LABELS } from 'c/labels';
import { OUTCOMES, type Progress } from 'c/moveRun';
import { faultName, outcomeCount, withDetails, withLastError } from 'c/wording';

export default class MoveProgress extends LightningElement {
    @api progress: Progress | null = null;

    labels = LABELS;

    get percent(): number {
        const { progress } = this;
        return progress?.total ? Math.round((100 * (progress.total - progress.toGo)) / progress.total) : 0;
    }

    get parts(): { key: string; style: string; text: string }[] {
        const { progress } = this;
        if (!progress) return [];
        return OUTCOMES.filter((outcome) => progress.counts[outcome] > 0 || outcome === 'moved').map((outcome) => ({
            key: outcome.replaceAll(' ', '-'),
            style: `width: ${(100 * progress.counts[outcome]) / Math.max(1, progress.total)}%`,
            text: outcomeCount(outcome, progress.counts[outcome])
        }));
    }

    get toGo(): string {
        return fill(LABELS.toGo, this.progress?.toGo ?? 0);
    }

    get isExpired(): boolean {
        return this.progress?.state === 'paused' && this.progress.pausedBecause === 'expired';
    }

    get state(): string {
        const { progress } = this;
        switch (progress?.state) {
            case 'paused':
                return pauseText(progress);
            case 'waiting':
                return waitText(progress);
            case 'pausing':
                return LABELS.pausing;
            case 'stopping':
                return stoppingText(progress);
            default:
                return '';
        }
    }
}

function waitText({ fault, words }: Progress): string {
    return fault
        ? `${LABELS.waiting} ${withDetails(faultName(fault), fault, words)}`
        : withLastError(LABELS.waiting, words);
}

function stoppingText({ unconfirmed }: Progress): string {
    return unconfirmed
        ? counted(unconfirmed, LABELS.stoppingUnconfirmedOne, LABELS.stoppingUnconfirmed)
        : LABELS.stopping;
}

function pauseText({ pausedBecause }: Progress): string {
    switch (pausedBecause) {
        case 'expired':
            return LABELS.pausedExpired;
        case 'unsettled':
            return LABELS.pausedUnsettled;
        case 'user':
        case null:
            return LABELS.pausedUser;
    }
}
