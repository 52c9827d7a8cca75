import { malformed } from './soqlErrors.ts';

/** A range of days, as `YYYY-MM-DD`. `from` is inclusive, `until` is exclusive. */
export interface Days {
    from: string;
    until: string;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const NAMED = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const COUNTED = /^(?:(LAST|NEXT)_N_(\w+)S|N_(\w+)S_AGO):(\d+)$/;

/** The largest `n` of a literal such as LAST_N_DAYS. A larger one would leave the range of dates. */
const MAX_COUNT = 40_000;

/**
 * The days that a date literal means (documented, SOQL reference, "Date Formats and Date Literals"). Days start at
 * midnight UTC and weeks on Sunday, because the embedded org doesn't support time zones and locales of users. Fiscal
 * years are calendar years. `LAST_N_DAYS:n` includes today. The other `LAST_N_` literals exclude the current period.
 * @param literal as in the query, such as `TODAY` or `LAST_N_DAYS:30`
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
    if (!counted || count > MAX_COUNT) throw malformed(`unexpected token: '${literal}'`);
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
            return dayOf(Date.UTC(year, month, day + ahead));
        case 'week':
            return dayOf(Date.UTC(year, month, day - now.getUTCDay() + ahead * 7));
        case 'month':
            return dayOf(Date.UTC(year, month + ahead, 1));
        case 'quarter':
            return dayOf(Date.UTC(year, month - (month % 3) + ahead * 3, 1));
        case 'year':
            return dayOf(Date.UTC(year + ahead, 0, 1));
    }
}

/** Dates are compared as text, which works for the years 1 to 9999 only. */
function dayOf(time: number): string {
    const year = new Date(time).getUTCFullYear();
    if (Number.isNaN(year) || year < 1 || year > 9999)
        throw malformed('The date literal is outside of the years 1 to 9999.');
    return new Date(time).toISOString().slice(0, 10);
}
