import { ApiError } from '../apiError.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A range of days in ISO 8601, from a time (inclusive) until a time (exclusive). Days start at midnight UTC. The org's own
 * time zone isn't supported.
 */
export interface DayRange {
    from: string;
    until: string;
}

/** The days of a date literal or range. Fiscal periods and quarters aren't supported. @throws ApiError */
export function dayRange(given: Record<string, unknown>, now: Date): DayRange {
    const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
    if (typeof given.literal === 'string') return ofLiteral(given.literal, today);
    const range = given.range;
    const [entry, ...others] = typeof range === 'object' && range !== null ? Object.entries(range) : [];
    if (!entry || others.length > 0 || typeof entry[1] !== 'number' || entry[1] < 1) {
        throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', 'A date needs a value, a literal or one range.');
    }
    return ofRange(entry[0], entry[1], today);
}

function ofLiteral(literal: string, today: number): DayRange {
    const weekday = new Date(today).getUTCDay();
    const week = (ahead: number) => days(today, ahead * 7 - weekday, ahead * 7 - weekday + 7);
    switch (literal) {
        case 'TODAY':
            return days(today, 0, 1);
        case 'YESTERDAY':
            return days(today, -1, 0);
        case 'TOMORROW':
            return days(today, 1, 2);
        case 'THIS_WEEK':
            return week(0);
        case 'LAST_WEEK':
            return week(-1);
        case 'NEXT_WEEK':
            return week(1);
        case 'THIS_MONTH':
            return months(today, 0, 1);
        case 'LAST_MONTH':
            return months(today, -1, 0);
        case 'NEXT_MONTH':
            return months(today, 1, 2);
        case 'THIS_YEAR':
            return years(today, 0);
        case 'LAST_YEAR':
            return years(today, -1);
        case 'NEXT_YEAR':
            return years(today, 1);
        case 'LAST_90_DAYS':
            return days(today, -90, 1);
        case 'NEXT_90_DAYS':
            return days(today, 1, 91);
        default:
            throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', `The date literal ${literal} is not supported.`);
    }
}

/** `last_n_days` includes today, as the documented LAST_N_DAYS:n does. */
function ofRange(name: string, count: number, today: number): DayRange {
    switch (name) {
        case 'last_n_days':
            return days(today, -count, 1);
        case 'next_n_days':
            return days(today, 1, count + 1);
        case 'n_days_ago':
            return days(today, -count, -count + 1);
        case 'last_n_months':
            return months(today, -count, 0);
        case 'next_n_months':
            return months(today, 1, count + 1);
        case 'n_months_ago':
            return months(today, -count, -count + 1);
        default:
            throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', `The date range ${name} is not supported.`);
    }
}

function days(today: number, from: number, until: number): DayRange {
    return between(today + from * DAY_MS, today + until * DAY_MS);
}

function months(today: number, from: number, until: number): DayRange {
    const date = new Date(today);
    const start = (ahead: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1);
    return between(start(from), start(until));
}

function years(today: number, ahead: number): DayRange {
    const year = new Date(today).getUTCFullYear() + ahead;
    return between(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
}

function between(from: number, until: number): DayRange {
    return { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
}
