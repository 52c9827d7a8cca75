export interface FunctionCall {
    name: string;
    /** Its arguments, without the spaces around them. */
    parts: string[];
    /** The position after its closing parenthesis. */
    end: number;
}

/** The call of a CSS function that starts at this position, such as `var(--color, rgb(0, 0, 0))`. */
export function argumentsAt(css: string, start: number): FunctionCall {
    const open = css.indexOf('(', start);
    const parts: string[] = [];
    let depth = 0;
    let from = open + 1;
    for (let index = open; index < css.length; index++) {
        const sign = css[index]!;
        if (sign === '(') depth += 1;
        if (sign === ')') depth -= 1;
        if (depth > 1 || (depth === 1 && sign !== ',')) continue;
        parts.push(css.slice(from, index).trim());
        from = index + 1;
        if (depth === 0) return { name: css.slice(start, open), parts, end: from };
    }
    throw new Error(`No closing parenthesis for ${css.slice(start, open + 20)}`);
}
