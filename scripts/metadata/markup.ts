/** A component that markup names, and where. */
export interface NamedComponent {
    name: string;
    /** Position in the text, from 0. */
    index: number;
}

/** The name of the bundle behind a tag without its namespace: `user-table` is `userTable`. */
export function bundleOfTag(tag: string): string {
    return tag.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** Bundles that a template uses as `<c-…>`. */
export function templateBundles(template: string): NamedComponent[] {
    return found(template, /<c-([a-z][a-z0-9-]*)/g).map(({ name, index }) => ({ name: bundleOfTag(name), index }));
}

/** Components that Visualforce or Aura markup names as `c:…`, in a tag or in quotes. */
export function namedComponents(markup: string): NamedComponent[] {
    return found(markup, /(?:<|["'])c:([A-Za-z]\w*)/g);
}

/** Lightning Out apps that a Visualforce page starts. */
export function usedApps(page: string): NamedComponent[] {
    return found(page, /\$Lightning\.use\(\s*(?:own\()?'c:(\w+)'/g);
}

/** Components that a Visualforce page creates through Lightning Out. */
export function createdComponents(page: string): NamedComponent[] {
    return found(page, /\$Lightning\.createComponent\(\s*(?:own\()?'c:(\w+)'/g);
}

/** Components that an Aura app declares as its dependencies. */
export function declaredDependencies(app: string): NamedComponent[] {
    return found(app, /<aura:dependency\s+resource="c:(\w+)"/g);
}

/** An object that a Visualforce page makes accessible to JavaScript, and the only fields that are loaded. */
export interface RemoteModel {
    object: string;
    fields: string[];
    /** Position in the text, from 0. */
    index: number;
}

/** Remote Objects of a Visualforce page (documented: component reference, `apex:remoteObjectModel`). */
export function remoteModels(page: string): RemoteModel[] {
    return [...page.matchAll(/<apex:remoteObjectModel\b([^>]*)>/g)].map(({ index, 1: attributes = '' }) => ({
        object: attribute(attributes, 'name'),
        fields: attribute(attributes, 'fields')
            .split(',')
            .map((field) => field.trim())
            .filter(Boolean),
        index
    }));
}

function attribute(attributes: string, name: string): string {
    return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

function found(text: string, pattern: RegExp): NamedComponent[] {
    return [...text.matchAll(pattern)].map(({ index, 1: name = '' }) => ({ name, index }));
}
