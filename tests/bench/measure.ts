/** The median of several times, in milliseconds. */
export function median(times: number[]): number {
    const sorted = [...times].sort((one, other) => one - other);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
}

export function ms(time: number): string {
    return `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
}

/** Our time as a multiple of the baseline's. */
export function ratio(ours: number, baseline: number): string {
    return `${(ours / baseline).toFixed(2)}×`;
}

/** A table for the terminal. The first row is its header. */
export function table(rows: string[][]): string {
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    const line = (row: string[]) =>
        row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('   ');
    return [line(rows[0]), widths.map((width) => '─'.repeat(width)).join('───'), ...rows.slice(1).map(line)].join('\n');
}
