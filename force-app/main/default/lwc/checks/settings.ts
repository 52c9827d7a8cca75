/** How checks are set up, in records of the org, so that all admins see the same. */
import { MAX_EXCEPTIONS, toId18, type CheckRecord, type CheckWrite, type Id, type User } from 'c/orgPort';
import { CHECK_KEYS, type CheckKey } from './keys.ts';

/** Days without a login after which a member is asked about, unless an admin sets another number. */
export const DEFAULT_DAYS = 90;
/** Ten years. No one would notice a longer time. */
export const MAX_DAYS = 3650;

/** A user whom a check ignores. */
export interface Ignored {
    recordId: Id;
    userId: Id;
    name: string;
}

export interface CheckSetting {
    /** The record of the check itself; null if there is none yet. */
    recordId: Id | null;
    isMuted: boolean;
    ignored: Ignored[];
}

export interface Settings {
    days: number;
    /** What the record says about days, if that can't be used. The default counts then. */
    badDays: number | null;
    /** Profiles whose active users need a call center; empty while no one has chosen any. */
    profileIds: Id[];
    of: Record<CheckKey, CheckSetting>;
    /** Records that no check can use, because someone edited them. */
    unusable: number;
}

/** Of two records about the same, the older one counts. */
export function settingsOf(records: readonly CheckRecord[]): Settings {
    const empty = (): CheckSetting => ({ recordId: null, isMuted: false, ignored: [] });
    const settings: Settings = {
        days: DEFAULT_DAYS,
        badDays: null,
        profileIds: [],
        of: Object.fromEntries(CHECK_KEYS.map((key) => [key, empty()])) as Settings['of'],
        unusable: 0
    };
    for (const record of records) if (!apply(settings, record)) settings.unusable += 1;
    return settings;
}

/** @returns false if no check can use the record */
function apply(settings: Settings, record: CheckRecord): boolean {
    const key = CHECK_KEYS.find((one) => one === record.check);
    if (!key) return false;
    const setting = settings.of[key];
    if (record.userId !== null) return ignore(setting, record);
    if (setting.recordId !== null) return false;
    setting.recordId = record.recordId;
    setting.isMuted = record.isMuted;
    if (key === 'quiet' && record.days !== null) {
        if (daysProblem(record.days)) settings.badDays = record.days;
        else settings.days = record.days;
    }
    if (key === 'onboarding') {
        const lines = record.profiles.split(/\s+/).filter((line) => line !== '');
        settings.profileIds = lines.flatMap((line) => (line.startsWith('00e') ? (toId18(line) ?? []) : []));
        return settings.profileIds.length === lines.length;
    }
    return true;
}

function ignore(setting: CheckSetting, { recordId, userId, userName, isMuted }: CheckRecord): boolean {
    const id = userId?.startsWith('005') ? toId18(userId) : null;
    if (id === null || (isMuted && setting.ignored.length >= MAX_EXCEPTIONS)) return false;
    if (isMuted && !setting.ignored.some((one) => one.userId === id))
        setting.ignored.push({ recordId, userId: id, name: userName ?? id });
    return true;
}

/** Whether a number of days can't be used: it has to be a whole number from 1 to `MAX_DAYS`. */
export function daysProblem(days: number): boolean {
    return !Number.isInteger(days) || days < 1 || days > MAX_DAYS;
}

/** Sets up a check, or mutes it for good. */
export function settingWrite(
    key: CheckKey,
    { of }: Settings,
    fields: { isMuted?: boolean; days?: number; profileIds?: Id[] }
): CheckWrite {
    const { profileIds, ...plain } = fields;
    const changed = { ...plain, ...(profileIds && { profiles: profileIds.join('\n') }) };
    const { recordId } = of[key];
    return { what: 'check', recordId, fields: recordId === null ? { check: key, ...changed } : changed };
}

/**
 * Makes a check ignore a user, or not anymore. Records aren't deleted: in Salesforce, only their owner could.
 * @param user the user, or the record that says so
 */
export function ignoredWrite(key: CheckKey, user: Pick<User, 'id' | 'name'> | Ignored): CheckWrite {
    if ('recordId' in user) return { what: 'check', recordId: user.recordId, fields: { isMuted: false } };
    const fields = { check: key, userId: user.id, userName: user.name, isMuted: true };
    return { what: 'check', recordId: null, fields };
}
