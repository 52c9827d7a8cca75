/**
 * The form in which text is compared and sorted: composed, in capitals. Salesforce compares without regard to case
 * and sorts by the UTF-8 of capitals in an English locale (documented, SOQL reference, ORDER BY). That accents count
 * is assumed. A letter whose capital is longer (ß) stays itself, so that it is not found by SS.
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
