import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, fill, LABELS } from 'c/labels';
import { readLabels } from '../../../../../../scripts/build/labels.ts';

const FORCE_APP = join(process.cwd(), 'force-app/main/default');
const LABEL_FILE = join(FORCE_APP, 'labels/CustomLabels.labels-meta.xml');
const TEXTS = readLabels(LABEL_FILE);

/** The TypeScript sources or, in a deployed build without them, the JavaScript. */
const files = globSync('lwc/**/*.{ts,js,html}', { cwd: FORCE_APP }).filter((file) => !file.includes('__tests__'));
const written = files.some((file) => file.endsWith('.ts')) ? '.ts' : '.js';
const sources = files
    .filter((file) => file.endsWith(written) || file.endsWith('.html'))
    .map((file) => readFileSync(join(FORCE_APP, file), 'utf8'));
const imported = sources.flatMap((source) =>
    [...source.matchAll(/['"]@salesforce\/label\/c\.(\w+)['"]/g)].map(([, name]) => name)
);
/** Labels that Visualforce pages take by themselves, because components can't show them there. */
const onPages = globSync('pages/*.page', { cwd: FORCE_APP }).flatMap((file) =>
    [...readFileSync(join(FORCE_APP, file), 'utf8').matchAll(/\{!\$Label\.(\w+)\}/g)].map(([, name]) => name)
);

describe('The labels', () => {
    it('are all in the file of custom labels, and imported once each', () => {
        expect(imported.filter((name) => !TEXTS.has(name))).toEqual([]);
        expect(imported.length).toBeGreaterThan(100);
        expect(new Set(imported).size).toBe(imported.length);
    });

    it('of Visualforce pages are in the file', () => {
        expect(onPages.filter((name) => !TEXTS.has(name))).toEqual([]);
        expect(onPages.length).toBeGreaterThan(5);
    });

    it('in the file are all imported, or used by a page', () => {
        expect([...TEXTS.keys()].filter((name) => !imported.includes(name) && !onPages.includes(name))).toEqual([]);
    });

    it('have the text of the custom label with the same name', () => {
        const named = Object.fromEntries(Object.entries(LABELS).map(([name, text]) => [`Switchboard_${name}`, text]));
        expect(named).toEqual(Object.fromEntries([...TEXTS].filter(([name]) => !onPages.includes(name))));
    });

    it('are all used', () => {
        const used = new Set(
            sources.flatMap((source) => [...source.matchAll(/\blabels?\.(\w+)/gi)].map(([, name]) => name))
        );
        expect(Object.keys(LABELS).filter((name) => !used.has(name))).toEqual([]);
    });

    it('have no exclamation marks', () => {
        expect([...TEXTS.values()].filter((text) => text.includes('!'))).toEqual([]);
    });

    it('tell translators where they are used and what each placeholder stands for', () => {
        const xml = readFileSync(LABEL_FILE, 'utf8');
        const pattern = /<shortDescription>(.*)<\/shortDescription>\s*<value>(.*)<\/value>/g;
        const described = [...xml.matchAll(pattern)].map(([, description, text]) => ({ description, text }));
        expect(described).toHaveLength(TEXTS.size);
        for (const { description, text } of described) {
            const missing = (text.match(/\{\d\}/g) ?? []).filter((placeholder) => !description.includes(placeholder));
            expect({ description, missing }).toEqual({ description, missing: [] });
            // The label's name in words, as Setup suggests it, tells a translator nothing.
            expect(description).toMatch(/^[A-Z{].*\.$/);
        }
    });

    it.each(['reportTitle', 'movingTitle', 'recovered', 'members', 'retiresOn', 'groupUsers'] as const)(
        'have a text for one beside %s',
        (name) => {
            expect(LABELS).toHaveProperty(`${name}One`);
            expect(LABELS[`${name}One`]).not.toMatch(/\b(users|members|days)\b/);
        }
    );

    it('number their placeholders from 0, without gaps', () => {
        for (const text of Object.values(LABELS)) {
            const places = [...new Set([...text.matchAll(/\{(\w*)\}/g)].map(([, place]) => place))].sort();
            expect({ text, places }).toEqual({ text, places: places.map((_, place) => String(place)) });
        }
    });
});

describe('Filling a text', () => {
    it('inserts values in any order, and more than once', () => {
        expect(fill('{1} and {0} and {1}', 'a', 'b')).toBe('b and a and b');
    });

    it('inserts placeholders and patterns in values unchanged', () => {
        expect(fill('{0} to {1}', '{1}', '$& $1')).toBe('{1} to $& $1');
    });

    it('formats numbers for the locale, and inserts nothing for a missing value', () => {
        expect(fill('{0} of {1}', 1204)).toBe('1,204 of ');
    });
});

describe('Counting', () => {
    it('has one text for 1, and another for 0 and more than 1', () => {
        expect([0, 1, 2, 1204].map((count) => counted(count, 'one', '{0} many {1}', 'x'))).toEqual([
            '0 many x',
            'one',
            '2 many x',
            '1,204 many x'
        ]);
    });
});
