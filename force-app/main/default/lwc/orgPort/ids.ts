const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a 15- or 18-character Salesforce id; null for anything else.
 * The last three characters say which of the first fifteen are capitals (object basics, "ID field type").
 */
export function toId18(id: string): string | null {
    if (!/^[a-zA-Z0-9]{15}([A-Z0-5]{3})?$/.test(id)) return null;
    const suffix = [0, 5, 10]
        .map((start) => {
            const capitals = [...id.slice(start, start + 5)].map((letter) => letter >= 'A' && letter <= 'Z');
            return SUFFIX[capitals.reduce((bits, capital, place) => bits + (capital ? 1 << place : 0), 0)];
        })
        .join('');
    const whole = id.slice(0, 15) + suffix;
    return id.length === 15 || id === whole ? whole : null;
}

/** Whether two ids, in either form, name the same record. */
export function sameId(one: string, other: string): boolean {
    const id = toId18(one);
    return id !== null && id === toId18(other);
}
