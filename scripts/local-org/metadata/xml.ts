import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Elements as the parser gives them: every child is a list, text stands under `#text`. */
export type XmlElement = { [name: string]: (XmlElement | string)[] };

const parser = new XMLParser({
    isArray: () => true,
    parseTagValue: false,
    removeNSPrefix: true
});

/** Elements that are opened and never closed: the validator needs seconds to name millions of them. */
const MOST_OPEN = 1000;
/** Characters of what the validator says. */
const LONGEST_WORDS = 500;

export interface XmlFault {
    line: number;
    column: number;
    words: string;
}

/** Why a text is not well formed; null when it is. A document type is refused: entities could grow without end. */
export function xmlFault(text: string): XmlFault | null {
    if (/<!DOCTYPE/i.test(text)) return { line: 1, column: 1, words: 'DOCTYPE is not allowed' };
    if (opened(text) > MOST_OPEN) return { line: 1, column: 1, words: 'Elements are left open.' };
    const result = XMLValidator.validate(text);
    if (result === true) return null;
    return { line: result.err.line, column: result.err.col, words: result.err.msg.slice(0, LONGEST_WORDS) };
}

function opened(text: string): number {
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    return count(/<\w/g) - count(/<\//g) - count(/\/>/g);
}

/** The root element and its name, or why there is none. The parser has limits of its own, as on depth and names. */
export function readXml(text: string): { name: string; root: XmlElement } | { fault: XmlFault } {
    const fault = xmlFault(text);
    if (fault) return { fault };
    try {
        const parsed: XmlElement = parser.parse(text.replace(/^\uFEFF/, ''));
        const [entry] = Object.entries(parsed).filter(([name]) => name !== '?xml');
        const [name, content] = entry ?? ['', []];
        const root = content[0];
        return { name, root: typeof root === 'object' ? root : {} };
    } catch (cause) {
        return { fault: { line: 1, column: 1, words: cause instanceof Error ? cause.message : String(cause) } };
    }
}

/** Children of that name that hold elements of their own. */
export function children(element: XmlElement, name: string): XmlElement[] {
    return (element[name] ?? []).filter((child): child is XmlElement => typeof child === 'object');
}

export function texts(element: XmlElement, name: string): string[] {
    return (element[name] ?? []).flatMap((child) => (typeof child === 'string' ? [child.trim()] : []));
}

export function text(element: XmlElement, name: string): string | null {
    return texts(element, name)[0] ?? null;
}

/** Texts of that name at any depth. */
export function deepTexts(element: XmlElement, name: string): string[] {
    const own = texts(element, name);
    const below = Object.values(element).flatMap((list) =>
        (Array.isArray(list) ? list : []).flatMap((child) => (typeof child === 'object' ? deepTexts(child, name) : []))
    );
    return [...own, ...below];
}
