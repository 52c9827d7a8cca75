import { fill, LABELS } from 'c/labels';

const DAY = 24 * 60 * 60 * 1000;
/** After this many days, a date is clearer than a number of days. */
const COUNTED_DAYS = 14;
/** From this many days on, a weekday alone would be mistaken for this week's. */
const WEEKDAYS = 7;

// Kept, because every row of the table shows a day, and making a format takes a hundred times as long as using it.
const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
/** `numeric: 'auto'` says "today" and "yesterday" in every language. */
const DAYS_AGO = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** A day: "today", "yesterday", "3 days ago", then the date. */
export function dayText(iso: string | null, now: number): string {
    if (!iso) return LABELS.never;
    const time = Date.parse(iso);
    const days = daysBetween(time, now);
    if (days >= 0 && days <= COUNTED_DAYS) return relativeDay(days);
    return DATE.format(time);
}

/** A moment: "today at 8:14 PM", "yesterday at 8:14 PM", within a week "Monday at 8:14 PM", then date and time. */
export function momentText(time: number, now: number): string {
    const days = daysBetween(time, now);
    if (days < 0 || days >= WEEKDAYS)
        return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
    const day = days > 1 ? new Intl.DateTimeFormat(undefined, { weekday: 'long' }).format(time) : relativeDay(days);
    return fill(
        LABELS.dayAt,
        day,
        new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(time)
    );
}

function relativeDay(daysAgo: number): string {
    return DAYS_AGO.format(-daysAgo, 'day');
}

/** Calendar days from `time` to `now`. Rounded, because a day with a clock change has 23 or 25 hours. */
function daysBetween(time: number, now: number): number {
    return Math.round((midnight(now) - midnight(time)) / DAY);
}

function midnight(time: number): number {
    return new Date(time).setHours(0, 0, 0, 0);
}
