import type { Finding } from '../check.ts';
import { lineAt } from '../projectFiles.ts';
import { argumentsAt } from './cssFunctions.ts';
import { hookValues } from './hookValues.ts';

/**
 * Which hooks are for which properties. slds-linter suggests none for `gap`, borders, and sizes. It alone checks colors, because
 * it also finds those that are only similar to one of a hook. It doesn't accept the hooks for line heights.
 */
const FAMILIES: [properties: RegExp, hook: RegExp][] = [
    [/^(padding|margin|(row-|column-)?gap)/, /^--slds-g-spacing-\d+$/],
    [/^border.*radius$/, /^--slds-g-radius-border-\d+$/],
    [/^(border(?!.*radius)|outline)/, /^--slds-g-sizing-border-\d+$/],
    [/^(((min|max)-)?(width|height)|flex(-basis)?)$/, /^--slds-g-sizing-\d+$/],
    [/^font-size$/, /^--slds-g-font-(scale-(neg-)?\d+|size-base)$/],
    [/^font-weight$/, /^--slds-g-font-weight-\d+$/]
];

const HOOKS = hookValues();

interface UsedHook {
    name: string;
    /** Undefined if it has none. */
    fallback: string | undefined;
    start: number;
    end: number;
}

type Wrong = Omit<Finding, 'file'>;

export function usedHooks(css: string): UsedHook[] {
    return [...css.matchAll(/var\(\s*--slds-g-/g)].map(({ index: start }) => {
        const { parts, end } = argumentsAt(css, start);
        return { name: parts[0]!, fallback: parts.length > 1 ? parts.slice(1).join(', ') : undefined, start, end };
    });
}

/** Hooks that SLDS 2 doesn't have, fallbacks that aren't the value of their hook, and values that are one of a hook. */
export function wrongHooks(css: string): Wrong[] {
    const used = usedHooks(css);
    const wrong = used.flatMap(({ name, fallback, start }) => {
        const sentence = wrongHook(name, fallback);
        return sentence === null ? [] : [{ line: lineAt(css, start), sentence }];
    });
    return [...wrong, ...hardCoded(withoutHooks(css, used))].sort((one, other) => one.line! - other.line!);
}

function wrongHook(name: string, fallback: string | undefined): string | null {
    const value = HOOKS.get(name);
    if (value === undefined) return `SLDS 2 has no styling hook ${name}.`;
    if (fallback === undefined) return `${name} has no fallback. Its value is ${value}.`;
    return normal(fallback) === normal(value)
        ? null
        : `The fallback of ${name} is ${fallback}, but its value is ${value}.`;
}

function hardCoded(css: string): Wrong[] {
    return [...css.matchAll(/(?<=[\s{;])([a-z-]+)\s*:\s*([^;{}]+)/g)].flatMap(({ index, 1: property, 2: value }) => {
        const families = FAMILIES.filter(([properties]) => properties.test(property!)).map(([, hook]) => hook);
        const hooks = [...HOOKS].filter(([name]) => families.some((hook) => hook.test(name)));
        return value!.split(/[\s,()]+/).flatMap((word) => {
            const hook = hooks.find(([, known]) => pixels(known) === pixels(word));
            const sentence = `${property} has ${word}, which is var(${hook?.[0]}, ${hook?.[1]}).`;
            return hook ? [{ line: lineAt(css, index), sentence }] : [];
        });
    });
}

/** Comments and hooks replaced by as much space, so that lines stay the same. */
function withoutHooks(css: string, used: UsedHook[]): string {
    const signs = [...css];
    const blank = (start: number, end: number): void => {
        for (let index = start; index < end; index++) if (signs[index] !== '\n') signs[index] = ' ';
    };
    for (const { start, end } of used) blank(start, end);
    for (const { 0: comment, index } of css.matchAll(/\/\*.*?\*\//gs)) blank(index, index + comment.length);
    return signs.join('');
}

/** One spelling of a length, with 16 pixels for a rem. Other values are as they are. */
function pixels(value: string): string {
    const [, amount, unit] = /^([\d.]+)(rem|px)$/.exec(value) ?? [];
    return amount === undefined ? value : `${Number(amount) * (unit === 'rem' ? 16 : 1)}px`;
}

/** One spelling of a value: lower case, single spaces, zeros without a unit, and colors with six digits. */
function normal(value: string): string {
    const spaced = value
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/\b0px\b/g, '0');
    return spaced.replace(/#([\da-f])([\da-f])([\da-f])(?![\da-f])/g, '#$1$1$2$2$3$3');
}
