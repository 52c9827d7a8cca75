import { fill, LABELS } from 'c/labels';
import type { Choice, ProfileCount } from 'c/orgPort';

/** One part of the bar. */
export interface Share {
    name: string;
    text: string;
    style: string;
    fillClass: string;
    dotClass: string;
}

/** Profiles with a part of their own. The others share one, so that people can read the bar at a glance. */
const NAMED_PROFILES = 3;

/** `most`: profiles with a part of their own, at most. */
export function sharesOf(counts: ProfileCount[], profiles: Choice[], most = NAMED_PROFILES): Share[] {
    const names = new Map(profiles.map((profile) => [profile.id, profile.name]));
    const members = new Map<string, number>();
    for (const count of counts) {
        const name = names.get(count.profileId) ?? count.profileId;
        members.set(name, (members.get(name) ?? 0) + count.members);
    }
    const sorted = [...members].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    const named = sorted.length === most + 1 ? most + 1 : most;
    const rest = sorted.slice(named);
    const stripes: [string, number][] = sorted.slice(0, named);
    if (rest.length) {
        stripes.push([fill(LABELS.otherProfiles, rest.length), rest.reduce((sum, [, count]) => sum + count, 0)]);
    }
    return stripes.map(([name, count], place) => ({
        name,
        text: fill(LABELS.profileShare, name, count),
        style: `width: ${(100 * count) / total}%`,
        fillClass: `fill shade${place}`,
        dotClass: `dot shade${place}`
    }));
}
