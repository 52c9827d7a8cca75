import { createElement, type LightningElement } from 'lwc';

export type Mounted<Props> = HTMLElement & Props & { shadowRoot: ShadowRoot };

/** Puts a part on the page, with what it is given. `unmount` after each test. */
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

/** Promises and renderings that are due have happened. @param rounds how many may wait for one another */
export async function settled(rounds = 30): Promise<void> {
    for (let round = 0; round < rounds; round += 1) await Promise.resolve();
}

/** What an element shows, without what surrounds it; base components, which are stubs here, show nothing. */
export function textOf(element: Element | null | undefined): string {
    return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** @throws Error when nothing matches: a test that looks for nothing would prove nothing. */
export function one<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found {
    const found = root.querySelector<Found>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}`);
    return found;
}

export function all<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found[] {
    return [...root.querySelectorAll<Found>(selector)];
}

/** A base component as its stub shows it. */
export type Stub = HTMLElement & Record<string, unknown>;

/** The base component of that label. */
export function labelled(root: ParentNode, label: string): Stub {
    const found = all<Stub>(root, '*').find(
        (element) => element.tagName.startsWith('LIGHTNING-') && element.label === label
    );
    if (!found) throw new Error(`No base component is labelled ${label}`);
    return found;
}

/** The details of every event of that type that leaves an element, in order. */
export function heard<Detail = unknown>(element: EventTarget, type: string): Detail[] {
    const details: Detail[] = [];
    element.addEventListener(type, (event) => details.push((event as CustomEvent<Detail>).detail));
    return details;
}

/**
 * Stubs have nothing inside, so their hosts stand for it: in the real ones the label, or the name and the state that
 * the host is given, go to the button or the table within (browser tests check the real ones).
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
