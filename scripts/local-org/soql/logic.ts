import type { HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformed } from './place.ts';

/** AND, OR and NOT over comparisons. */
export type Logic<Leaf> =
    { kind: 'leaf'; leaf: Leaf } | { kind: 'not'; of: Logic<Leaf> } | { kind: 'all' | 'any'; of: Logic<Leaf>[] };

type LeafOf<Clause extends WhereClause | HavingClause> = NonNullable<Clause['left']>;
type Token<Leaf> = { word: '(' | ')' | 'AND' | 'OR' | 'NOT' } | { leaf: Leaf };

/**
 * The tree of a clause that the parser gives as a chain. As the documented grammar has it, AND and OR are not mixed
 * and NOT does not stand beside them without parentheses; the parser would let both through.
 * @throws ApiError MALFORMED_QUERY
 */
export function readLogic<Clause extends WhereClause | HavingClause>(clause: Clause): Logic<LeafOf<Clause>> {
    const tokens = tokensOf(clause);
    let place = 0;
    const wordHere = () => {
        const token = tokens[place];
        return token && 'word' in token ? token.word : null;
    };

    function condition(): Logic<LeafOf<Clause>> {
        if (wordHere() === 'NOT') {
            place++;
            return { kind: 'not', of: simple() };
        }
        const first = simple();
        const word = wordHere();
        if (word !== 'AND' && word !== 'OR') return first;
        const of = [first];
        while (wordHere() === word) {
            place++;
            of.push(simple());
        }
        return { kind: word === 'AND' ? 'all' : 'any', of };
    }

    function simple(): Logic<LeafOf<Clause>> {
        const token = tokens[place++];
        if (!token) throw malformed('unexpected token: <EOF>');
        if ('leaf' in token) return { kind: 'leaf', leaf: token.leaf };
        if (token.word !== '(') throw malformed(`unexpected token: '${token.word}'`);
        const inside = condition();
        if (wordHere() !== ')') throw malformed(`unexpected token: '${wordHere() ?? '<EOF>'}'`);
        place++;
        return inside;
    }

    const tree = condition();
    if (place < tokens.length) throw malformed(`unexpected token: '${wordHere() ?? '<EOF>'}'`);
    return tree;
}

function tokensOf<Clause extends WhereClause | HavingClause>(clause: Clause): Token<LeafOf<Clause>>[] {
    const tokens: Token<LeafOf<Clause>>[] = [];
    let link: WhereClause | HavingClause | undefined = clause;
    while (link) {
        const left: LeafOf<WhereClause | HavingClause> | null = link.left;
        for (let open = left?.openParen ?? 0; open > 0; open--) tokens.push({ word: '(' });
        if (left && 'operator' in left) {
            tokens.push({ leaf: spelled(left as LeafOf<Clause> & { operator: string }) });
            for (let close = left.closeParen ?? 0; close > 0; close--) tokens.push({ word: ')' });
        }
        if (!('operator' in link)) break;
        tokens.push({ word: link.operator });
        link = link.right;
    }
    return tokens;
}

/** `<>` is `!=` (observed: orgs take it, though the reference does not list it); the parser leaves it as it stands. */
function spelled<Leaf extends { operator: string }>(leaf: Leaf): Leaf {
    return leaf.operator === '<>' ? { ...leaf, operator: '!=' } : leaf;
}
