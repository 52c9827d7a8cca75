/**
 * Reads call centers through a Visualforce page in a hidden frame (optional/visualforce). The page and the frame exchange
 * messages: `list` from here, then `reading`, and `rows` or `refused` from the frame, each with the nonce of this frame.
 */
import { OrgFault } from 'c/orgPort';
import type { CentersPage } from 'c/visualforceHost';
import { LONGEST_GREETING, LONGEST_LIST, TIMERS, type Timers } from './timeLimit.ts';

/** Characters of Salesforce's message that are kept. */
const MAX_WORDS_LENGTH = 500;

/** What the frame can send. Nothing about it is certain, not even that it is an object. */
type Sent = { switchboard?: unknown; nonce?: unknown; rows?: unknown; words?: unknown } | null | undefined;

let keys = 0;

/** One reading. Its frame exists until the reading ends. */
export class CentersFrame {
    readonly key = (keys += 1);
    readonly src: string;
    /** What the page sent as rows. Rejects with an OrgFault. */
    readonly rows: Promise<unknown>;
    loaded!: (event: Event) => void;

    /** The nonce is a text that no one can guess. */
    constructor({ src, origin }: CentersPage, nonce: string, timers: Timers = TIMERS) {
        this.src = src;
        let frame: Window | null = null;
        let greeting: number | null = null;
        const stopWaiting = () => {
            if (greeting !== null) timers.clear(greeting);
            greeting = null;
        };
        let receive!: (event: MessageEvent<Sent>) => void;
        let limit!: number;
        this.rows = new Promise((settle, fail) => {
            const giveUp = (detail: string) => () => fail(new OrgFault('offline', '', { detail }));
            limit = timers.set(giveUp('The Visualforce page sent no rows in time.'), LONGEST_LIST);
            // A frame can load several times: the session of the Visualforce origin starts with a redirect.
            this.loaded = (event) => {
                frame = (event.currentTarget as HTMLIFrameElement).contentWindow;
                stopWaiting();
                greeting = timers.set(giveUp('The Visualforce page is not there.'), LONGEST_GREETING);
                frame?.postMessage({ switchboard: 'list', nonce }, origin);
            };
            receive = (event) => {
                const { data } = event;
                if (event.origin !== origin || frame === null || event.source !== frame) return;
                if (typeof data !== 'object' || data === null || data.nonce !== nonce) return;
                stopWaiting();
                if (data.switchboard === 'rows') settle(data.rows);
                if (data.switchboard === 'refused') fail(new OrgFault('invalid', wordsOf(data.words)));
            };
            window.addEventListener('message', receive);
        });
        const over = () => {
            window.removeEventListener('message', receive);
            stopWaiting();
            timers.clear(limit);
        };
        this.rows.then(over, over);
    }
}

function wordsOf(words: unknown): string {
    return typeof words === 'string' ? words.slice(0, MAX_WORDS_LENGTH) : '';
}
