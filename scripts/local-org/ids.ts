import { toId18 } from 'c/orgPort';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const COUNTER_DIGITS = 9;

/**
 * The id of the n-th record of an object: key prefix (3), instance `Hp` + reserved `0` (3), counter in base 62 (9),
 * checksum (3).
 */
export function recordId(keyPrefix: string, count: number): string {
    let rest = count;
    let counter = '';
    for (let place = 0; place < COUNTER_DIGITS; place++) {
        counter = DIGITS[rest % 62] + counter;
        rest = Math.floor(rest / 62);
    }
    const id = toId18(`${keyPrefix}Hp0${counter}`);
    if (id === null) throw new Error(`${keyPrefix} is no key prefix.`);
    return id;
}

/** The n of `recordId`. Ids of one object sort in the order of their counters. */
export function recordCount(id: string): number {
    return [...id.slice(6, 6 + COUNTER_DIGITS)].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0);
}
