import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { LWC_ROOT, REPO } from '../../scripts/build/places.ts';
import { anchorsOf, brokenLinks, codeIn, filesNamedIn, linksIn } from './markdown.ts';

/** Folders that tools make. */
const MADE = ['.cache', '.git', '.sf', '.sfdx', 'coverage', 'dist', 'node_modules', 'screenshots', 'test-results'];

const DOCUMENTS = globSync(['**/*.md', '.github/**/*.md'], { cwd: REPO, exclude: (path) => MADE.includes(path) });

/** Each map of folders, and the folder whose folders it names. */
const MAPS = [
    ['README.md', '.'],
    ['docs/architecture.md', 'force-app/main/default'],
    ['docs/architecture.md', 'force-app/main/default/lwc'],
    ['docs/architecture.md', 'scripts'],
    ['CONTRIBUTING.md', 'tests'],
    ['scripts/local-org/README.md', 'scripts/local-org']
] as const;

test('the documents of every part of the repo are found', () => {
    for (const file of ['README.md', 'docs/architecture.md', 'scripts/local-org/README.md'])
        assert.ok(DOCUMENTS.includes(file), file);
});

for (const file of DOCUMENTS) {
    test(`every link in ${file} leads to a file and a heading that exist`, () =>
        assert.deepEqual(brokenLinks(REPO, file), []));
}

for (const file of DOCUMENTS) {
    test(`every file that ${file} names exists`, () => {
        const named = filesNamedIn(readFileSync(join(REPO, file), 'utf8'));
        // A path starts at the root, among the rooms of the page, or beside the document.
        const roots = [REPO, join(REPO, 'force-app/main/default'), LWC_ROOT, join(REPO, dirname(file))];
        assert.deepEqual(
            named.filter((path) => !roots.some((root) => existsSync(join(root, path)))),
            []
        );
    });
}

for (const [file, folder] of MAPS) {
    test(`${file} names every folder in ${folder}`, () => {
        const code = codeIn(readFileSync(join(REPO, file), 'utf8'));
        assert.deepEqual(
            foldersIn(folder).filter((name) => !isNamed(name, code)),
            []
        );
    });
}

for (const file of new Set(MAPS.map(([file]) => file))) {
    test(`no table in ${file} has a row twice`, () => {
        const rows: string[] = readFileSync(join(REPO, file), 'utf8').match(/^\| (?!-).*$/gm) ?? [];
        assert.deepEqual(
            rows.filter((row, index) => rows.indexOf(row) < index),
            []
        );
    });
}

test('a link to a missing file, to a missing heading, and out of the repo is broken', () => {
    const root = mkdtempSync(join(tmpdir(), 'switchboard-links-'));
    try {
        writeFileSync(join(root, 'there.md'), '# A heading\n');
        const sound =
            '[file](there.md) [heading](there.md#a-heading) [own](#here) [web](https://example.com/x) `[code](no.md)`';
        const broken = '[file](gone.md) ![image](gone.png) [heading](there.md#gone) [own](#gone) [out](../gone.md)';
        writeFileSync(join(root, 'page.md'), `# Here\n${sound}\n${broken}\n\n[reference]: gone/too.md\n`);
        assert.deepEqual(brokenLinks(root, 'page.md'), [
            'gone.md',
            'gone.png',
            'there.md#gone',
            '#gone',
            '../gone.md',
            'gone/too.md'
        ]);
    } finally {
        rmSync(root, { recursive: true });
    }
});

test('links are read with titles and angle brackets, and not from code', () => {
    const text = '[a](one.md "One") [b](<two.md>)\n```\n[c](three.md)\n```\n[d]: four.md\n';
    assert.deepEqual(linksIn(text), ['one.md', 'two.md', 'four.md']);
});

test('files are named by paths in code', () => {
    const text = 'In `movePlan/planMoves.ts` and `c/movePlan`, or `a.ts`; not moveRun/run.ts.\n```\nnode x/y.ts\n```\n';
    assert.deepEqual(filesNamedIn(text), ['movePlan/planMoves.ts']);
});

test('anchors are made as GitHub makes them', () => {
    const text = '# What’s new, in `v66`?\n## A & B\n## [Link](x.md) text\n## A & B\n```\n# code\n```\n';
    assert.deepEqual(anchorsOf(text), ['whats-new-in-v66', 'a--b', 'link-text', 'a--b-1']);
});

function foldersIn(folder: string): string[] {
    return readdirSync(join(REPO, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !MADE.includes(entry.name) && entry.name !== '__tests__')
        .map(({ name }) => name);
}

/** Whether code names a folder as a whole word: `org` is not named by `local-org`. */
function isNamed(folder: string, code: string): boolean {
    return new RegExp(`(^|[^\\w.-])${folder.replaceAll('.', '\\.')}($|[^\\w-])`, 'm').test(code);
}
