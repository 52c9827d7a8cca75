import { toId18 } from 'c/orgPort';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const COUNTER_DIGITS = 9;

/**
 * The id of an object's nth record: key prefix (3 characters), instance `Hp` and reserved `0` (3), counter in base 62
 * (9), and checksum (3).
 */
export function recordId(keyPrefix: string, count: number): string {
    let rest = count;
    let counter = '';
    for (let index = 0; index < COUNTER_DIGITS; index++) {
        counter = DIGITS[rest % 62] + counter;
        rest = Math.floor(rest / 62);
    }
    const id = toId18(`${keyPrefix}Hp0${counter}`);
    if (id === null) throw new Error(`${keyPrefix} is not a key prefix.`);
    return id;
}

/** The counter of an id from `recordId`. Ids of one object sort by their counters. */
export function recordCount(id: string): number {
    return [...id.slice(6, 6 + COUNTER_DIGITS)].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0);
}
