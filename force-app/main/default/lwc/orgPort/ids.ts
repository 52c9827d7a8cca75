/** A record ID, always in its 18-character form. */
export type Id = string;

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a 15- or 18-character Salesforce ID; null for anything else.
 * The last three characters encode which of the first fifteen are capitals (object basics, "ID field type").
 */
export function toId18(id: string): Id | null {
    if (!/^[a-zA-Z0-9]{15}([A-Z0-5]{3})?$/.test(id)) return null;
    const suffix = [0, 5, 10]
        .map((start) => {
            const capitals = [...id.slice(start, start + 5)].map((letter) => letter >= 'A' && letter <= 'Z');
            return SUFFIX[capitals.reduce((bits, capital, index) => bits + (capital ? 1 << index : 0), 0)];
        })
        .join('');
    const whole = id.slice(0, 15) + suffix;
    return id.length === 15 || id === whole ? whole : null;
}
