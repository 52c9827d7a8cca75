import type { HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformed } from './soqlErrors.ts';

/** A tree of AND, OR, and NOT, with comparisons as leaves. */
export type Logic<Leaf> =
    { kind: 'leaf'; leaf: Leaf } | { kind: 'not'; of: Logic<Leaf> } | { kind: 'all' | 'any'; of: Logic<Leaf>[] };

type LeafOf<Clause extends WhereClause | HavingClause> = NonNullable<Clause['left']>;
type Token<Leaf> = { word: '(' | ')' | 'AND' | 'OR' | 'NOT' } | { leaf: Leaf };

/**
 * Turns a clause, which the parser returns as a chain, into a tree. The documented grammar requires parentheses to mix
 * AND with OR, or NOT with either of them. The parser accepts both without, so this function rejects them.
 * @throws ApiError MALFORMED_QUERY
 */
export function readLogic<Clause extends WhereClause | HavingClause>(clause: Clause): Logic<LeafOf<Clause>> {
    const tokens = tokensOf(clause);
    let position = 0;
    const currentWord = () => {
        const token = tokens[position];
        return token && 'word' in token ? token.word : null;
    };

    function condition(): Logic<LeafOf<Clause>> {
        if (currentWord() === 'NOT') {
            position++;
            return { kind: 'not', of: simple() };
        }
        const first = simple();
        const word = currentWord();
        if (word !== 'AND' && word !== 'OR') return first;
        const of = [first];
        while (currentWord() === word) {
            position++;
            of.push(simple());
        }
        return { kind: word === 'AND' ? 'all' : 'any', of };
    }

    function simple(): Logic<LeafOf<Clause>> {
        const token = tokens[position++];
        if (!token) throw malformed('unexpected token: <EOF>');
        if ('leaf' in token) return { kind: 'leaf', leaf: token.leaf };
        if (token.word !== '(') throw malformed(`unexpected token: '${token.word}'`);
        const inside = condition();
        if (currentWord() !== ')') throw malformed(`unexpected token: '${currentWord() ?? '<EOF>'}'`);
        position++;
        return inside;
    }

    const tree = condition();
    if (position < tokens.length) throw malformed(`unexpected token: '${currentWord() ?? '<EOF>'}'`);
    return tree;
}

function tokensOf<Clause extends WhereClause | HavingClause>(clause: Clause): Token<LeafOf<Clause>>[] {
    const tokens: Token<LeafOf<Clause>>[] = [];
    let link: WhereClause | HavingClause | undefined = clause;
    while (link) {
        const left: LeafOf<WhereClause | HavingClause> | null = link.left;
        for (let open = left?.openParen ?? 0; open > 0; open--) tokens.push({ word: '(' });
        if (left && 'operator' in left) {
            tokens.push({ leaf: normalized(left as LeafOf<Clause> & { operator: string }) });
            for (let close = left.closeParen ?? 0; close > 0; close--) tokens.push({ word: ')' });
        }
        if (!('operator' in link)) break;
        tokens.push({ word: link.operator });
        link = link.right;
    }
    return tokens;
}

/** Replaces `<>` by `!=`. The reference doesn't list `<>`, but orgs accept it (observed), and the parser keeps it. */
function normalized<Leaf extends { operator: string }>(leaf: Leaf): Leaf {
    return leaf.operator === '<>' ? { ...leaf, operator: '!=' } : leaf;
}
