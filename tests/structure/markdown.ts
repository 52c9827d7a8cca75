import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Links of a Markdown file that lead nowhere, as written. Addresses on the web are not followed. */
export function brokenLinks(root: string, file: string): string[] {
    return linksIn(readFileSync(join(root, file), 'utf8')).filter((link) => !leadsSomewhere(root, file, link));
}

function leadsSomewhere(root: string, file: string, link: string): boolean {
    if (/^[a-z][a-z+.-]*:/i.test(link)) return true;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(root, file) : join(root, dirname(file), decodeURI(path));
    // A link out of the repo works on one computer only.
    if (relative(root, target).startsWith('..') || !existsSync(target)) return false;
    if (anchor === undefined) return true;
    return statSync(target).isFile() && anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
}

/** Targets of links, images, and reference definitions. */
export function linksIn(markdown: string): string[] {
    const prose = withoutCode(markdown);
    const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)/g)];
    const references = [...prose.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/gm)];
    return [...inline, ...references].map(([, target]) => target!);
}

/**
 * The anchors of a file's headings by GitHub's rule: lower case, punctuation dropped, spaces to hyphens, and a number
 * for a heading that is there already.
 */
export function anchorsOf(markdown: string): string[] {
    const seen = new Map<string, number>();
    return [...withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*\s*$/gm)].map(([, heading]) => {
        const text = heading!.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
        const slug = text
            .toLowerCase()
            .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
            .replaceAll(' ', '-');
        const before = seen.get(slug) ?? 0;
        seen.set(slug, before + 1);
        return before === 0 ? slug : `${slug}-${before}`;
    });
}

/** Everything that is set as code, in spans and in blocks: where documents name files and folders. */
export function codeIn(markdown: string): string {
    return [...markdown.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([code]) => code).join('\n');
}

/** Paths of files that a document names as code, such as `movePlan/planMoves.ts`. */
export function filesNamedIn(markdown: string): string[] {
    return [
        ...codeIn(withoutFences(markdown)).matchAll(/`((?:[\w.-]+\/)+[\w-]+(?:\.[\w-]+)*\.(?:ts|js|cjs|md|xml|page))`/g)
    ].map(([, path]) => path!);
}

function withoutFences(markdown: string): string {
    return markdown.replace(/^```[\s\S]*?^```/gm, '');
}

function withoutCode(markdown: string): string {
    return withoutFences(markdown).replace(/`[^`\n]*`/g, '');
}
