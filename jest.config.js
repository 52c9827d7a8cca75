import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

const { jestConfig } = lwcJest;

export default {
    ...jestConfig,
    roots: ['<rootDir>/force-app'],
    // Longer than any wait in a test, also on a loaded machine (tests/support/mount.ts).
    testTimeout: 60_000,
    testMatch: ['**/__tests__/**/*.test.ts'],
    // The workspace link node_modules/c would show every room twice.
    modulePathIgnorePatterns: ['<rootDir>/node_modules/c/', '<rootDir>/.cache/'],
    // Salesforce's GraphQL parser has only ES modules.
    transformIgnorePatterns: jestConfig.transformIgnorePatterns.map((pattern) =>
        pattern.replace('(?!', '(?!@conduit-client/|')
    ),
    moduleNameMapper: {
        '^lightning/graphql$': '<rootDir>/tests/jest/graphql.ts',
        '^lightning/navigation$': '<rootDir>/tests/jest/navigation.ts',
        // One engine for tests and preview (package.json, overrides); Jest needs the CommonJS of it.
        '^lwc$': '<rootDir>/node_modules/@lwc/engine-dom/dist/index.cjs',
        '^@lwc/(engine-dom|synthetic-shadow|wire-service)$': '<rootDir>/node_modules/@lwc/$1/dist/index.cjs'
    },
    setupFilesAfterEnv: [
        ...jestConfig.setupFilesAfterEnv,
        '<rootDir>/tests/jest/labels.ts',
        '<rootDir>/tests/jest/mediaQueries.ts',
        '<rootDir>/tests/jest/stylesheets.ts',
        '<rootDir>/tests/jest/accessibility.ts',
        '<rootDir>/tests/jest/resizeObserver.ts',
        '<rootDir>/tests/jest/textDecoder.ts'
    ]
};
