import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { PageReference } from 'lightning/navigation';

/**
 * Replaces `lightning/navigation` in unit tests, because sfdx-lwc-jest's accepts any page reference and says nothing of
 * it. A test emits a page with `CurrentPageReference.emit(page)`, and reads `navigated`. As documented, parameters are
 * strings, and only a connected component navigates.
 */
export const CurrentPageReference = createTestWireAdapter();

/** Where components have navigated to since the last `splice`. */
export const navigated: { page: PageReference; replace: boolean }[] = [];

const Navigate = Symbol('Navigate');

type Base = new (...args: unknown[]) => HTMLElement;

export const NavigationMixin = Object.assign(
    (base: Base) =>
        class extends base {
            [Navigate](page: PageReference, replace = false) {
                if (!this.isConnected) throw new Error('A component that navigates must be connected.');
                for (const [name, value] of Object.entries(page.state)) {
                    if (value !== undefined && typeof value !== 'string')
                        throw new TypeError(`The parameter ${name} isn't a string.`);
                }
                navigated.push({ page, replace });
            }
        },
    { Navigate }
);
