/** An error in a source file that the platform or its compiler would report. Lines count from 1, columns from 0. */
export class BuildFault extends Error {
    file: string;
    line: number | null;
    column: number | null;

    constructor(message: string, file: string, line: number | null = null, column: number | null = null) {
        super(message);
        this.name = 'BuildFault';
        this.file = file;
        this.line = line;
        this.column = column;
    }
}
