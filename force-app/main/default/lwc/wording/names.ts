import type { CallCenter } from 'c/callCenters';
import { counted, fill, LABELS } from 'c/labels';
import type { Id, Kind, KnownBy } from 'c/orgPort';

/** The name of a call center. A call center without a name shows its ID, so that it is never hidden. */
export type NameOf = (id: Id | null) => string;

export function namesOf(centers: CallCenter[]): NameOf {
    const counts = new Map<string, number>();
    for (const { name } of centers) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    const names = new Map(centers.map((center) => [center.id, distinctName(center, counts)]));
    return (id) => (id === null ? LABELS.withoutCenter : (names.get(id) ?? fill(LABELS.unnamedCenter, id)));
}

/** Two call centers can have one name. Then their internal names, or their IDs, tell them apart. */
function distinctName({ id, name, internalName }: CallCenter, counts: ReadonlyMap<string, number>): string | null {
    if (name === null || counts.get(name) === 1) return name;
    return fill(LABELS.nameAmongEquals, name, internalName || id);
}

export function membersText(members: number): string {
    return counted(members, LABELS.membersOne, LABELS.members);
}

export function kindText(kind: Kind): string {
    switch (kind) {
        case 'open-cti':
            return LABELS.kindOpenCti;
        case 'voice-amazon':
            return LABELS.kindVoiceAmazon;
        case 'voice-partner':
            return LABELS.kindVoicePartner;
        case 'ccaas':
            return LABELS.kindCcaas;
        case 'unknown':
            return LABELS.kindUnknown;
    }
}

/** Where a type comes from, as a sentence. */
export function knownByText(knownBy: KnownBy): string {
    switch (knownBy) {
        case 'admin':
            return LABELS.knownByAdmin;
        case 'settings':
            return LABELS.knownBySettings;
        case 'channels':
            return LABELS.knownByChannels;
        case 'adapter':
            return LABELS.knownByAdapter;
    }
}

/** A list in the user's language: "a, b, c". */
export function listText(items: string[]): string {
    return new Intl.ListFormat(undefined, { type: 'unit' }).format(items);
}
