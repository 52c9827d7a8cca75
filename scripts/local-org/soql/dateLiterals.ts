import { malformed } from './place.ts';

/** From the first day (inclusive) to another (exclusive), as `YYYY-MM-DD`. */
export interface Days {
    from: string;
    until: string;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const NAMED = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const COUNTED = /^(?:(LAST|NEXT)_N_(\w+)S|N_(\w+)S_AGO):(\d+)$/;

/** Most of any unit that is counted: further is outside the years a date can have. */
const MOST = 40_000;

/**
 * The days that a date literal stands for (documented, SOQL reference, "Date Formats and Date Literals"). Days begin at
 * midnight UTC and weeks on Sunday: the user's zone and locale are not served. Fiscal years are calendar years.
 * `LAST_N_DAYS:n` takes in today, other `LAST_N_` do not take in the period that is on.
 * @param literal as written, `TODAY` or `LAST_N_DAYS:30`
 * @throws ApiError MALFORMED_QUERY
 */
export function daysOf(literal: string, now: Date): Days {
    const written = literal.toUpperCase();
    switch (written) {
        case 'TODAY':
            return period('day', 0, 1, now);
        case 'YESTERDAY':
            return period('day', -1, 0, now);
        case 'TOMORROW':
            return period('day', 1, 2, now);
        case 'LAST_90_DAYS':
            return period('day', -90, 1, now);
        case 'NEXT_90_DAYS':
            return period('day', 1, 91, now);
    }
    const named = NAMED.exec(written);
    if (named) {
        const ahead = named[1] === 'LAST' ? -1 : named[1] === 'NEXT' ? 1 : 0;
        return period(unitOf(named[2] ?? ''), ahead, ahead + 1, now);
    }
    const counted = COUNTED.exec(written);
    const count = Number(counted?.[4]);
    if (!counted || count > MOST) throw malformed(`unexpected token: '${literal}'`);
    const unit = unitOf(counted[2] ?? counted[3] ?? '');
    switch (counted[1]) {
        case 'LAST':
            return period(unit, -count, unit === 'day' ? 1 : 0, now);
        case 'NEXT':
            return period(unit, 1, count + 1, now);
        default:
            return period(unit, -count, -count + 1, now);
    }
}

function unitOf(word: string): Unit {
    switch (word.replace('FISCAL_', '')) {
        case 'DAY':
            return 'day';
        case 'WEEK':
            return 'week';
        case 'MONTH':
            return 'month';
        case 'QUARTER':
            return 'quarter';
        case 'YEAR':
            return 'year';
        default:
            throw malformed(`unexpected token: '${word}'`);
    }
}

function period(unit: Unit, from: number, until: number, now: Date): Days {
    return { from: startOf(unit, from, now), until: startOf(unit, until, now) };
}

function startOf(unit: Unit, ahead: number, now: Date): string {
    const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
    switch (unit) {
        case 'day':
            return written(Date.UTC(year, month, day + ahead));
        case 'week':
            return written(Date.UTC(year, month, day - now.getUTCDay() + ahead * 7));
        case 'month':
            return written(Date.UTC(year, month + ahead, 1));
        case 'quarter':
            return written(Date.UTC(year, month - (month % 3) + ahead * 3, 1));
        case 'year':
            return written(Date.UTC(year + ahead, 0, 1));
    }
}

/** Before the year 1 and after 9999 a date would not compare as text. */
function written(time: number): string {
    const year = new Date(time).getUTCFullYear();
    if (Number.isNaN(year) || year < 1 || year > 9999)
        throw malformed('The date literal is outside of the years 1 to 9999.');
    return new Date(time).toISOString().slice(0, 10);
}
