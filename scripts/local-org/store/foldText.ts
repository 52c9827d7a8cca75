/**
 * Folds text to the form in which it's compared and sorted: composed and uppercase. Salesforce ignores case in
 * comparisons, and in an English locale it sorts by the UTF-8 values of uppercase characters (documented, SOQL
 * reference, ORDER BY). We assume that accents matter. A letter whose uppercase form is longer, such as ß, isn't
 * changed, so that a search for SS doesn't find it.
 */
export function foldText(text: string): string {
    const composed = text.normalize('NFC');
    const capitals = composed.toUpperCase();
    if (capitals.length === composed.length) return capitals;
    return Array.from(composed, (letter) => {
        const capital = letter.toUpperCase();
        return capital.length === letter.length ? capital : letter;
    }).join('');
}
