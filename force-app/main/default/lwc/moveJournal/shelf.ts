import type { Id } from 'c/orgPort';

/** The part of Web Storage that the journal uses. */
export interface StorageLike {
    readonly length: number;
    key(index: number): string | null;
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
}

/** Whose journal it is. One browser may have journals of several orgs and users. */
export interface Whose {
    org: Id;
    user: Id;
}

/** The version of the keys and records. When their layout changes, raise it. Records of other versions aren't read. */
const VERSION = '1';
const ROOT = 'switchboard.moves';

/** `switchboard.moves|1|{org}|{user}|{run}|{part}`: `start`, then records numbered from 0, then `end`. */
export interface Label {
    version: string;
    org: string;
    user: string;
    runId: string;
    part: string;
}

/** The keys of one org and user in a storage, by run. Its methods throw what the storage throws. */
export class Shelf {
    private storage: StorageLike;
    private whose: Whose;

    constructor(storage: StorageLike, whose: Whose) {
        this.storage = storage;
        this.whose = whose;
    }

    put(runId: string, part: string, value: unknown): void {
        this.storage.setItem(this.ownKey(runId, part), JSON.stringify(value));
    }

    /** @throws SyntaxError when the stored text isn't JSON */
    get(runId: string, part: string): unknown {
        const text = this.storage.getItem(this.ownKey(runId, part));
        return text === null ? undefined : JSON.parse(text);
    }

    remove(runId: string): void {
        for (const { key, label } of this.ownLabels()) {
            if (this.isOurs(label) && label.runId === runId) this.storage.removeItem(key);
        }
    }

    /** Every label of a journal in this storage, of any org and user. */
    labels(): Label[] {
        return this.ownLabels().map(({ label }) => label);
    }

    /** The parts of the runs of this org and user. */
    runs(): Map<string, string[]> {
        const runs = new Map<string, string[]>();
        for (const label of this.labels()) {
            if (this.isOurs(label)) runs.set(label.runId, [...(runs.get(label.runId) ?? []), label.part]);
        }
        return runs;
    }

    isOurs(label: Label): boolean {
        return this.isThisVersion(label) && this.isThisOrg(label) && label.user === this.whose.user;
    }

    isThisVersion(label: Label): boolean {
        return label.version === VERSION;
    }

    isThisOrg(label: Label): boolean {
        return label.org === this.whose.org;
    }

    private ownLabels(): { key: string; label: Label }[] {
        // Collects the keys first, because removing one renumbers the others.
        const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
        return keys.flatMap((key) => {
            if (key === null) return [];
            const [root, version = '', org = '', user = '', runId = '', part = ''] = key.split('|');
            return root === ROOT ? [{ key, label: { version, org, user, runId, part } }] : [];
        });
    }

    private ownKey(runId: string, part: string): string {
        return [ROOT, VERSION, this.whose.org, this.whose.user, runId, part].join('|');
    }
}
