/**
 * jsdom can't parse container queries, and reports each style sheet that has some, with all of its text. No test looks at
 * layout, so these reports are dropped: they would fill the memory of a run.
 */
const report = console.error.bind(console);

console.error = (...given: unknown[]): void => {
    const [first] = given;
    // The error is of another realm, so it is no instance of this one's Error.
    if ((first as { type?: unknown } | undefined)?.type === 'css parsing') return;
    report(...given);
};
