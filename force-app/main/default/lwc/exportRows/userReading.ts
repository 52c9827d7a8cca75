import type { ExportedUser, ExportField, ExportOrg, Id, UserSearch } from 'c/orgPort';

/** Rows of an export. An import takes as many, and a spreadsheet opens them without a wait. */
export const MAX_EXPORT_ROWS = 50_000;

/** What reading needs from whoever waits for it. */
export interface ReadingHost {
    isCancelled(): boolean;
    onProgress(done: number, of: number): void;
}

/** Reads the users that a search finds, page after page. After a failure, it goes on where it was. */
export class UserReading {
    readonly users: ExportedUser[] = [];
    /** How many users matched, according to the page that was read last. */
    total = 0;
    /** More users match than an export has. */
    isCut = false;
    private readonly org: ExportOrg;
    private readonly search: UserSearch;
    private readonly fields: readonly ExportField[];
    private readonly known = new Set<Id>();
    private readonly missed = new Set<ExportField>();
    private after: string | null = null;
    private isDone = false;

    constructor(org: ExportOrg, search: UserSearch, fields: readonly ExportField[]) {
        this.org = org;
        this.search = search;
        this.fields = fields;
    }

    /** Fields that the org lacks, or hides. */
    get missing(): ExportField[] {
        return [...this.missed];
    }

    /** @returns false when it was cancelled. @throws OrgFault */
    async goOn({ isCancelled, onProgress }: ReadingHost): Promise<boolean> {
        while (!this.isDone) {
            const fields = this.fields.filter((field) => !this.missed.has(field));
            const page = await this.org.exportedUsers(this.search, fields, this.after);
            if (isCancelled()) return false;
            page.missing.forEach((field) => this.missed.add(field));
            // A change in the org can push a user from one page onto the next.
            for (const user of page.users) {
                if (this.known.has(user.id)) continue;
                this.known.add(user.id);
                this.users.push(user);
            }
            this.total = page.total;
            this.after = page.endCursor;
            this.isCut = this.users.length > MAX_EXPORT_ROWS || (this.users.length === MAX_EXPORT_ROWS && !!this.after);
            this.isDone = this.after === null || this.isCut;
            if (this.isCut) this.users.length = MAX_EXPORT_ROWS;
            onProgress(this.users.length, Math.min(page.total, MAX_EXPORT_ROWS));
        }
        return true;
    }
}
