import { LABELS } from 'c/labels';

const DAY = 24 * 60 * 60 * 1000;
/** Beyond this many days a date is clearer than a number of days. */
const COUNTED_DAYS = 14;
/** From this many days on a weekday alone would be mistaken for this week's. */
const WEEKDAYS = 7;

/** A day as a person says it: "today", "yesterday", "3 days ago", then the date. */
export function dayText(iso: string | null, now: number): string {
    if (!iso) return LABELS.never;
    const days = Math.round((midnight(now) - midnight(Date.parse(iso))) / DAY);
    if (days === 0) return LABELS.today;
    if (days === 1) return LABELS.yesterday;
    if (days > 1 && days <= COUNTED_DAYS) return new Intl.RelativeTimeFormat().format(-days, 'day');
    return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(Date.parse(iso));
}

/** A moment as a person says it: "today, 09:41", "Monday 09:41" within a week, then date and time. */
export function momentText(time: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(time)) / DAY);
    const clock = { hour: '2-digit', minute: '2-digit' } as const;
    if (days === 0) return `${LABELS.today}, ${new Intl.DateTimeFormat(undefined, clock).format(time)}`;
    if (days > 0 && days < WEEKDAYS)
        return new Intl.DateTimeFormat(undefined, { weekday: 'long', ...clock }).format(time);
    return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** For the beginning of a sentence. */
export function capitalized(text: string): string {
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function midnight(time: number): number {
    return new Date(time).setHours(0, 0, 0, 0);
}
