import { largest } from 'c/chart';
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
    const sorted = [...members]
        .map(([name, size]) => ({ name, size }))
        .sort((one, other) => one.name.localeCompare(other.name));
    const total = sorted.reduce((sum, { size }) => sum + size, 0);
    const { named, others } = largest(sorted, most);
    const stripes = others ? [...named, { name: fill(LABELS.otherProfiles, others.count), size: others.size }] : named;
    return stripes.map(({ name, size }, place) => ({
        name,
        text: fill(LABELS.profileShare, name, size),
        style: `width: ${(100 * size) / total}%`,
        fillClass: `fill shade${place}`,
        dotClass: `dot shade${place}`
    }));
}
