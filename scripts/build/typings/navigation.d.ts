/**
 * Documented in the component reference, "Navigation", and in the LWC guide, "Add Query Parameters". Not in Lightning
 * Out.
 */
declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    /** Frozen. A changed copy of it is where to go. */
    export interface PageReference {
        readonly type: string;
        readonly attributes: Readonly<Record<string, string | undefined>>;
        /** The parameters of the address, with their namespace. In a copy, undefined takes a parameter out. */
        readonly state: Readonly<Record<string, string | undefined>>;
    }

    /** Provides the page reference itself, again whenever the address changes; nothing where there is no page. */
    export const CurrentPageReference: WireAdapterConstructor<object, PageReference | null | undefined>;

    const Navigate: unique symbol;

    interface Navigating {
        /** Works only while the component is connected. */
        [Navigate](page: PageReference, replace?: boolean): void;
    }

    export const NavigationMixin: {
        (
            base: typeof LightningElement
        ): Omit<typeof LightningElement, never> & (new () => LightningElement & Navigating);
        readonly Navigate: typeof Navigate;
    };
}
