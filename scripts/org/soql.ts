/** SOQL with quoted values, because the REST API has no bind variables. Names never come from a value. */
export function soql(texts: TemplateStringsArray, ...values: string[]): string {
    return texts.reduce((query, text, index) => `${query}'${values[index - 1]?.replace(/[\\']/g, '\\$&')}'${text}`);
}
