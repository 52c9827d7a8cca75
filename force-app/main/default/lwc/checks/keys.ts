/** Checks whose users the org counts. */
export const WATCHED = ['inactive', 'quiet', 'portal', 'onboarding'] as const;
export type WatchKey = (typeof WATCHED)[number];

/** `drift` is about every rule. The last two are answered by the list of call centers. */
export const CHECK_KEYS = [...WATCHED, 'drift', 'unnamed', 'same name'] as const;
export type CheckKey = (typeof CHECK_KEYS)[number];
