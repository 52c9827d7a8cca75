import { existsSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc/recommended-ts.js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const LWC = 'force-app/main/default/lwc';
/** Rooms without markup that need the platform all the same: a wire, custom labels, and the user's locale. */
const PLATFORM_ROOMS = ['orgRead', 'labels', 'wording'];
/** Every other room without markup is logic. */
const LOGIC = readdirSync(LWC, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !existsSync(`${LWC}/${entry.name}/${entry.name}.html`))
    .map((entry) => entry.name)
    .filter((room) => !PLATFORM_ROOMS.includes(room));

const never = (regex, message) => ({
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] }
});

export default [
    { ignores: ['.cache/', 'coverage/', 'test-results/', `${LWC}/*/*.js`] },
    ...lwc.map((config) => ({ ...config, files: [`${LWC}/**/*.ts`] })),
    {
        files: [`${LWC}/**/*.ts`],
        plugins: { '@typescript-eslint': tseslint.plugin },
        rules: {
            // tsc says these, and knows types: closed unions are switched without a default.
            'no-undef': 'off',
            'no-unused-vars': 'off',
            'no-use-before-define': 'off',
            'default-case': 'off',
            'consistent-return': 'off',
            // It takes the names of properties in interfaces for globals.
            'no-restricted-globals': 'off',
            // A run writes batch after batch on purpose; `void` says that a promise is left to itself.
            'no-await-in-loop': 'off',
            'no-void': 'off',
            // Prettier takes the parentheses away that it wants.
            'no-confusing-arrow': 'off',
            '@typescript-eslint/no-explicit-any': 'error'
        }
    },
    {
        files: [`${LWC}/*/__tests__/**`],
        rules: { '@lwc/lwc/no-async-operation': 'off', '@lwc/lwc/no-disallowed-lwc-imports': 'off' }
    },

    // The house: the platform's data comes through one door, and logic knows no platform at all.
    {
        files: [`${LWC}/**/*.ts`],
        ignores: [`${LWC}/{org,orgRead}/**`, `${LWC}/**/__tests__/**`],
        ...never('^lightning/(graphql|ui\\w*Api)$', 'Only org/ asks the platform for data; take an Org.')
    },
    {
        files: [`${LWC}/{${LOGIC.join(',')}}/*.ts`],
        ...never(
            '^(lwc$|lightning/|@salesforce/)',
            'A logic room imports nothing of the platform: plain data in, plain data out.'
        )
    },

    ...[js.configs.recommended, ...tseslint.configs.recommended].map((config) => ({
        ...config,
        files: ['scripts/**/*.{ts,js,cjs}', 'tests/**/*.ts', '*.{ts,js}']
    })),
    {
        files: ['scripts/**/*.{ts,js,cjs}', 'tests/**/*.ts', '*.{ts,js}'],
        languageOptions: { globals: { ...globals.node, ...globals.browser } },
        rules: {
            'no-undef': 'off',
            '@typescript-eslint/no-unused-vars': 'off',
            '@typescript-eslint/no-unused-expressions': 'off'
        }
    },
    // What other people's clients answer has no type of ours.
    { files: ['tests/clients/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
    { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } }
];
