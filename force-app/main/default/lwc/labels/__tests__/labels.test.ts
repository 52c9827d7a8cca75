import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, fill, LABELS } from 'c/labels';
import { readLabels } from '../../../../../../scripts/build/labels.ts';

const FORCE_APP = join(process.cwd(), 'force-app/main/default');
const TEXTS = readLabels(join(FORCE_APP, 'labels/CustomLabels.labels-meta.xml'));

/** The sources as they are written, or, where there are none, as they are deployed. */
const files = globSync('lwc/**/*.{ts,js,html}', { cwd: FORCE_APP }).filter((file) => !file.includes('__tests__'));
const written = files.some((file) => file.endsWith('.ts')) ? '.ts' : '.js';
const sources = files
    .filter((file) => file.endsWith(written) || file.endsWith('.html'))
    .map((file) => readFileSync(join(FORCE_APP, file), 'utf8'));
const imported = sources.flatMap((source) =>
    [...source.matchAll(/['"]@salesforce\/label\/c\.(\w+)['"]/g)].map(([, name]) => name)
);

describe('The labels', () => {
    it('that are imported are all in the file of custom labels, each imported once', () => {
        expect(imported.filter((name) => !TEXTS.has(name))).toEqual([]);
        expect(imported.length).toBeGreaterThan(100);
        expect(new Set(imported).size).toBe(imported.length);
    });

    it('of the file are all imported', () => {
        expect([...TEXTS.keys()].filter((name) => !imported.includes(name))).toEqual([]);
    });

    it('carry the text of their own name', () => {
        const named = Object.fromEntries(Object.entries(LABELS).map(([name, text]) => [`Switchboard_${name}`, text]));
        expect(named).toEqual(Object.fromEntries(TEXTS));
    });

    it('are all said somewhere', () => {
        const said = new Set(
            sources.flatMap((source) => [...source.matchAll(/\blabels?\.(\w+)/gi)].map(([, name]) => name))
        );
        expect(Object.keys(LABELS).filter((name) => !said.has(name))).toEqual([]);
    });

    it('do not shout', () => {
        expect(Object.values(LABELS).filter((text) => text.includes('!'))).toEqual([]);
    });

    it('number what is put in from 0, without gaps', () => {
        for (const text of Object.values(LABELS)) {
            const places = [...new Set([...text.matchAll(/\{(\w*)\}/g)].map(([, place]) => place))].sort();
            expect({ text, places }).toEqual({ text, places: places.map((_, place) => String(place)) });
        }
    });
});

describe('Filling a text', () => {
    it('puts values where they belong, in any order and as often as they are named', () => {
        expect(fill('{1} and {0} and {1}', 'a', 'b')).toBe('b and a and b');
    });

    it('reads nothing in a value as a placeholder or a pattern', () => {
        expect(fill('{0} to {1}', '{1}', '$& $1')).toBe('{1} to $& $1');
    });

    it('writes numbers as people here do, and a value that is missing as nothing', () => {
        expect(fill('{0} of {1}', 1204)).toBe('1,204 of ');
    });
});

describe('Counting', () => {
    it('has a text for one, and one for none and for several', () => {
        expect([0, 1, 2, 1204].map((count) => counted(count, 'one', '{0} many {1}', 'x'))).toEqual([
            '0 many x',
            'one',
            '2 many x',
            '1,204 many x'
        ]);
    });
});
