import type { Element } from '../../metadata/xml.ts';
import { SHAPES, slotsOf, type Slot } from '../../metadata/shapes.ts';

export interface ShapeFinding {
    line: number;
    sentence: string;
}

/**
 * Compares an element with its shape: unknown, missing, repeated, and misplaced elements, and values of the wrong type.
 * Documented: the sequences of the WSDL. Observed by many: a deployment accepts elements out of order, but refuses
 * elements of one name that aren't together ("is duplicated at this location"). This check wants the order that a
 * retrieve writes.
 */
export function checkShape(element: Element, shape: string): ShapeFinding[] {
    const slots = slotsOf(shape);
    if (!slots)
        return [{ line: element.line, sentence: `This check doesn't know what <${element.name}> can contain.` }];
    return [...unknown(element, slots), ...counts(element, slots), ...order(element, slots), ...values(element, slots)];
}

function unknown({ name: parent, children }: Element, slots: Slot[]): ShapeFinding[] {
    return children
        .filter(({ name }) => !slots.some((slot) => slot.name === name))
        .map(({ name, line }) => ({ line, sentence: `<${parent}> has no element <${name}>.` }));
}

function counts({ name: parent, line, children }: Element, slots: Slot[]): ShapeFinding[] {
    return slots.flatMap(({ name, isRequired, repeats }) => {
        const found = children.filter((one) => one.name === name);
        if (isRequired && found.length === 0) return [{ line, sentence: `<${parent}> needs <${name}>.` }];
        if (!repeats && found.length > 1)
            return [{ line: found[1]!.line, sentence: `<${parent}> has <${name}> more than once.` }];
        return [];
    });
}

function order({ name: parent, children }: Element, slots: Slot[]): ShapeFinding[] {
    const positions = children
        .map((one) => ({ one, at: slots.findIndex(({ name }) => name === one.name) }))
        .filter(({ at }) => at >= 0);
    const misplaced = positions.find(({ at }, index) => index > 0 && at < positions[index - 1]!.at);
    if (!misplaced) return [];
    const before = positions[positions.indexOf(misplaced) - 1]!.one.name;
    const sentence = `In <${parent}>, <${misplaced.one.name}> comes after <${before}>, but belongs before it.`;
    return [{ line: misplaced.one.line, sentence }];
}

function values({ children }: Element, slots: Slot[]): ShapeFinding[] {
    return children.flatMap((one) => {
        const type = slots.find(({ name }) => name === one.name)?.type;
        if (type === undefined) return [];
        if (type in SHAPES) return checkShape(one, type);
        const sentence = valueProblem(one, type);
        return sentence ? [{ line: one.line, sentence }] : [];
    });
}

function valueProblem({ name, text, children }: Element, type: string): string | null {
    // These elements of a target's configuration hold attributes and markup of their own.
    if (name === 'property' || name === 'objects' || name === 'supportedFormFactors') return null;
    if (children.length > 0) return `<${name}> must hold a value, not elements.`;
    if (text === '') return `<${name}> is empty.`;
    switch (type) {
        case 'text':
            return null;
        case 'boolean':
            return text === 'true' || text === 'false' ? null : `<${name}> is ${text}, neither true nor false.`;
        case 'int':
            return /^-?\d+$/.test(text) ? null : `<${name}> is ${text}, not a whole number.`;
        case 'double':
            return /^-?\d+(\.\d+)?$/.test(text) ? null : `<${name}> is ${text}, not a number.`;
        default:
            return type.split('|').includes(text)
                ? null
                : `<${name}> is ${text}, none of ${type.replaceAll('|', ', ')}.`;
    }
}
