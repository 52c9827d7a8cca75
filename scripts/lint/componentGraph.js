/**
 * Salesforce's analyzer of a component's wires, for components in TypeScript. It reads bundles of JavaScript and markup
 * only, so it gets the TypeScript with its types blanked out, which keeps every position.
 */
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import graph from '@salesforce/eslint-plugin-lwc-graph-analyzer';

const PREFIX = '@salesforce/lwc-graph-analyzer';
const { processor, languageOptions, rules } = graph.configs.recommended;

/**
 * These ask whether a mobile app could run the component offline, with data that it fetched ahead. Switchboard is a page
 * of Setup: its questions are made at run time, so they can't be fetched ahead, and its getters call logic rooms.
 */
const OFFLINE_ONLY = [
    'no-call-expression-references-unsupported-namespace',
    'no-composition-on-unanalyzable-getter-property',
    'no-composition-on-unanalyzable-property-non-public',
    'no-expression-contains-module-level-variable-ref',
    'no-functions-declared-within-getter-method',
    'no-getter-contains-more-than-return-statement',
    'no-member-expression-reference-to-unsupported-global',
    'no-member-expression-reference-to-unsupported-namespace-reference',
    'no-reference-to-class-functions',
    'no-reference-to-module-functions',
    'no-reference-to-unsupported-namespace-reference',
    'no-unresolved-parent-class-reference',
    'no-wire-adapter-of-resource-cannot-be-primed'
];

/** Takes the property `refs` of every component (LWC 2.40) for a mistake. */
const OUTDATED = ['no-member-expression-reference-to-non-existent-member-variable'];

/** A TypeScript file is linted as it is, and the main file of a component as JavaScript, too. */
const componentsOnly = {
    meta: { name: 'switchboard-component-graph', version: '1' },
    supportsAutofix: true,
    preprocess(text, path) {
        const [, name] = /([^/\\]+)\.ts$/.exec(path) ?? [];
        const html = path.replace(/\.ts$/, '.html');
        if (name === undefined || !existsSync(html)) return [text];
        // Comments that turn off rules of the TypeScript name rules that aren't known here.
        const code = module.stripTypeScriptTypes(text).replaceAll('eslint-disable', 'eslint_disable');
        processor.setLwcBundleFromContent(name, code, readFileSync(html, 'utf8'));
        return [text, ...processor.preprocess(code, `${name}.js`)];
    },
    postprocess(messages, path) {
        return processor.postprocess(messages, path);
    }
};

/** @param {string} folder the folder of all bundles */
export function componentGraph(folder) {
    const off = [...OFFLINE_ONLY, ...OUTDATED].map((name) => [`${PREFIX}/${name}`, 'off']);
    return [
        { files: [`${folder}/*/*.ts`], processor: componentsOnly },
        {
            files: [`${folder}/*/*.ts/*.js`],
            plugins: { [PREFIX]: graph },
            languageOptions,
            rules: { ...rules, ...Object.fromEntries(off) }
        }
    ];
}
