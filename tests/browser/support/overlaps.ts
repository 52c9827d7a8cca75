import type { Frame, Page } from '@playwright/test';

/**
 * Finds parts of the page that lie on each other: controls, texts, and icons. Only what can be seen counts, so a part
 * is cut to the boxes that clip it. Runs in an isolated world, where synthetic shadow hides nothing (see violations.ts).
 * @returns pairs such as `BUTTON "Filters" / LABEL "Elsewhere"`
 */
export async function overlaps(
    page: Page,
    frame: Frame = page.mainFrame(),
    scrolled: 'anywhere' | 'end' = 'anywhere'
): Promise<string[]> {
    const isChild = frame !== page.mainFrame();
    const session = await page.context().newCDPSession(isChild ? frame : page);
    try {
        const { frameTree } = await session.send('Page.getFrameTree');
        const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
            contextId: executionContextId,
            expression: `(${find})(${JSON.stringify(scrolled)})`,
            returnByValue: true
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value as string[];
    } finally {
        await session.detach();
    }
}

/** Runs in the browser. */
function find(scrolled: 'anywhere' | 'end'): string[] {
    type Box = { left: number; top: number; right: number; bottom: number };
    /** Pixels. Rounding and the line boxes of text make neighbors touch. */
    const TOUCH = 2;
    const parts = [...document.querySelectorAll<HTMLElement>('button, input, textarea, a, h1, h2, h3, th, td, p, li')];
    const seen: { element: HTMLElement; box: Box }[] = [];
    for (const element of parts) {
        if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
        if (element.closest('.slds-assistive-text, .slds-is-sr-only')) continue;
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const box: Box = { left, top, right, bottom };
        for (let around = element.parentElement; around; around = around.parentElement) {
            const style = getComputedStyle(around);
            if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
            const clip = around.getBoundingClientRect();
            box.left = Math.max(box.left, clip.left);
            box.top = Math.max(box.top, clip.top);
            box.right = Math.min(box.right, clip.right);
            box.bottom = Math.min(box.bottom, clip.bottom);
        }
        if (box.right - box.left > TOUCH && box.bottom - box.top > TOUCH) seen.push({ element, box });
    }
    const name = ({ element }: { element: HTMLElement }): string =>
        `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30)}"`;
    /** Head cells stay above the rows that scroll below them. */
    const inTable = ({ element }: { element: HTMLElement }): boolean => element.closest('table') !== null;
    /** What stays in sight lies above what scrolls below it, which can be scrolled out from there. */
    const stays = ({ element }: { element: HTMLElement }): Element | null => {
        for (let around: Element | null = element; around; around = around.parentElement) {
            if (getComputedStyle(around).position === 'sticky') return around;
        }
        return null;
    };
    const found: string[] = [];
    for (const [place, one] of seen.entries()) {
        for (const other of seen.slice(place + 1)) {
            // The boxes first: asking for the style of every pair takes seconds.
            const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            if (width <= TOUCH || height <= TOUCH) continue;
            if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
            if (inTable(one) && inTable(other)) continue;
            if (scrolled === 'anywhere' && stays(one) !== stays(other)) continue;
            found.push(`${name(one)} / ${name(other)}`);
        }
    }
    return found.slice(0, 10);
}
