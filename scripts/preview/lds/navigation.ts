/**
 * Replaces `lightning/navigation`, for one page: the tab. As documented (component reference, "Navigation"; LWC guide,
 * "Add Query Parameters"): page references are frozen, parameters of the address have a namespace and are strings,
 * undefined takes one out, and the view stays when only they change. It isn't in Lightning Out. Where the documents say
 * what is expected and not what happens otherwise, it throws (assumed).
 */
import type { PageReference } from 'lightning/navigation';
import type { LightningElement } from 'lwc';
import { deepFreeze } from './transport.ts';

type Emit = (page: PageReference) => void;
type Base = new () => LightningElement;

const TAB = { type: 'standard__navItemPage', attributes: { apiName: 'Switchboard' } };
const NAMESPACED = /^[A-Za-z]\w*?__\w+$/;
const wires = new Set<Emit>();

const supported = (): void => {
    if (window.self !== window.top) throw new Error("Lightning Out doesn't have lightning/navigation.");
};

/** Parameters without a namespace are reserved for Salesforce: here, for the preview's own, such as `as`. */
function pageAt(search: string): PageReference {
    const own = [...new URLSearchParams(search)].filter(([name]) => NAMESPACED.test(name));
    return deepFreeze({ ...TAB, attributes: { ...TAB.attributes }, state: Object.fromEntries(own) });
}

/** Reports come later, as every answer of the platform can. */
function report(page: PageReference, to: Iterable<Emit> = wires): void {
    const now = [...to];
    setTimeout(() => {
        for (const emit of now) if (wires.has(emit)) emit(page);
    }, 0);
}

window.addEventListener('popstate', () => report(pageAt(window.location.search)));

export class CurrentPageReference {
    readonly #emit: Emit;

    constructor(emit: Emit) {
        supported();
        this.#emit = emit;
    }

    connect(): void {
        wires.add(this.#emit);
        report(pageAt(window.location.search), [this.#emit]);
    }

    update(): void {}

    disconnect(): void {
        wires.delete(this.#emit);
    }
}

function navigate({ type, attributes, state = {} }: PageReference, replace: boolean): void {
    if (type !== TAB.type || attributes?.apiName !== TAB.attributes.apiName)
        throw new Error(`The preview has no page ${type} ${JSON.stringify(attributes)}.`);
    const parameters = new URLSearchParams(
        [...new URLSearchParams(window.location.search)].filter(([name]) => !NAMESPACED.test(name))
    );
    for (const [name, value] of Object.entries(state)) {
        if (!NAMESPACED.test(name)) throw new TypeError(`The parameter ${name} has no namespace.`);
        if (value === undefined) continue;
        if (typeof value !== 'string') throw new TypeError(`The parameter ${name} isn't a string.`);
        // It throws for half a character, as the platform's own addresses would.
        encodeURIComponent(value);
        parameters.set(name, value);
    }
    const query = parameters.toString();
    const url = window.location.pathname + (query && `?${query}`);
    if (replace) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
    report(pageAt(window.location.search));
}

const Navigate = Symbol('Navigate');

export const NavigationMixin = Object.assign(
    (base: Base) =>
        class extends base {
            [Navigate](page: PageReference, replace = false): void {
                supported();
                if (!this.isConnected) throw new Error('A component that navigates must be connected.');
                navigate(page, replace);
            }
        },
    { Navigate }
);
