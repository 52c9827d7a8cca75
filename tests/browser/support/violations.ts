import type { Page } from '@playwright/test';
import axe from 'axe-core';

interface Violation {
    id: string;
    help: string;
    /** CSS selectors of the affected elements. */
    at: string[];
}

/** A table has a hundred rows of the same markup. axe looks at as many as a window shows, in a fifth of the time. */
const MORE_ROWS = ['tbody tr:nth-child(n + 15)', 'c-user-cards li:nth-child(n + 15)'];

/**
 * Finds accessibility violations in the page, or in a part of it, with axe. axe runs in an isolated world, where
 * synthetic shadow hasn't patched the DOM. There it sees every rendered element, like a screen reader, and takes a
 * tenth of the time.
 */
export async function violations(page: Page, part?: string): Promise<Violation[]> {
    const session = await page.context().newCDPSession(page);
    try {
        const { frameTree } = await session.send('Page.getFrameTree');
        const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
        const evaluate = async (expression: string): Promise<unknown> => {
            const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
                contextId: executionContextId,
                expression,
                awaitPromise: true,
                returnByValue: true
            });
            if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
            return result.value;
        };
        await evaluate(axe.source);
        const context = { include: [[part ?? 'html']], exclude: MORE_ROWS.map((selector) => [selector]) };
        return (await evaluate(
            `axe.run(${JSON.stringify(context)}, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(
                ({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => String(target)) })))`
        )) as Violation[];
    } finally {
        await session.detach();
    }
}
