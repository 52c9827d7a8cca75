/**
 * Base components in the component reference that work in Lightning Out. Navigation, toasts, modals, alerts, and the
 * message service are missing on purpose, because they don't (LWC guide, "Use components outside Salesforce").
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

/** Values about the user's locale and device. The preview has one set of them. */
export const CONTEXT_MODULES = new Set([
    '@salesforce/i18n/locale',
    '@salesforce/i18n/lang',
    '@salesforce/i18n/dir',
    '@salesforce/i18n/timeZone',
    '@salesforce/client/formFactor'
]);

/** Platform modules with code of their own. Each is an entry of the platform bundle. */
export const PLATFORM_ENTRIES = [
    'lwc/synthetic-shadow',
    'lwc',
    ...[...BASE_COMPONENTS].map((name) => `lightning/${name}`),
    ...CONTEXT_MODULES
];

/** The path of a module, relative to the directory that `platformBundle` returns. */
export function platformFile(specifier: string): string {
    return `${specifier.replace('@', '')}.js`;
}

export type ModuleSource =
    /** In the platform bundle. */
    | { kind: 'platform' }
    /** A module of this project. */
    | { kind: 'room'; name: string }
    /** The text of a custom label. */
    | { kind: 'label'; name: string }
    /** An object. The preview has no namespace, so its name is the one that is imported. */
    | { kind: 'schema'; name: string }
    /** A value about the user who views the page: `/preview/who/…`. */
    | { kind: 'user' }
    /** LDS, flows, and navigation. The caller of the build provides a stand-in. */
    | { kind: 'data' }
    /** Nothing that this page can use. An org may have it all the same. */
    | { kind: 'unknown' };

const DATA_MODULES = new Set(['lightning/flow', 'lightning/graphql', 'lightning/navigation', 'lightning/uiRecordApi']);

/** Where a module that this project imports by a bare specifier comes from. */
export function moduleSource(specifier: string): ModuleSource {
    if (specifier === 'lwc' || CONTEXT_MODULES.has(specifier)) return { kind: 'platform' };
    if (DATA_MODULES.has(specifier)) return { kind: 'data' };
    const room = /^c\/(\w+)$/.exec(specifier);
    if (room) return { kind: 'room', name: room[1]! };
    const label = /^@salesforce\/label\/c\.(\w+)$/.exec(specifier);
    if (label) return { kind: 'label', name: label[1]! };
    const object = /^@salesforce\/schema\/(\w+)$/.exec(specifier);
    if (object) return { kind: 'schema', name: object[1]! };
    if (specifier === '@salesforce/user/Id' || /^@salesforce\/userPermission\/\w+$/.test(specifier))
        return { kind: 'user' };
    const component = /^lightning\/(\w+)$/.exec(specifier);
    if (component && BASE_COMPONENTS.has(component[1]!)) return { kind: 'platform' };
    return { kind: 'unknown' };
}
