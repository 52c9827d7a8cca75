/** Runs the exports of the page, one `ExportState` after the other. */
import type { Delimiter } from 'c/csv';
import { OrgFault } from 'c/orgPort';
import { Exporting, writeTable, type ExportOrder, type ExportSource, type ExportTable } from './exporting.ts';

/** What to export, and where to. */
export interface ExportRequest {
    order: ExportOrder;
    to: 'file' | 'clipboard';
    delimiter: Delimiter;
    /** Rows before the header. */
    notes: readonly string[][];
    /** How many rows the page said there would be; null when it didn't know. */
    expected: number | null;
}

/** `ready`: the browser denied copying, because too much time passed since a person asked for it. */
export type Delivery = 'saved' | 'copied' | 'ready';

export type ExportState =
    | { stage: 'choosing' }
    | { stage: 'reading'; done: number; of: number }
    | { stage: 'failed'; fault: unknown }
    | {
          stage: 'done';
          delivery: Delivery;
          /** Without the header. */
          rows: number;
          expected: number | null;
          table: Pick<ExportTable, 'missing' | 'isCut' | 'historyFault'>;
      };

export const CHOOSING: ExportState = { stage: 'choosing' };

/** What the flow needs from the page. */
export interface ExportHost {
    readonly org: ExportSource;
    now(): number;
    wait(ms: number): Promise<void>;
    changed(state: ExportState): void;
    /** Saves a file with the parts of a text. */
    save(parts: string[]): void;
    /** @returns false where the browser denies it */
    copy(text: string): Promise<boolean>;
}

export class ExportFlow {
    private readonly host: ExportHost;
    private current: ExportState = CHOOSING;
    private job: { request: ExportRequest; exporting: Exporting } | null = null;
    /** What is ready to be copied. */
    private text = '';
    private turn = 0;

    constructor(host: ExportHost) {
        this.host = host;
    }

    /** Exports what is asked for. A table that waits to be copied is copied at once. */
    async start(request: ExportRequest): Promise<void> {
        const { current } = this;
        if (request.to === 'clipboard' && current.stage === 'done' && current.delivery === 'ready') {
            if (await this.host.copy(this.text)) this.become({ ...current, delivery: 'copied' });
            return;
        }
        this.job = { request, exporting: new Exporting(this.host.org, request.order) };
        await this.goOn();
    }

    /** After a failure, it goes on where it was. */
    async goOn(): Promise<void> {
        if (!this.job) return;
        const { request, exporting } = this.job;
        const { now, wait } = this.host;
        const turn = (this.turn += 1);
        const isCancelled = () => turn !== this.turn;
        const turns = { now, pause: () => wait(0), isCancelled };
        const onProgress = (done: number, of: number) => this.become({ stage: 'reading', done, of });
        onProgress(0, request.expected ?? 0);
        try {
            const table = await exporting.goOn({ isCancelled, onProgress }, turns);
            const parts = table && (await writeTable([...request.notes, ...table.rows], request.delimiter, turns));
            if (!table || !parts || isCancelled()) return;
            const delivery = await this.deliver(request, parts);
            if (isCancelled()) return;
            const rows = table.rows.length - 1;
            this.become({ stage: 'done', delivery, rows, expected: request.expected, table: toldOf(table) });
        } catch (thrown) {
            if (!(thrown instanceof OrgFault)) throw thrown;
            if (!isCancelled()) this.become({ stage: 'failed', fault: thrown });
        }
    }

    cancel(): void {
        this.turn += 1;
        this.job = null;
        this.text = '';
        this.become(CHOOSING);
    }

    private async deliver({ to }: ExportRequest, parts: string[]): Promise<Delivery> {
        this.text = '';
        if (to === 'file') {
            this.host.save(parts);
            return 'saved';
        }
        const text = parts.join('');
        if (await this.host.copy(text)) return 'copied';
        this.text = text;
        return 'ready';
    }

    private become(state: ExportState): void {
        this.current = state;
        this.host.changed(state);
    }
}

/** What is said about a table. Its rows needn't be kept. */
function toldOf({ missing, isCut, historyFault }: ExportTable) {
    return { missing, isCut, historyFault };
}
