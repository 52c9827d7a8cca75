import { CsvError } from './csvError.ts';
import { readRows } from './rows.ts';
import { DELIMITERS, type Delimiter } from './sheet.ts';

/** Rows that tell the delimiter. */
const SAMPLE = 20;
/** Characters in which these rows are looked for. */
const SAMPLE_LENGTH = 100_000;

/**
 * Tells the delimiter: the one that gives every one of the first rows equally many cells, and more than one. When several
 * do, the tab or else the one that makes more cells; when none does, the one that the first row has more of. Excel writes semicolons in countries where the comma is the
 * decimal separator, and copies with tabs.
 */
export function delimiterOf(text: string): Delimiter {
    const sample = text.slice(0, SAMPLE_LENGTH);
    const inFirstRow = firstRow(sample);
    const fitness = (delimiter: Delimiter) => [sharedWidth(sample, delimiter), inFirstRow.split(delimiter).length];
    // No one types tabs into cells, but "Byron, Ada" is a name.
    if (fitness('\t')[0] > 0) return '\t';
    const [best] = DELIMITERS.map((delimiter) => ({ delimiter, fitness: fitness(delimiter) })).sort(
        (one, other) => other.fitness[0] - one.fitness[0] || other.fitness[1] - one.fitness[1]
    );
    return best.delimiter;
}

/** How many cells each of the first rows has; 0 when they have different numbers, only one, or can't be read. */
function sharedWidth(sample: string, delimiter: Delimiter): number {
    const widths: number[] = [];
    try {
        for (const { cells } of readRows(sample, delimiter)) {
            widths.push(cells.length);
            if (widths.length > SAMPLE) break;
        }
    } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        return 0;
    }
    // The sample may have cut off the last row.
    const whole = widths.length > 1 && widths.length <= SAMPLE && sample.length === SAMPLE_LENGTH;
    const [width, ...others] = whole ? widths.slice(0, -1) : widths;
    return width > 1 && others.every((other) => other === width) ? width : 0;
}

/** The first row, without its quoted cells. */
function firstRow(sample: string): string {
    return sample
        .replace(/"[^"]*"/g, '')
        .trimStart()
        .split(/\r|\n/, 1)[0];
}
