import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { malformed, placed } from './place.ts';

/** Longest statement, in characters (documented, SOQL and SOSL limits). */
const LONGEST = 100_000;

/**
 * @returns the parser's tree; it accepts more than Salesforce does, so whoever reads it refuses the rest
 * @throws Refusal MALFORMED_QUERY
 */
export function parseSoql(text: string): Query {
    if (text.length > LONGEST) throw malformed(`SOQL statements cannot be longer than ${LONGEST} characters.`);
    if (/\ball\s+rows\s*$/i.test(text)) throw placed(text, malformed("'ALL' ROWS not allowed in this context"));
    let query: Query;
    try {
        query = parseQuery(text);
    } catch (cause) {
        throw placed(text, malformed(wordsOf(text, cause)));
    }
    if (!query.sObject || !query.fields?.length) throw malformed('unexpected token: <EOF>');
    return query;
}

/** The words of Salesforce for a statement that does not parse (observed in public reports: `unexpected token: 'x'`). */
function wordsOf(text: string, cause: unknown): string {
    if (!(cause instanceof Error)) throw cause;
    if (cause instanceof RangeError) return 'The query is nested too deeply.';
    if (text.trim() === '') return 'unexpected token: <EOF>';
    const character = /->(.)<-/s.exec(cause.message)?.[1];
    if (character !== undefined) return `line 1: no viable alternative at character '${character}'`;
    const token = /found:?(?: -->)?\s+'?([^']*?)'?(?: <--)?$/s.exec(cause.message)?.[1];
    return token ? `unexpected token: '${token}'` : 'unexpected token: <EOF>';
}
