import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML document, without its namespace prefix. */
export interface Element {
    name: string;
    /** Where it starts. Counts from 1. */
    line: number;
    /** Its text, trimmed. Empty for an element that holds other elements. */
    text: string;
    children: Element[];
}

/** Why a text isn't well-formed XML, and where. Line and column count from 1. */
export interface XmlFault {
    line: number;
    column: number;
    message: string;
}

export interface XmlDocument {
    root: Element;
    /** The default namespace that the root element declares. */
    namespace: string | undefined;
}

/** Every metadata file uses this namespace (documented: Metadata API). */
export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

const ATTRIBUTES = ':@';
const parser = new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false
});

/** Elements that may stay open. The validator needs seconds to list millions of them. */
const MAX_OPEN_ELEMENTS = 1000;
/** Characters of a validator message that are kept. */
const MAX_MESSAGE_LENGTH = 500;

/** Why a text isn't well-formed; null when it is. A DOCTYPE is refused, because its entities could expand endlessly. */
export function xmlFault(text: string): XmlFault | null {
    if (/<!DOCTYPE/i.test(text)) return { line: 1, column: 1, message: 'DOCTYPE is not allowed' };
    if (openElements(text) > MAX_OPEN_ELEMENTS) return { line: 1, column: 1, message: 'Elements are left open.' };
    const result = XMLValidator.validate(text);
    if (result === true) return null;
    return { line: result.err.line, column: result.err.col, message: result.err.msg.slice(0, MAX_MESSAGE_LENGTH) };
}

function openElements(text: string): number {
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    return count(/<\w/g) - count(/<\//g) - count(/\/>/g);
}

/** A document with its root element, or why it can't be read. The parser has its own limits on depth and names. */
export function readXml(text: string): XmlDocument | { fault: XmlFault } {
    const fault = xmlFault(text);
    if (fault) return { fault };
    const source = text.replace(/^\uFEFF/, '');
    try {
        const nodes = (parser.parse(source) as Node[]).filter((node) => !('#text' in node));
        const [root] = nodes;
        if (!root || nodes.length > 1)
            return { fault: { line: 1, column: 1, message: 'The file must have exactly one root element.' } };
        const attributes = root[ATTRIBUTES] as Record<string, string> | undefined;
        return { root: toElement(root, lineCounter(source)), namespace: attributes?.xmlns };
    } catch (cause) {
        return { fault: { line: 1, column: 1, message: cause instanceof Error ? cause.message : String(cause) } };
    }
}

type Node = Record<string, unknown>;

function toElement(node: Node, lineAt: (index: number) => number): Element {
    const tag = Object.keys(node).find((key) => key !== ATTRIBUTES)!;
    const content = node[tag] as Node[];
    const symbol = XMLParser.getMetaDataSymbol() as unknown as symbol;
    const { startIndex = 0 } = (node as Record<symbol, { startIndex?: number }>)[symbol] ?? {};
    // The parent comes first: `lineAt` only moves forward.
    const line = lineAt(startIndex);
    const children = content.filter((part) => !('#text' in part)).map((part) => toElement(part, lineAt));
    const text = children.length > 0 ? '' : content.map((part) => String(part['#text'])).join('');
    // The parser's own way to remove prefixes would remove the namespace of the root, too.
    return { name: tag.slice(tag.indexOf(':') + 1), line, text: text.trim(), children };
}

/** The line of each index. Indexes must not go down, so that a large file is read only once. */
function lineCounter(source: string): (index: number) => number {
    let line = 1;
    let at = source.indexOf('\n');
    return (index) => {
        while (at >= 0 && at < index) {
            line += 1;
            at = source.indexOf('\n', at + 1);
        }
        return line;
    };
}

export function child(element: Element, name: string): Element | undefined {
    return element.children.find((each) => each.name === name);
}

export function childrenOf(element: Element, name: string): Element[] {
    return element.children.filter((each) => each.name === name);
}

/** The text of the first child with that name. Undefined when there is none, or when it holds elements. */
export function childText(element: Element, name: string): string | undefined {
    const found = child(element, name);
    return found && found.children.length === 0 ? found.text : undefined;
}

export function isTrue(element: Element, name: string): boolean {
    return childText(element, name) === 'true';
}

/** Elements with that name, at any depth. */
export function descendants(element: Element, name: string): Element[] {
    return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}
