import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

const { jestConfig } = lwcJest;

export default {
    ...jestConfig,
    roots: ['<rootDir>/force-app'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    // The workspace link node_modules/c would show every room twice.
    modulePathIgnorePatterns: ['<rootDir>/node_modules/c/', '<rootDir>/.cache/'],
    moduleNameMapper: { '^lightning/graphql$': '<rootDir>/tests/jest/graphql.ts' },
    setupFilesAfterEnv: [
        ...jestConfig.setupFilesAfterEnv,
        '<rootDir>/tests/jest/labels.ts',
        '<rootDir>/tests/jest/accessibility.ts'
    ]
};
