/// <reference types="@salesforce/lightning-types" />

declare module '@salesforce/label/*' {
    const text: string;
    export default text;
}

/** An object, with its namespace where the component is deployed in one (LWC guide, "@salesforce/schema"). */
declare module '@salesforce/schema/*' {
    const object: { objectApiName: string };
    export default object;
}

/**
 * `true` or `undefined`, never `false` (LWC guide, "Check permissions"). The preview also has `null`, as long as it
 * couldn't read the permission.
 */
declare module '@salesforce/userPermission/*' {
    const has: true | undefined | null;
    export default has;
}

declare module '@salesforce/i18n/locale' {
    const locale: string;
    export default locale;
}
declare module '@salesforce/i18n/lang' {
    const lang: string;
    export default lang;
}
declare module '@salesforce/i18n/dir' {
    const dir: 'ltr' | 'rtl';
    export default dir;
}
declare module '@salesforce/i18n/timeZone' {
    const timeZone: string;
    export default timeZone;
}

/** lightning-types has no datatable. The component reference documents columns, rows, and events. */
declare module 'lightning/datatable' {
    import { LightningElement } from 'lwc';

    export interface CustomType {
        template: unknown;
        editTemplate?: unknown;
        standardCellLayout?: boolean;
        typeAttributes?: string[];
    }

    export default class LightningDatatable extends LightningElement {
        static customTypes?: Record<string, CustomType>;
    }
}
