import type { GraphQLDocument } from 'lightning/graphql';

const texts = new WeakMap<object, string>();

/** Builds a document from text and other documents, such as fragments. Its text isn't visible from outside. */
export function gql(strings: TemplateStringsArray, ...values: unknown[]): GraphQLDocument {
    const text = strings.reduce((before, text, index) => before + textOf(values[index - 1]) + text);
    const document = Object.freeze({});
    texts.set(document, text);
    return document as GraphQLDocument;
}

function textOf(value: unknown): string {
    if (typeof value === 'string') return value;
    return documentText(value as GraphQLDocument);
}

/** @throws TypeError for anything that `gql` didn't make */
export function documentText(document: unknown): string {
    const text = typeof document === 'object' && document !== null ? texts.get(document) : undefined;
    if (text === undefined) throw new TypeError('A GraphQL document must come from gql');
    return text;
}
