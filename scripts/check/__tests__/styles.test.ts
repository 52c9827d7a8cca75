import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { slds } from '../slds.ts';
import { hookValues } from '../styles/hookValues.ts';
import { styles } from '../styles/styles.ts';
import { HELLO } from './validFiles.ts';
import { findingsWith, removeProjects } from './validProject.ts';

after(removeProjects);

const CSS = `${HELLO}/hello.css`;

test('styles: finds nothing in a valid project', async () => {
    assert.deepEqual(await findingsWith(styles), []);
});

const BROKEN: [what: string, declaration: string, sentence: RegExp][] = [
    ['a hook that SLDS 2 doesn’t have', 'color: var(--slds-g-color-text-1, #5c5c5c)', /no styling hook/],
    ['a hook without a fallback', 'gap: var(--slds-g-spacing-2)', /no fallback\. Its value is 0\.5rem/],
    ['a fallback of another value', 'gap: var(--slds-g-spacing-8, 2rem)', /is 2rem, but its value is 3rem/],
    ['a wrong fallback in a fallback', 'gap: var(--c-gap, var(--slds-g-spacing-8, 2rem))', /is 2rem/],
    ['a space with a hook', 'gap: 0.5rem 1px', /gap has 0\.5rem, which is var\(--slds-g-spacing-2, 0\.5rem\)/],
    ['a space in a formula', 'margin: calc(-1 * 0.25rem)', /margin has 0\.25rem/],
    ['a size in pixels with a hook', 'height: 8px', /height has 8px, which is var\(--slds-g-sizing-3, 0\.5rem\)/],
    ['a border with a hook', 'border-top: 1px solid currentColor', /--slds-g-sizing-border-1, 1px/],
    ['a radius with a hook', 'border-radius: 4px', /--slds-g-radius-border-1, 0\.25rem/],
    ['a font size with a hook', 'font-size: 0.8125rem', /--slds-g-font-size-base, 0\.8125rem/],
    ['a font weight with a hook', 'font-weight: 600', /--slds-g-font-weight-6, 600/]
];

for (const [what, declaration, sentence] of BROKEN)
    test(`styles: finds ${what}`, async () => {
        const [finding] = await findingsWith(styles, { [CSS]: `/* p:\n 1 */\np {\n    ${declaration};\n}\n` });
        assert.match(finding?.sentence ?? 'nothing', sentence);
        assert.equal(finding?.line, 4);
    });

test('styles: accepts values without a hook, and other spellings of a color', async () => {
    const css =
        'p:hover {\n    padding: 0.3rem 0;\n    width: 100%;\n    color: var(--slds-g-color-on-accent-1, #FFFFFF);\n}\n';
    assert.deepEqual(await findingsWith(styles, { [CSS]: css }), []);
});

test('styles: reads the value of a hook through other hooks, in light mode', () => {
    const css = `:root { --slds-r-blue: #00f; --slds-g-a: light-dark(var(--slds-r-blue), rgb(1, 2, 3)); --slds-g-b: 0 1px var(--slds-g-a) }`;
    assert.deepEqual(Object.fromEntries(hookValues(css)), { '--slds-g-a': '#00f', '--slds-g-b': '0 1px #00f' });
    assert.ok(hookValues().size > 500);
});

test('slds: finds a hard-coded color that is similar to a hook', async () => {
    const [finding] = await findingsWith(slds, { [CSS]: 'p {\n    color: #0b827c;\n}\n' });
    assert.match(finding?.sentence ?? 'nothing', /replacing the #0b827c static value with an SLDS 2 styling hook/);
});

test('slds: accepts a value without a hook', async () => {
    assert.deepEqual(await findingsWith(slds, { [CSS]: 'p {\n    width: 55%;\n}\n' }), []);
});
