/** Open CTI retires on this day, in UTC (Salesforce Help, "Open CTI retirement"). */
export const OPEN_CTI_RETIRES = '2028-02-28';

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from `now` (milliseconds) until Open CTI retires; negative after that day. */
export function daysUntilRetirement(now: number): number {
    return Math.ceil((Date.parse(OPEN_CTI_RETIRES) - now) / DAY);
}
