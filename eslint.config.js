import js from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc/recommended-ts.js';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { componentGraph } from './scripts/lint/componentGraph.js';

const LWC = 'force-app/main/default/lwc';

export default [
    { ignores: ['.cache/', 'coverage/', 'dist/', 'test-results/', `${LWC}/*/*.js`] },
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
    ...componentGraph(LWC),

    // Import rules are in .dependency-cruiser.js.
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
