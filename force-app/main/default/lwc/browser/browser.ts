/** Timers, downloads, copying, where the page runs, locks between tabs, and the warning before the page closes. */
import { lockRun } from 'c/moveJournal';

/** Resolves after this many milliseconds, or later in a hidden tab or when the computer slept. */
export function wait(ms: number): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Does something every so many milliseconds, or less often in a hidden tab. @returns what ends that */
export function repeat(ms: number, act: () => void): () => void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the caller ends it
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
}

/** Tells when the person turns to something outside of a part. @returns what ends that */
export function whenElsewhere(part: () => Element | undefined, tell: () => void): () => void {
    const heard = (event: Event) => {
        const host = part();
        if (host && !event.composedPath().includes(host)) tell();
    };
    window.addEventListener('click', heard);
    window.addEventListener('focusin', heard);
    return () => {
        window.removeEventListener('click', heard);
        window.removeEventListener('focusin', heard);
    };
}

let names = 0;

/** A name that nothing else on the page has, such as that of a group of radio buttons. */
export function uniqueName(): string {
    names += 1;
    return `switchboard-${names}`;
}

/** Has the page read a text out to people who can't see it change. @param part where the change is */
export function announce(part: EventTarget, text: string): void {
    part.dispatchEvent(new CustomEvent('announce', { detail: text, bubbles: true, composed: true }));
}

/** Whether nothing has the focus, because what had it is gone. */
export function isFocusLost(): boolean {
    return document.activeElement === document.body;
}

/**
 * Focuses an element that can have the focus only as long as it has it: otherwise each click on a text inside would take
 * the focus away from where it is.
 */
export function focusOnce(element: HTMLElement): void {
    element.setAttribute('tabindex', '-1');
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
    element.focus();
}

/** Focuses an element if what has the focus now is gone a moment later. */
export async function keepFocus(target: () => HTMLElement | undefined): Promise<void> {
    await wait(0);
    const element = isFocusLost() ? target() : undefined;
    if (element) focusOnce(element);
}

/** Scrolls to the start of a part that was opened, once it's drawn, if it begins above what is in sight. */
export async function showStart(part: () => HTMLElement | undefined): Promise<void> {
    await wait(0);
    const element = part();
    if (element && element.getBoundingClientRect().top < 0) element.scrollIntoView();
}

/** The width of the window, in pixels, below which lists become pickers and views move into the menu. */
const NARROW = 900;

/** Tells whether the window is narrow, now and whenever that changes. @returns what ends that */
export function whileNarrow(tell: (isNarrow: boolean) => void): () => void {
    const query = window.matchMedia(`(max-width: ${NARROW}px)`);
    const changed = () => tell(query.matches);
    query.addEventListener('change', changed);
    changed();
    return () => query.removeEventListener('change', changed);
}

/** Does something once, after this many milliseconds or later. @returns what prevents that */
export function later(ms: number, act: () => void): () => void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the caller can prevent it
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
}

/** Where the page runs: in a frame, as in Setup, or by itself, as in a Lightning tab. */
export function hostName(): 'setup' | 'tab' {
    return window.self === window.top ? 'tab' : 'setup';
}

/**
 * The address of this place. Without a session, Salesforce asks for a login there and returns to it. A frame can't tell the
 * address around it, so there it's the place in Setup that shows this page.
 */
export function hereUrl(): string {
    const { href, pathname: page, search } = window.location;
    if (hostName() === 'tab') return href;
    // Only parameters with a namespace are the page's own.
    const own = new URLSearchParams(
        [...new URLSearchParams(search)].filter(([name]) => name.includes('__'))
    ).toString();
    return `/lightning/setup/CallCenters/page?address=${encodeURIComponent(own ? `${page}?${own}` : page)}`;
}

/** Saves text, in one part or several, as a file on the user's computer. Lightning Web Security allows text/plain. */
export function download(name: string, ...parts: string[]): void {
    const url = URL.createObjectURL(new Blob(parts, { type: 'text/plain;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: name });
    link.click();
    URL.revokeObjectURL(url);
}

/** Copies text. @returns false where the browser denies that */
export async function copyText(text: string): Promise<boolean> {
    // Only pages from a secure origin have a clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    try {
        if (!clipboard) return copySelected(text);
        await clipboard.writeText(text);
        return true;
    } catch (thrown) {
        // A cross-site frame, as in Setup, needs a permission for the clipboard. The old command doesn't.
        if (thrown instanceof DOMException) return copySelected(text);
        throw thrown;
    }
}

function copySelected(text: string): boolean {
    const active = document.activeElement as HTMLElement | null;
    const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.focus();
    field.select();
    const isCopied = document.execCommand?.('copy') ?? false;
    field.remove();
    active?.focus();
    return isCopied;
}

/** Does something for a run unless another tab is working on that run. */
export function whileUnlocked<T>(runId: string, act: () => Promise<T>) {
    return lockRun(navigator.locks, runId, act);
}

/** All runs of a browser share this lock. Two tabs that move the same users would both report them as moved. */
const ANY_RUN = 'any run';

/**
 * Does something while no other tab runs anything, and asks before the page closes.
 * @returns null when another tab runs something, and nothing was done
 */
export async function runAlone<T>(runId: string, act: () => Promise<T>): Promise<T | null> {
    const ran = await whileUnlocked(ANY_RUN, () =>
        // The run's own lock, too: it tells other tabs that this run is not an interrupted one.
        whileUnlocked(runId, () => warnBeforeClosing(act))
    );
    return ran.held && ran.value.held ? ran.value.value : null;
}

async function warnBeforeClosing<T>(act: () => Promise<T>): Promise<T> {
    window.addEventListener('beforeunload', warn);
    try {
        return await act();
    } finally {
        window.removeEventListener('beforeunload', warn);
    }
}

function warn(event: BeforeUnloadEvent) {
    event.preventDefault();
}

/** Saves text in the browser, and removes it again. @throws what the browser throws when storage is denied or full */
export function tryStorage(): void {
    const key = 'switchboard.selfTest';
    window.localStorage.setItem(key, key);
    window.localStorage.removeItem(key);
}

/** Takes a lock, and releases it again. @throws what the browser throws when it has no locks, or denies them */
export async function tryLocks(): Promise<void> {
    await navigator.locks.request('switchboard.selfTest', { ifAvailable: true }, async () => {});
}

/** A setting that this browser keeps; null when there is none, or when storage is denied, as in a cross-site frame. */
export function keptSetting(name: string): string | null {
    try {
        return window.localStorage.getItem(name);
    } catch (thrown) {
        return unlessDenied(thrown);
    }
}

/** Keeps a setting in this browser. Where storage is denied or full, it lasts until the page closes. */
export function keepSetting(name: string, value: string): void {
    try {
        window.localStorage.setItem(name, value);
    } catch (thrown) {
        unlessDenied(thrown);
    }
}

function unlessDenied(thrown: unknown): null {
    if (thrown instanceof DOMException) return null;
    throw thrown;
}

/**
 * Tells the width of an element in pixels, once it's laid out and whenever it changes. Asking for it earlier makes the
 * browser lay out the page twice. @returns what ends that
 */
export function watchWidth(element: Element, tell: (width: number) => void): () => void {
    const observer = new ResizeObserver(([entry]) => tell(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
}
