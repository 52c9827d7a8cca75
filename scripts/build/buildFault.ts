/** Whether the platform would refuse this too, or only the preview can't show it. */
export type BuildFaultKind = 'would not deploy' | 'not in the preview';

/**
 * An error in a source file that the platform or its compiler would report, or something that the preview doesn't have.
 * Lines count from 1, columns from 0.
 */
export class BuildFault extends Error {
    file: string;
    line: number | null;
    column: number | null;
    kind: BuildFaultKind;

    constructor(
        message: string,
        file: string,
        line: number | null = null,
        column: number | null = null,
        kind: BuildFaultKind = 'would not deploy'
    ) {
        super(message);
        this.name = 'BuildFault';
        this.file = file;
        this.line = line;
        this.column = column;
        this.kind = kind;
    }
}
