/** Longer messages are cut. */
const MAX_LENGTH = 300;

/**
 * Salesforce's message without what names a person, a record, an org, or a session, for a report that leaves the org. Names
 * of objects and fields stay, because they are what a message is about.
 */
export function anonymous(words: string): string {
    const text = words
        .replace(/\b00D\w{9,15}![\w.]+/g, '[token]')
        .replace(/\bhttps?:\/\/[^\s"'”)]+/gi, '[address]')
        .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]')
        .replace(/\b[\w-]+(?:\.[\w-]+)*\.(?:salesforce|force|salesforce-setup|visualforce)\.com\b/gi, '[address]')
        .replace(/\b(?=\w*\d)[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?\b/g, '[ID]')
        .replace(/\s+/g, ' ')
        .trim();
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
