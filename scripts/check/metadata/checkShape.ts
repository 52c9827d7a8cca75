import type { Element } from './readXml.ts';
import { SHAPES, slotsOf, type Slot } from './shapes.ts';

export interface ShapeFinding {
    line: number;
    sentence: string;
}

/**
 * What an element holds against its shape: unknown, missing, repeated, misplaced elements, and values of another type.
 * Documented: the WSDL's sequences. Observed by many: a deploy takes elements out of order, but refuses equal ones
 * that are torn apart ("is duplicated at this location"); one order is held to, as a retrieve would write it.
 */
export function checkShape(element: Element, shape: string): ShapeFinding[] {
    const slots = slotsOf(shape);
    if (!slots) return [{ line: element.line, sentence: `The shape of <${element.name}> is not known here.` }];
    return [...unknown(element, slots), ...counts(element, slots), ...order(element, slots), ...values(element, slots)];
}

function unknown({ name: parent, children }: Element, slots: Slot[]): ShapeFinding[] {
    return children
        .filter(({ name }) => !slots.some((slot) => slot.name === name))
        .map(({ name, line }) => ({ line, sentence: `<${parent}> has no element <${name}>.` }));
}

function counts({ name: parent, line, children }: Element, slots: Slot[]): ShapeFinding[] {
    return slots.flatMap(({ name, mustBe, repeats }) => {
        const found = children.filter((one) => one.name === name);
        if (mustBe && found.length === 0) return [{ line, sentence: `<${parent}> lacks <${name}>.` }];
        if (!repeats && found.length > 1)
            return [{ line: found[1]!.line, sentence: `<${parent}> has <${name}> more than once.` }];
        return [];
    });
}

function order({ name: parent, children }: Element, slots: Slot[]): ShapeFinding[] {
    const places = children
        .map((one) => ({ one, at: slots.findIndex(({ name }) => name === one.name) }))
        .filter(({ at }) => at >= 0);
    const misplaced = places.find(({ at }, index) => index > 0 && at < places[index - 1]!.at);
    if (!misplaced) return [];
    const before = places[places.indexOf(misplaced) - 1]!.one.name;
    const sentence = `In <${parent}>, <${misplaced.one.name}> stands after <${before}>, but belongs before it.`;
    return [{ line: misplaced.one.line, sentence }];
}

function values({ children }: Element, slots: Slot[]): ShapeFinding[] {
    return children.flatMap((one) => {
        const type = slots.find(({ name }) => name === one.name)?.type;
        if (type === undefined) return [];
        if (type in SHAPES) return checkShape(one, type);
        const sentence = valueObjection(one, type);
        return sentence ? [{ line: one.line, sentence }] : [];
    });
}

function valueObjection({ name, text, children }: Element, type: string): string | null {
    // Properties of a target's configuration are attributes and markup of their own.
    if (name === 'property' || name === 'objects' || name === 'supportedFormFactors') return null;
    if (children.length > 0) return `<${name}> holds elements where a value belongs.`;
    if (text === '') return `<${name}> is empty.`;
    switch (type) {
        case 'text':
            return null;
        case 'boolean':
            return text === 'true' || text === 'false' ? null : `<${name}> is ${text}, neither true nor false.`;
        case 'int':
            return /^-?\d+$/.test(text) ? null : `<${name}> is ${text}, no whole number.`;
        case 'double':
            return /^-?\d+(\.\d+)?$/.test(text) ? null : `<${name}> is ${text}, no number.`;
        default:
            return type.split('|').includes(text)
                ? null
                : `<${name}> is ${text}, none of ${type.replaceAll('|', ', ')}.`;
    }
}
