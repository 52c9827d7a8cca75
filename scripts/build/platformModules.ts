/**
 * Base components of the component reference that Lightning Out has too. Left out on purpose: navigation, toasts,
 * modals, alerts and message service, which Lightning Out lacks (LWC guide, "Use components outside Salesforce").
 */
export const BASE_COMPONENTS = new Set(
    `accordion accordionSection avatar badge breadcrumb breadcrumbs button buttonGroup buttonIcon buttonIconStateful
     buttonMenu buttonStateful card carousel carouselImage checkboxGroup combobox datatable dualListbox dynamicIcon
     formattedAddress formattedDateTime formattedEmail formattedLocation formattedName formattedNumber formattedPhone
     formattedRichText formattedText formattedTime formattedUrl helptext icon input inputAddress inputLocation
     inputName layout layoutItem menuDivider menuItem menuSubheader pill pillContainer progressBar progressIndicator
     progressRing progressStep radioGroup relativeDateTime select slider spinner tab tabset textarea tile tree treeGrid
     verticalNavigation verticalNavigationItem verticalNavigationItemBadge verticalNavigationItemIcon
     verticalNavigationOverflow verticalNavigationSection`.split(/\s+/)
);

/** Values of the page's surroundings; the preview has one set of them. */
export const SURROUNDINGS = new Set([
    '@salesforce/i18n/locale',
    '@salesforce/i18n/lang',
    '@salesforce/i18n/dir',
    '@salesforce/i18n/timeZone',
    '@salesforce/client/formFactor'
]);

/** Modules of the platform that have code of their own: one entry each in the platform bundle. */
export const PLATFORM_ENTRIES = [
    'lwc/synthetic-shadow',
    'lwc',
    ...[...BASE_COMPONENTS].map((name) => `lightning/${name}`),
    ...SURROUNDINGS
];

export type Place =
    /** Code of the platform bundle. */
    | { kind: 'platform' }
    /** A module of this project. */
    | { kind: 'room'; name: string }
    /** The text of a custom label. */
    | { kind: 'label'; name: string }
    /** Answered for the person who looks at the page: `/preview/who/…`. */
    | { kind: 'person' }
    /** LDS and flows: whoever builds hands in what stands for it. */
    | { kind: 'data' }
    | { kind: 'refused'; why: string };

const DATA_MODULES = new Set(['lightning/flow', 'lightning/graphql', 'lightning/uiRecordApi']);

/** Where a bare specifier, imported by a module of this project, comes from. */
export function placeOf(specifier: string): Place {
    if (specifier === 'lwc' || SURROUNDINGS.has(specifier)) return { kind: 'platform' };
    if (DATA_MODULES.has(specifier)) return { kind: 'data' };
    const room = /^c\/(\w+)$/.exec(specifier);
    if (room) return { kind: 'room', name: room[1]! };
    const label = /^@salesforce\/label\/c\.(\w+)$/.exec(specifier);
    if (label) return { kind: 'label', name: label[1]! };
    if (specifier === '@salesforce/user/Id' || /^@salesforce\/userPermission\/\w+$/.test(specifier))
        return { kind: 'person' };
    const component = /^lightning\/(\w+)$/.exec(specifier);
    if (component && BASE_COMPONENTS.has(component[1]!)) return { kind: 'platform' };
    return { kind: 'refused', why: `${specifier} is not among the modules this page may use` };
}
