import * as engine from 'lwc';
// Compiled here for the first time, which takes seconds, and not within the time limit of a test.
import 'lightning/graphql';
import type Org from 'c/org';
import type { Org as OrgPort } from 'c/orgPort';
import { all, mount } from '#tests/support/mount.ts';

jest.mock('lightning/uiRecordApi', () => ({ updateRecord: jest.fn() }));

/** How tests use the wire in tests/jest/graphql.ts. */
interface Wire {
    /** To every wire, or only to those with such a config. */
    emit(value: unknown, to?: (config: { variables?: unknown }) => boolean): void;
    getLastConfig(): { query: unknown; variables: Record<string, unknown> } | undefined;
}

/**
 * Mounts the org component with its own copy of all modules, so that no wire of another test is left. Whatever the test
 * and the component share must come from the same copy.
 */
export function mountOrg() {
    jest.resetModules();
    // The engine stays the same, because it registers elements only once.
    jest.doMock('lwc', () => engine);
    const { graphql, executeMutation, documentText } =
        jest.requireActual<typeof import('#tests/jest/graphql.ts')>('lightning/graphql');
    const { updateRecord } = jest.requireMock<typeof import('lightning/uiRecordApi')>('lightning/uiRecordApi');
    const { default: part } = jest.requireActual<{ default: typeof Org }>('c/org');
    const element = mount(part, {}) as unknown as HTMLElement & { port: OrgPort };
    return {
        port: element.port,
        reads: () => all(element.shadowRoot!, 'c-org-read'),
        wire: graphql as unknown as Wire,
        mutate: executeMutation as unknown as jest.Mock,
        update: updateRecord as unknown as jest.Mock,
        documentText: documentText as unknown as (document: unknown) => string
    };
}
