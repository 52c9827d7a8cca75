import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { lineAt } from '../projectFiles.ts';

/** An element of a metadata file; `text` is what it holds when it holds no elements. */
export interface Element {
    name: string;
    line: number;
    text: string;
    children: Element[];
}

export class XmlFault extends Error {
    line: number | undefined;

    constructor(message: string, line?: number) {
        super(message);
        this.name = 'XmlFault';
        this.line = line;
    }
}

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

const ATTRIBUTES = ':@';
const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: true,
    captureMetaData: true
});

type Node = Record<string, unknown>;

/** The root element of a metadata file. @throws XmlFault when the file is not what the Metadata API reads as XML */
export function readXml(text: string): Element {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new XmlFault(valid.err.msg, valid.err.line);
    if (!/^<\?xml [^>]*encoding="UTF-8"/i.test(text))
        throw new XmlFault('It does not begin with its XML declaration.', 1);
    const roots = (parser.parse(text) as Node[]).filter((node) => !('?xml' in node) && !('#comment' in node));
    if (roots.length !== 1) throw new XmlFault('It has no single root element.');
    const namespace = (roots[0]![ATTRIBUTES] as Record<string, string> | undefined)?.xmlns;
    const root = toElement(roots[0]!, text);
    if (namespace !== METADATA_NAMESPACE)
        throw new XmlFault(`<${root.name}> is not in the namespace ${METADATA_NAMESPACE}.`, root.line);
    return root;
}

function toElement(node: Node, source: string): Element {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES)!;
    const inner = node[name] as Node[];
    const place = (node as Record<symbol, { startIndex: number }>)[XMLParser.getMetaDataSymbol() as unknown as symbol];
    return {
        name,
        line: lineAt(source, place?.startIndex ?? 0),
        text: inner.map((part) => ('#text' in part ? String(part['#text']) : '')).join(''),
        children: inner.filter((part) => !('#text' in part)).map((part) => toElement(part, source))
    };
}

/** The text of a child, or undefined when there is none. */
export function childText(element: Element, name: string): string | undefined {
    return child(element, name)?.text;
}

export function child(element: Element, name: string): Element | undefined {
    return element.children.find((one) => one.name === name);
}

export function childrenOf(element: Element, name: string): Element[] {
    return element.children.filter((one) => one.name === name);
}
