import { waitFor } from '@testing-library/dom';
import { setImmediate } from 'node:timers';
import { createElement, type LightningElement } from 'lwc';

/** Milliseconds. Shorter than the timeout of a test, so that a check fails with its own message. */
const LONGEST_WAIT = 30_000;

export type Mounted<Props> = HTMLElement & Props & { shadowRoot: ShadowRoot };

/** Adds a part to the page and sets its properties. Call `unmountAll` after each test. */
export function mount<Props extends object>(
    part: typeof LightningElement,
    props: Props,
    name = 'c-part'
): Mounted<Props> {
    const element = createElement(name, { is: part }) as unknown as Mounted<Props>;
    Object.assign(element, props);
    document.body.appendChild(element);
    return element;
}

export function unmountAll(): void {
    while (document.body.firstChild) document.body.firstChild.remove();
}

/**
 * Waits until everything that is due has happened: promises are settled, and parts are rendered. One turn of the event
 * loop is enough, because it begins after all microtasks, and the orgs of component tests answer without timers.
 * The turn is Node's own, so it comes even while a test uses fake timers.
 */
export function settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}

/** Waits until a check no longer throws, and returns its result. */
export function eventually<Result>(check: () => Result): Promise<Result> {
    return waitFor(check, { interval: 1, timeout: LONGEST_WAIT });
}

/** The text of an element. Base components are stubs here, so they have none. */
export function textOf(element: Element | null | undefined): string {
    return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** @throws Error when nothing matches, because a test that looks at nothing proves nothing */
export function one<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found {
    const found = root.querySelector<Found>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}`);
    return found;
}

export function all<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found[] {
    return [...root.querySelectorAll<Found>(selector)];
}

/** The stub of a base component. */
export type Stub = HTMLElement & Record<string, unknown>;

/** The base component with this label. */
export function labelled(root: ParentNode, label: string): Stub {
    const found = all<Stub>(root, '*').find(
        (element) => element.tagName.startsWith('LIGHTNING-') && element.label === label
    );
    if (!found) throw new Error(`No base component is labeled ${label}`);
    return found;
}

/** Collects the details of all events of one type that an element sends, in order. */
export function heard<Detail = unknown>(element: EventTarget, type: string): Detail[] {
    const details: Detail[] = [];
    element.addEventListener(type, (event) => details.push((event as CustomEvent<Detail>).detail));
    return details;
}

/**
 * Gives the hosts of stubs the roles and names that their inner elements would have. Stubs are empty; the real
 * components pass the host's label, or its name and state, to the button or table inside (browser tests check those).
 */
export function standForStubs(root: ParentNode): void {
    for (const element of all<Stub>(root, '*')) {
        switch (element.tagName) {
            case 'LIGHTNING-BUTTON':
                element.setAttribute('role', 'button');
                element.ariaLabel ??= String(element.label ?? '');
                break;
            case 'C-USER-TABLE':
                element.setAttribute('role', 'group');
                break;
        }
        if (element.shadowRoot) standForStubs(element.shadowRoot);
    }
}
