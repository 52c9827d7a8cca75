import type { Check } from '../check.ts';
import { filesOf, LWC, textOf } from '../projectFiles.ts';
import { usedHooks, wrongHooks } from './wrongHooks.ts';

/** In the classic look, an older design system can lack a hook. Then the page looks as its fallbacks say. */
export const styles: Check = {
    name: 'styles',
    promise: 'Every size, space, font, and radius that SLDS 2 has a styling hook for uses it, with the right fallback.',
    async run(project) {
        const files = filesOf(project, `${LWC}/*/*.css`);
        const texts = files.map((file) => ({ file, css: textOf(project, file) }));
        const used = texts.reduce((sum, { css }) => sum + usedHooks(css).length, 0);
        return {
            seen: `${used} styling hooks in ${files.length} files`,
            findings: texts.flatMap(({ file, css }) => wrongHooks(css).map((finding) => ({ file, ...finding })))
        };
    }
};
