import { parseQuery, type HavingClause, type Query, type WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformed, notSupported, withLocation, withoutLiterals } from './soqlErrors.ts';

/** Maximum length of a statement, in characters (documented, SOQL and SOSL limits). */
const MAX_LENGTH = 100_000;

/**
 * @returns the parser's tree. The parser accepts more than Salesforce does, so callers must reject the rest.
 * @throws ApiError MALFORMED_QUERY
 */
export function parseSoql(text: string): Query {
    if (text.length > MAX_LENGTH) throw malformed(`SOQL statements cannot be longer than ${MAX_LENGTH} characters.`);
    if (/\ball\s+rows\s*$/i.test(text)) throw withLocation(text, malformed("'ALL' ROWS not allowed in this context"));
    let query: Query;
    try {
        query = parseQuery(text);
    } catch (cause) {
        throw withLocation(text, malformed(messageOf(text, cause)));
    }
    if (!query.sObject || !query.fields?.length) throw malformed('unexpected token: <EOF>');
    // The parser drops the middle one of three consecutive NOTs, which would reverse the meaning.
    const written = withoutLiterals(text).match(/\bNOT\b(?!\s+IN\b)/gi)?.length ?? 0;
    if (written !== countNots(query.where) + countNots(query.having)) throw notSupported('NOT nested like this');
    return query;
}

/** Salesforce's message for a statement that doesn't parse (observed in public reports: `unexpected token: 'x'`). */
function messageOf(text: string, cause: unknown): string {
    if (!(cause instanceof Error)) throw cause;
    if (cause instanceof RangeError) return 'The query is nested too deeply.';
    if (text.trim() === '') return 'unexpected token: <EOF>';
    const character = /->(.)<-/s.exec(cause.message)?.[1];
    if (character !== undefined) return `line 1: no viable alternative at character '${character}'`;
    const token = /found:?(?: -->)?\s+'?([^']*?)'?(?: <--)?$/s.exec(cause.message)?.[1];
    return token ? `unexpected token: '${token}'` : 'unexpected token: <EOF>';
}

function countNots(clause: WhereClause | HavingClause | undefined): number {
    let count = 0;
    for (let link = clause; link; link = 'right' in link ? link.right : undefined) {
        if ('operator' in link && link.operator === 'NOT') count++;
        if (link.left && 'valueQuery' in link.left) count += countNots(link.left.valueQuery.where);
    }
    return count;
}
