import type { GraphQLDocument } from 'lightning/graphql';

const texts = new WeakMap<object, string>();

/** A document may be built of strings and of other documents (fragments); it is opaque to whoever holds it. */
export function gql(strings: TemplateStringsArray, ...values: unknown[]): GraphQLDocument {
    const text = strings.reduce((before, part, place) => before + textOf(values[place - 1]) + part);
    const document = Object.freeze({});
    texts.set(document, text);
    return document as GraphQLDocument;
}

function textOf(value: unknown): string {
    if (typeof value === 'string') return value;
    return documentText(value as GraphQLDocument);
}

/** @throws TypeError for anything that `gql` did not make */
export function documentText(document: unknown): string {
    const text = typeof document === 'object' && document !== null ? texts.get(document) : undefined;
    if (text === undefined) throw new TypeError('A GraphQL document must come from gql');
    return text;
}
