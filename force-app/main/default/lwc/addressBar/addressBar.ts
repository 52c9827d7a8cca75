/** When the page's address changes, and which changes of it the page follows. */
import { sameAddress, type Address } from 'c/pageState';

/** What the page shows now. */
export interface Shown {
    address: Address;
    /** Back returns to what was shown before. Without it, the address is only brought up to date. */
    isStep: boolean;
}

/** What the bar needs from the page. */
export interface AddressBarHost {
    /** Writes an address: as a new entry of the browser's history, or in place of the current one. */
    navigate(address: Address, replaces: boolean): void;
    /** Does something after so many milliseconds. @returns what prevents that */
    later(ms: number, act: () => void): () => void;
}

/** Pause after a change before it's written, in milliseconds. Browsers refuse more than 100 changes in 30 seconds (Safari). */
export const CHANGE_PAUSE = 400;

export class AddressBar {
    private host: AddressBarHost;
    /** What the address says, or is about to. */
    private written: Address;
    /** The entry of the browser's history before the current one; null when it isn't known. */
    private before: Address | null = null;
    private waiting: Shown | null = null;
    private stopWaiting = () => {};
    /** Addresses that were written and haven't been reported back. */
    private unreported: Address[] = [];

    constructor(address: Address, host: AddressBarHost) {
        this.written = address;
        this.host = host;
    }

    /** The page shows something else. A step, and the changes that come with it at once, is one entry of the history. */
    show({ address, isStep }: Shown): void {
        if (sameAddress(address, this.waiting?.address ?? this.written)) return;
        // What was typed before the step belongs to the entry that the step leaves.
        if (isStep && this.waiting && !this.waiting.isStep) this.write();
        this.stopWaiting();
        this.waiting = { address, isStep: isStep || (this.waiting?.isStep ?? false) };
        this.stopWaiting = this.host.later(this.waiting.isStep ? 0 : CHANGE_PAUSE, () => this.write());
    }

    /**
     * The platform reports the page's address.
     * @returns the address to show; null when the page shows it already, because it wrote it
     */
    reported(address: Address): Address | null {
        const place = this.unreported.findIndex((one) => sameAddress(one, address));
        // The platform may report only the last of several addresses.
        this.unreported = place < 0 ? [] : this.unreported.slice(place + 1);
        if (place >= 0) return null;
        const isKnown = sameAddress(address, this.written);
        // A change that waits would be written over the address that was just opened.
        if (!isKnown) this.stop();
        this.written = address;
        if (!isKnown) this.before = null;
        return isKnown ? null : address;
    }

    /** Drops a change that waits, because another page has the address now. */
    stop(): void {
        this.stopWaiting();
        this.waiting = null;
    }

    private write(): void {
        const { waiting } = this;
        this.stop();
        if (!waiting || sameAddress(waiting.address, this.written)) return;
        // An entry like the one before would make Back do nothing, as after a review that was canceled.
        const isRepeated = this.before !== null && sameAddress(this.before, this.written);
        const replaces = !waiting.isStep || isRepeated;
        if (!replaces) this.before = this.written;
        this.written = waiting.address;
        this.unreported = [...this.unreported, waiting.address];
        this.host.navigate(waiting.address, replaces);
    }
}
