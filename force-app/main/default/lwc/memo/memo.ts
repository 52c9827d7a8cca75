/** Keeps what was computed until something that it depends on is another object. */

/**
 * Computes something again only if one of its inputs isn't the same as the last time. LWC asks a getter again for each place
 * in a template, so a getter that looks at 20,000 users needs this. Inputs must be objects that are replaced, not changed.
 */
export function latest<Inputs extends unknown[], Result>(
    compute: (...inputs: Inputs) => Result
): (...inputs: Inputs) => Result {
    let kept: { inputs: Inputs; result: Result } | null = null;
    return (...inputs) => {
        const { inputs: before } = kept ?? {};
        if (kept && before && inputs.every((input, place) => Object.is(input, before[place]))) return kept.result;
        kept = { inputs, result: compute(...inputs) };
        return kept.result;
    };
}

/** Computes something once for each object, such as a plan, for as long as the object is in use. */
export function onceFor<Input extends object, Result>(compute: (input: Input) => Result): (input: Input) => Result {
    const kept = new WeakMap<Input, { result: Result }>();
    return (input) => {
        const known = kept.get(input) ?? { result: compute(input) };
        kept.set(input, known);
        return known.result;
    };
}
